"""How cases are found by the portal's search."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, Final, cast

from django.utils.translation import gettext_lazy as _

from cases import index
from cases.addresses import case_url
from cases.models import Case
from partnership.core.languages import LANGUAGES, column
from partnership.reference.models import Place
from partnership.search import readiness
from partnership.search.sources import Found, Source, Texts, register

BODY: Final = (
    "background",
    "results",
    "success_factors",
    "difficulties",
    "did_not_work",
    "replication_conditions",
    "replications_known",
)
OF_BLOCK: Final = ("title", "done", "who", "enabling_factors", "lessons")
ROWS: Final = ("themes", "partners", "blocks", "places__place__country", "places__place__province")


class CaseSource(Source):
    """Title and summary of a public case are public in both languages, its full text in those it
    was published in."""

    kind = "case"
    label = _("Case")
    plural = _("Cases")
    model = Case

    def found(self, keys: Iterable[int]) -> Iterator[Found]:
        rows = Case.objects.published().filter(pk__in=keys).select_related("organisation")
        for case in rows.prefetch_related(*ROWS):
            yield _found(case)

    def public_keys(self) -> Iterable[int]:
        return Case.objects.published().values_list("pk", flat=True)


def _found(case: Case) -> Found:
    places = _places(case)
    countries = [place for place in places if place.country_id == place.pk]
    return Found(
        object_id=case.pk,
        texts={language: _texts(case, language) for language in LANGUAGES},
        addresses={
            language: case_url(case.number, _text(case, "slug", language), language)
            for language in LANGUAGES
        },
        languages=tuple(case.published_languages),
        public_since=cast("datetime", case.public_since),
        themes=tuple(sorted(theme.code for theme in case.themes.all())),
        countries=tuple(sorted(country.code for country in countries)),
        year=int(case.started[:4]) if case.started else None,
        labels=tuple(dict.fromkeys(filter(None, _labels(case, places)))),
        is_demo=case.is_demo,
    )


def _text(row: Any, name: str, language: str) -> str:
    return getattr(row, column(name, language)) or ""


def _texts(case: Case, language: str) -> Texts:
    title, summary = _text(case, "title", language), _text(case, "summary", language)
    if language not in case.published_languages:
        return Texts(title, summary)
    parts = [_text(case, name, language) for name in BODY]
    parts += [_text(block, name, language) for block in case.blocks.all() for name in OF_BLOCK]
    parts += [_text(partner, "name", language) for partner in case.partners.all()]
    return Texts(title, summary, "\n".join(filter(None, parts)))


def _places(case: Case) -> list[Place]:
    """Return the places of a case and those they lie in, each once."""
    found: dict[int, Place] = {}
    for row in case.places.all():
        for place in (row.place, row.place.province, row.place.country):
            if place is not None:
                found[place.pk] = place
    return list(found.values())


def _labels(case: Case, places: list[Place]) -> Iterator[str]:
    yield case.number
    for language in LANGUAGES:
        yield _text(case, "short_title", language)
        yield _text(case, "lead_organisation", language)
        for named in (*places, *case.themes.all()):
            yield _text(named, "name", language)
        if case.organisation:
            yield _text(case.organisation, "name", language)


register(CaseSource())
readiness.register("cases", index.public)
