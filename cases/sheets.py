"""Cases as a table: one row a case, both languages side by side.

Rows of a case (measures, figures, money, partners, sources) are edited in its form; contact data
are in no file.
"""

from collections import Counter
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from cases import actions
from cases.choices import SDG_TARGETS
from cases.models import Case
from partnership.core.sheets.columns import (
    Column,
    RowsColumn,
    Several,
    Vocabulary,
    columns_of,
    shown,
    vocabulary_of,
)
from partnership.core.sheets.resource import SheetResource
from partnership.reference.models import Place, Theme

PLACES_RULE = _("names or codes of the list of places, with ; between them; the main one first")
SHORT = ("source_language", "title", "short_title", "summary", "slug")
FACTS = (
    "started", "ended", "results_from", "results_to", "hierarchy_step", "waste_streams",
    "instruments", "business_model", "scale", "phase", "coast_length_km", "area_km2",
)  # fmt: skip
LONG = (
    "lead_organisation",
    "background",
    "results",
    "success_factors",
    "difficulties",
    "did_not_work",
    "replication_conditions",
    "replications_known",
)


def themes() -> list[tuple[int, str, str]]:
    rows = Theme.objects.ordered_for().named()
    return [(row["id"], row["code"], row["label"]) for row in rows]


def places() -> list[tuple[int, str, str]]:
    """Return every place; where several bear one name, the code stands for it."""
    rows = list(Place.objects.ordered_for().named())
    borne = Counter(row["label"] for row in rows)
    return [
        (row["id"], row["code"], row["label"] if borne[row["label"]] == 1 else row["code"])
        for row in rows
    ]


class ThemesColumn(RowsColumn):
    def stored(self, instance: Any) -> list[int]:
        keys = {theme.pk for theme in instance.themes.all()} if instance.pk else set()
        return [key for key, _code, _label in self.widget.vocabulary.rows() if key in keys]


class PlacesColumn(RowsColumn):
    def stored(self, instance: Any) -> list[int]:
        rows = instance.places.all() if instance.pk else ()
        return list(dict.fromkeys(row.place_id for row in rows))


class CaseSheet(SheetResource):
    """The table of cases; a row without a number begins a new draft."""

    key = "number"
    numbers_itself = True

    def make_columns(self) -> list[Column]:
        known = vocabulary_of((number, number) for number in SDG_TARGETS)
        targets = Case._meta.get_field("sdg_targets")
        return [
            shown(Case, "number", _("leave it empty for a new case")),
            shown(Case, "version", _("as exported; leave it as it is")),
            *columns_of(Case, *SHORT),
            PlacesColumn("places", _("places"), Several(Vocabulary(places)), PLACES_RULE),
            ThemesColumn("themes", _("themes"), Several(Vocabulary(themes))),
            *columns_of(Case, *FACTS),
            Column(
                targets.name,
                targets.verbose_name,
                Several(known),
                targets.help_text,
            ),
            *columns_of(Case, *LONG),
        ]

    def find(self, key: str) -> models.Model | None:
        return Case.objects.filter(number=key).first()

    def make(self, key: str) -> models.Model:
        return Case()

    def store(self, instance: Any, *, by: Any, note: str, version: int | None) -> None:
        typed = instance.__dict__.pop("typed_rows", {})
        actions.import_case(instance, by=by, note=note, version=version, **typed)
