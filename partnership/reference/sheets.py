"""Places as a table. An import adds cities; what is there comes from the reviewed files."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partnership.core import languages
from partnership.core.sheets.columns import Choice, Column, Vocabulary, columns_of
from partnership.core.sheets.resource import SheetResource
from partnership.reference import actions
from partnership.reference.choices import CodeSource, PlaceKind
from partnership.reference.models import Place
from partnership.reference.naming import find_forbidden_names

NAMES = ("name", "full_name")
PARENT_RULE = gettext_lazy("country or province: its name, or its code such as MY or MY-07")


def countries_and_provinces() -> list[tuple[int, str, str]]:
    rows = Place.objects.exclude(kind=PlaceKind.CITY).ordered_for().named()
    return [(row["id"], row["code"], row["label"]) for row in rows]


class PlaceSheet(SheetResource):
    """The table of places; a code that is not there yet adds a city."""

    key = "code"
    has_versions = False

    def make_columns(self) -> list[Column]:
        parent = Place._meta.get_field("parent").verbose_name
        return [
            *columns_of(Place, "code", *NAMES, "name_local"),
            Column(
                "parent_id", parent, Choice(Vocabulary(countries_and_provinces), None), PARENT_RULE
            ),
            *columns_of(Place, "latitude", "longitude", "is_coastal"),
            *columns_of(Place, "zero_waste_city_since", "zero_waste_source"),
            *columns_of(Place, "valid_from", "valid_to", "source", "note"),
        ]

    def find(self, key: str) -> models.Model | None:
        return Place.objects.filter(code=key).first()

    def make(self, key: str) -> models.Model:
        return Place(code=key, kind=PlaceKind.CITY, code_source=CodeSource.OWN)

    def validate_instance(
        self, instance: Any, import_validation_errors: Any = None, validate_unique: bool = True
    ) -> None:
        """Hold names to the naming list, too."""
        errors = dict(import_validation_errors or {})
        for name in NAMES:
            for language in languages.LANGUAGES:
                column = languages.column(name, language)
                found = find_forbidden_names(getattr(instance, column) or "", language)
                if found:
                    sentence = _("The form “%(form)s” may not appear. Use “%(use)s”.")
                    texts = [sentence % {"form": item.form, "use": item.use} for item in found]
                    errors[column] = ValidationError(texts)
        instance.take_ancestors_from_parent()
        super().validate_instance(instance, errors)

    def store(self, instance: Any, *, by: Any, note: str, version: int | None) -> None:
        actions.add_city(instance, by=by, note=note)
