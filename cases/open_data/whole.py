"""Cases in full. A text in a language that is not public is null, though a draft may exist."""

from typing import Any

from django.db.models import Model, Prefetch, QuerySet

from cases import addresses
from cases.models import Case, CasePicture
from cases.open_data.rows import AS_THEY_ARE, DATES, TEXTS, Row, masked, places_of, themes_of
from cases.pictures import clear_rows
from partnership.core import languages
from partnership.core.api.texts import Texts, both
from partnership.core.figures import number
from partnership.core.page_meta import site_url
from partnership.documents.addresses import SHARED, picture_url
from partnership.documents.choices import LICENCE_URLS, Licence

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

CLEAR = Prefetch("pictures", clear_rows().select_related("picture__file"), "clear_pictures")
FETCHED = ("partners", "blocks", "sources", "sums__source", "indicators__source", CLEAR)


class Writer:
    """Takes texts of a case and its rows, only in the languages in which the case is public."""

    def __init__(self, case: Case) -> None:
        self.public = case.published_languages

    def __call__(self, row: Model, name: str) -> Texts:
        columns = ((language, languages.column(name, language)) for language in languages.LANGUAGES)
        return both(*(getattr(row, column) if self.may(code) else None for code, column in columns))

    def may(self, language: str) -> bool:
        return language in self.public


def build(cases: QuerySet[Any]) -> list[Row]:
    """Return everything public about the cases, in their order: eleven queries however many."""
    found = list(cases.prefetch_related(*FETCHED))
    keys = [case.pk for case in found]
    places, themes = places_of(keys), themes_of(keys)
    return [_whole(case, places[case.pk], themes[case.pk]) for case in found]


def _whole(case: Case, places: list[Row], themes: list[Row]) -> Row:
    texts = Writer(case)
    return {
        **{name: getattr(case, name) for name in AS_THEY_ARE},
        "version": case.edition,
        **{name: getattr(case, name) or None for name in DATES},
        **{name: _in_both(case, name) for name in TEXTS},
        "pages": addresses.pages(case.number),
        "languages": case.published_languages,
        "source_language": case.source_language,
        "places": [place | {"site": masked(place["site"], texts.public)} for place in places],
        "themes": themes,
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
        "pictures": [_picture(row, texts) for row in case.clear_pictures],  # type: ignore[attr-defined]
        "last_fact_checked_on": case.last_fact_checked_on,
    }


def _in_both(row: Model, name: str) -> Texts:
    chinese, english = (
        getattr(row, languages.column(name, language)) for language in languages.LANGUAGES
    )
    return both(chinese, english)


def _picture(row: CasePicture, texts: Writer) -> Row:
    """A picture with what has to be said where it is used."""
    picture = row.picture
    return {
        "url": site_url(picture_url(picture.file.token, SHARED)),
        "alt_text": _in_both(picture, "alt_text"),
        "caption": texts(row, "caption"),
        "author": picture.author or None,
        "credit": _in_both(picture, "credit"),
        "licence": picture.get_licence_display(),
        "licence_url": LICENCE_URLS[Licence(picture.licence)] or None,
    }


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
