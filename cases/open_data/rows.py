"""Cases in short: plain columns of both languages, three queries for any number of cases."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from django.db.models import QuerySet

from cases import addresses, positions
from cases.models import Case, CasePlace
from partnership.core import languages
from partnership.core.api.texts import Texts, columns, pair
from partnership.core.figures import number
from partnership.core.models.publication import publication_field

AS_THEY_ARE = (
    "number",
    "is_demo",
    "hierarchy_step",
    "waste_streams",
    "instruments",
    "business_model",
    "scale",
    "phase",
    "sdg_targets",
    "evidence_grade",
    "public_since",
    "updated_at",
)
DATES = ("started", "ended", "results_from", "results_to")
TEXTS = ("title", "short_title", "summary")
COLUMNS = [
    "pk",
    "edition",
    *AS_THEY_ARE,
    *DATES,
    *columns(*TEXTS),
    *(publication_field(language) for language in languages.LANGUAGES),
]
PLACE_COLUMNS = {
    "case_id": "case_id",
    "code": "place__code",
    "kind": "place__kind",
    "country": "place__country__code",
    "province": "place__province__code",
    "latitude": "shown_latitude",
    "longitude": "shown_longitude",
    **{column: f"place__{column}" for column in columns("name")},
    **{column: column for column in columns("site")},
}

Row = dict[str, Any]


def build(cases: QuerySet[Any]) -> list[Row]:
    """Return the cases in their order, each as the API lists it."""
    found = list(cases.values(*COLUMNS))
    keys = [row["pk"] for row in found]
    places, themes = places_of(keys), themes_of(keys)
    return [_row(row, places[row["pk"]], themes[row["pk"]]) for row in found]


def masked(texts: Texts, public: Collection[str]) -> Texts:
    """Return the texts with null for a language in which the case is not public."""
    return {language: text if language in public else None for language, text in texts.items()}


def _row(row: Row, places: list[Row], themes: list[Row]) -> Row:
    public = [code for code in languages.LANGUAGES if row[publication_field(code)]]
    return {
        **{name: row[name] for name in AS_THEY_ARE},
        "version": row["edition"],
        **{name: row[name] or None for name in DATES},
        **{name: pair(row, name) for name in TEXTS},
        "pages": addresses.pages(row["number"]),
        "languages": public,
        "places": [place | {"site": masked(place["site"], public)} for place in places],
        "themes": themes,
    }


def places_of(keys: list[int]) -> dict[int, list[Row]]:
    """Return the places of each case, the main one first."""
    found = defaultdict(list)
    exact = {f"shown_{name}": positions.shown(name) for name in ("latitude", "longitude")}
    rows = CasePlace.objects.filter(case__in=keys).annotate(**exact).order_by("order")
    for values in rows.values_list(*PLACE_COLUMNS.values()):
        row = dict(zip(PLACE_COLUMNS, values, strict=True))
        found[row["case_id"]].append(
            {
                "code": row["code"],
                "kind": row["kind"],
                "name": pair(row, "name"),
                "country": row["country"],
                "province": row["province"],
                "site": pair(row, "site"),
                "latitude": number(row["latitude"]),
                "longitude": number(row["longitude"]),
            }
        )
    return found


def themes_of(keys: list[int]) -> dict[int, list[Row]]:
    """Return the themes of each case, in the order reference data gives them."""
    found = defaultdict(list)
    rows = (
        Case.objects.filter(pk__in=keys, themes__isnull=False)
        .order_by("themes__position", "themes__code")
        .values("pk", "themes__code", *columns("themes__name"))
    )
    for row in rows:
        theme = {"code": row["themes__code"], "name": pair(row, "themes__name")}
        found[row["pk"]].append(theme)
    return found
