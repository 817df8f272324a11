"""The question that reads a case with all its rows in one language.

Querysets are plain ones: modeltranslation has nothing to add where columns are named.
"""

from collections.abc import Mapping
from functools import cache

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, Model, OuterRef, QuerySet, Subquery, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, JSONObject

from cases import positions
from cases.models import (
    BuildingBlock,
    Case,
    CasePartner,
    CasePlace,
    CaseSource,
    IndicatorRow,
    MoneyRow,
)
from cases.pictures import picture_rows
from partnership.core import languages
from partnership.core.prepared import Prepared, by_keys
from partnership.events.models import Event
from partnership.events.querysets import EventQuerySet
from partnership.network.models import Organisation
from partnership.network.querysets import OrganisationQuerySet
from partnership.reference.models import Theme
from partnership.translations.notices import source_changed_at

PLAIN = (
    "number",
    "edition",
    "is_demo",
    "source_language",
    "public_since",
    "published_zh_hans_at",
    "published_en_at",
    "updated_at",
    "last_fact_checked_on",
    "started",
    "ended",
    "results_from",
    "results_to",
    "hierarchy_step",
    "waste_streams",
    "instruments",
    "business_model",
    "scale",
    "phase",
    "sdg_targets",
    "coast_length_km",
    "area_km2",
    "evidence_grade",
    "text_licence",
    "reviewed_by",
    "translated_by",
)
TEXTS = (
    "title",
    "short_title",
    "summary",
    "lead_organisation",
    "background",
    "results",
    "success_factors",
    "difficulties",
    "did_not_work",
    "replication_conditions",
    "replications_known",
)
INDICATOR_PLAIN = ("qualifier", "value", "as_of", "baseline_value", "grade", "series")
INDICATOR_TEXTS = ("name", "unit", "period", "definition", "baseline_note", "method")
SOURCE_PLAIN = (
    "type",
    "author",
    "title",
    "title_translation",
    "container",
    "publisher",
    "issued",
    "url",
    "language",
    "grade",
)
# Empty while the organisation is not in the directory: nothing may lead to its page then. Asked by
# itself, since for a join the database would read the whole directory.
LISTED_SLUG = Coalesce(
    Subquery(
        OrganisationQuerySet(Organisation)
        .listed()
        .filter(pk=OuterRef("organisation"))
        .values("slug")
    ),
    Value(""),
)
BLOCK_TEXTS = ("title", "done", "who", "cost_share", "enabling_factors", "lessons")


@cache
def dossier_question(language: str) -> Prepared:
    cases: QuerySet[Case] = by_keys(QuerySet(Case)).order_by()
    return Prepared(cases.values_list(_everything(language)))


def _everything(language: str) -> JSONObject:
    return JSONObject(
        **{name: F(name) for name in PLAIN},
        organisation_slug=LISTED_SLUG,
        source_changed_at=source_changed_at("case", language),
        texts=_texts(TEXTS, language),
        slugs=JSONObject(
            **{code: F(languages.column("slug", code)) for code in languages.LANGUAGES}
        ),
        themes=ArraySubquery(_themes(language)),
        dialogues=ArraySubquery(_dialogues(language)),
        places=_rows(CasePlace, language, ("site",), more=_place(language)),
        pictures=ArraySubquery(picture_rows(language)),
        partners=_rows(CasePartner, language, ("name",), more={"role": F("role")}),
        blocks=_rows(BuildingBlock, language, BLOCK_TEXTS),
        indicators=_rows(
            IndicatorRow,
            language,
            INDICATOR_TEXTS,
            INDICATOR_PLAIN,
            more={"source": F("source__key")},
        ),
        sums=_rows(
            MoneyRow,
            language,
            ("note",),
            ("kind", "amount", "currency", "year", "funding"),
            more={"source": F("source__key")},
        ),
        sources=_rows(CaseSource, language, (), ("key", *SOURCE_PLAIN)),
    )


def _texts(names: tuple[str, ...], language: str) -> JSONObject:
    return JSONObject(**{name: F(languages.column(name, language)) for name in names})


def _rows(
    model: type[Model],
    language: str,
    texts: tuple[str, ...],
    plain: tuple[str, ...] = (),
    more: Mapping[str, Combinable] | None = None,
) -> ArraySubquery:
    """Return the rows of a case in their order, one JSON object each."""
    columns = {name: F(languages.column(name, language)) for name in texts}
    columns |= {name: F(name) for name in plain}
    rows: QuerySet[Model] = QuerySet(model).filter(case=OuterRef("pk")).order_by("order")
    return ArraySubquery(rows.values_list(JSONObject(**columns, **(more or {}))))


def _place(language: str) -> dict[str, Combinable]:
    name = languages.column("name", language)
    return {
        "code": F("place__code"),
        "level": F("place__kind"),
        "name": F(f"place__{name}"),
        "country": F(f"place__country__{name}"),
        "exact_latitude": positions.shown("latitude"),
        "exact_longitude": positions.shown("longitude"),
        "latitude": F("place__latitude"),
        "longitude": F("place__longitude"),
    }


def _themes(language: str) -> QuerySet:
    named = JSONObject(code=F("code"), name=F(languages.column("name", language)))
    themes: QuerySet[Theme] = (
        QuerySet(Theme).filter(cases=OuterRef("pk")).order_by("position", "code")
    )
    return themes.values_list(named)


def _dialogues(language: str) -> QuerySet:
    """The public ones, the latest first."""
    named = JSONObject(slug=F("slug"), title=F(languages.column("title", language)))
    dialogues: QuerySet = EventQuerySet(Event).published().filter(cases=OuterRef("pk"))
    return dialogues.order_by("-starts_at", "-pk").values_list(named)
