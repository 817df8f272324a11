"""Cases to read next, each with the reason why it is shown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, Q, QuerySet
from django.db.models.functions import JSONObject
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cases.cards import CardPlace, CaseCard, Named, cards_for, place_rows, theme_rows
from cases.choices import HierarchyStep, Instrument, WasteStream
from cases.models import Case, CasePlace
from partnership.core import languages
from partnership.core.prepared import KEYS, AnyOf, Prepared

CANDIDATES = 200  # the latest ones; enough to choose from, few enough to compare at once


@dataclass(frozen=True)
class Reason:
    """What two cases share: `kind` is a sentence's beginning, `names` what follows it."""

    kind: str | Promise
    names: tuple[str | Promise, ...]
    weight: int

    @property
    def points(self) -> int:
        return self.weight * len(self.names)


@dataclass(frozen=True)
class Related:
    """A case to read next; the reasons stand in the order of their weight."""

    card: CaseCard
    reasons: tuple[Reason, ...]

    @property
    def points(self) -> int:
        return _points(self.reasons)


@dataclass(frozen=True, slots=True)
class _Traits:
    """By what cases are compared."""

    pk: int
    hierarchy_step: str
    waste_streams: list[str]
    instruments: list[str]
    places: list[CardPlace]
    themes: list[Named]


def related_to(key: int, language: str | None = None, limit: int = 3) -> list[Related]:
    """Return the public cases that share most with the one of this primary key: themes first,
    then place, step of the waste hierarchy, waste streams and instruments. The later one wins a
    draw. Two queries, however many are alike."""
    wanted = language or languages.current()
    traits = {row["pk"]: _traits(row) for row in _question(wanted).ask([key])}
    mine = traits.pop(key)
    reasons = {other.pk: tuple(_reasons(mine, other)) for other in traits.values()}
    best = sorted(reasons, key=lambda pk: -_points(reasons[pk]))[:limit]
    return [Related(card, reasons[card.pk]) for card in cards_for(best, wanted)]


def _points(reasons: Sequence[Reason]) -> int:
    return sum(reason.points for reason in reasons)


def _traits(row: dict[str, Any]) -> _Traits:
    row["places"] = [CardPlace.of(place) for place in row["places"]]
    row["themes"] = [Named(**theme) for theme in row["themes"]]
    return _Traits(**row)


@cache
def _question(language: str) -> Prepared:
    """The case itself, and the latest public ones that share a theme or a country with it."""
    itself = AnyOf(F("pk"), KEYS)
    cases: QuerySet[Case] = QuerySet(Case)
    others = cases.filter(_alike(), public_since__isnull=False).exclude(itself)
    latest = others.order_by("-public_since", "-pk")[:CANDIDATES]
    compared = cases.filter(itself | Q(pk__in=latest.values("pk")))
    traits = JSONObject(
        **{name: F(name) for name in ("pk", "hierarchy_step", "waste_streams", "instruments")},
        places=ArraySubquery(place_rows(language)),
        themes=ArraySubquery(theme_rows(language)),
    )
    return Prepared(compared.order_by("-public_since", "-pk").values_list(traits))


def _alike() -> Q:
    """Sharing a theme or a country with the case; compared in sets, not row by row."""
    of_the_case = AnyOf(F("case_id"), KEYS)
    tagged: QuerySet[Any] = QuerySet(Case.themes.through)
    placed: QuerySet[CasePlace] = QuerySet(CasePlace)
    themes = tagged.filter(of_the_case).values("theme_id")
    countries = placed.filter(of_the_case).values("place__country_id")
    by_theme = tagged.filter(theme_id__in=themes).values("case_id")
    by_country = placed.filter(place__country_id__in=countries).values("case_id")
    return Q(pk__in=by_theme) | Q(pk__in=by_country)


def _reasons(mine: _Traits, other: _Traits) -> Iterator[Reason]:
    shared_themes = _shared(mine.themes, other.themes)
    if shared_themes:
        yield Reason(_("Same theme"), shared_themes, 4)
    places = _shared(mine.places, other.places)
    countries = _shared(
        [place.country for place in mine.places], [place.country for place in other.places]
    )
    if places:
        yield Reason(_("Same place"), places[:1], 4)
    elif countries:
        yield Reason(_("Same country"), countries[:1], 3)
    if mine.hierarchy_step and mine.hierarchy_step == other.hierarchy_step:
        step = HierarchyStep(mine.hierarchy_step).label
        yield Reason(_("Same step of the waste hierarchy"), (step,), 2)
    streams = [WasteStream(key).label for key in mine.waste_streams if key in other.waste_streams]
    if streams:
        yield Reason(_("Same waste stream"), tuple(streams), 1)
    instruments = [Instrument(key).label for key in mine.instruments if key in other.instruments]
    if instruments:
        yield Reason(_("Same instrument"), tuple(instruments), 1)


def _shared(first: Sequence[Named], second: Sequence[Named]) -> tuple[str, ...]:
    codes = {named.code for named in second}
    return tuple(dict.fromkeys(named.name for named in first if named.code in codes))
