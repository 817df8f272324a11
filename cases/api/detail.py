"""One case in full. A text in a language that is not public is null, though a draft may exist."""

from typing import Any

from django.db.models import Model

from cases import addresses
from cases.api.rows import AS_THEY_ARE, DATES, TEXTS, Row, places_of, themes_of
from cases.models import Case
from partnership.core import languages
from partnership.core.api.texts import Texts, both
from partnership.core.figures import number

LONG_TEXTS = (
    "background",
    "results",
    "success_factors",
    "difficulties",
    "did_not_work",
    "replication_conditions",
    "replications_known",
)
SOURCE = (
    "key",
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


class Writer:
    """Takes texts of a case and its rows, only in the languages in which the case is public."""

    def __init__(self, case: Case) -> None:
        self.public = case.published_languages

    def __call__(self, row: Model, name: str) -> Texts:
        chinese, english = (
            getattr(row, languages.column(name, language)) if language in self.public else None
            for language in languages.LANGUAGES
        )
        return both(chinese, english)


def build(case: Case) -> Row:
    """Return everything public about a case that was fetched `with_rows`."""
    texts = Writer(case)
    return {
        **{name: getattr(case, name) for name in AS_THEY_ARE},
        **{name: getattr(case, name) or None for name in DATES},
        **{name: _in_both(case, name) for name in TEXTS},
        "pages": addresses.pages(case.number),
        "languages": case.published_languages,
        "source_language": case.source_language,
        "places": _places(case, texts),
        "themes": themes_of([case.pk])[case.pk],
        "coast_length_km": number(case.coast_length_km),
        "area_km2": number(case.area_km2),
        "lead_organisation": texts(case, "lead_organisation"),
        **{name: texts(case, name) for name in LONG_TEXTS},
        "partners": [
            {"name": texts(partner, "name"), "role": partner.role}
            for partner in case.partners.all()
        ],
        "blocks": [_block(block, texts) for block in case.blocks.all()],
        "indicators": [_indicator(row, texts) for row in case.indicators.all()],
        "money": [_sum(row, texts) for row in case.sums.all()],
        "sources": [
            {name: getattr(source, name) or None for name in SOURCE}
            for source in case.sources.all()
        ],
        "last_fact_checked_on": case.last_fact_checked_on,
    }


def _in_both(case: Case, name: str) -> Texts:
    chinese, english = (
        getattr(case, languages.column(name, language)) for language in languages.LANGUAGES
    )
    return both(chinese, english)


def _places(case: Case, texts: Writer) -> list[Row]:
    """The site is part of the full text; the place itself has its name in both languages."""
    return [
        row | {"site": texts(place, "site")}
        for row, place in zip(places_of([case.pk])[case.pk], case.places.all(), strict=True)
    ]


def _block(block: Any, texts: Writer) -> Row:
    names = ("title", "done", "who", "cost_share", "enabling_factors", "lessons")
    return {name: texts(block, name) for name in names}


def _indicator(row: Any, texts: Writer) -> Row:
    return {
        "name": texts(row, "name"),
        "qualifier": row.qualifier,
        "value": number(row.value),
        "unit": texts(row, "unit"),
        "as_of": row.as_of or None,
        "period": texts(row, "period"),
        "definition": texts(row, "definition"),
        "baseline_value": number(row.baseline_value),
        "baseline_note": texts(row, "baseline_note"),
        "method": texts(row, "method"),
        "series": row.series or None,
        "source": row.source.key if row.source else None,
        "grade": row.grade or None,
        "is_verified": row.verified_at is not None,
    }


def _sum(row: Any, texts: Writer) -> Row:
    return {
        "kind": row.kind,
        "amount": number(row.amount),
        "currency": row.currency,
        "year": row.year,
        "funding": row.funding,
        "note": texts(row, "note"),
        "source": row.source.key if row.source else None,
    }
