"""Cases to read next, each with the reason why it is shown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Self

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cases.cards import CaseCard, Named, cards_for
from cases.choices import HierarchyStep, Instrument, WasteStream
from cases.models import Case, CasePlace
from partnership.core.prepared import KEYS, AnyOf, Prepared

CANDIDATES: Final = 200  # the latest ones; enough to choose from, few enough to compare at once
SETS: Final = ("waste_streams", "instruments", "places", "countries", "themes")
THEME, PLACE, COUNTRY, STEP, STREAM, INSTRUMENT = 4, 4, 3, 2, 1, 1  # what each weighs


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
        return sum(reason.points for reason in self.reasons)


@dataclass(frozen=True, slots=True)
class _Traits:
    """By what cases are compared; places, countries and themes by their primary keys."""

    pk: int
    hierarchy_step: str
    waste_streams: frozenset[str]
    instruments: frozenset[str]
    places: frozenset[int]
    countries: frozenset[int]
    themes: frozenset[int]

    @classmethod
    def of(cls, row: dict[str, Any]) -> Self:
        sets = {name: frozenset(row[name]) for name in SETS}
        return cls(row["pk"], row["hierarchy_step"], **sets)

    def points_with(self, other: Self) -> int:
        """Weigh what the two have in common, as the reasons do."""
        place = PLACE if self.places & other.places else 0
        country = COUNTRY if self.countries & other.countries else 0
        return (
            THEME * len(self.themes & other.themes)
            + (place or country)
            + STEP * (self.hierarchy_step == other.hierarchy_step != "")
            + STREAM * len(self.waste_streams & other.waste_streams)
            + INSTRUMENT * len(self.instruments & other.instruments)
        )


def related_to(key: int, language: str | None = None, limit: int = 3) -> list[Related]:
    """Return the public cases that share most with the one of this primary key: themes first,
    then place, step of the waste hierarchy, waste streams and instruments. The later one wins a
    draw. Two queries, however many are alike."""
    traits = {row["pk"]: _Traits.of(row) for row in _question().ask([key])}
    mine = traits.pop(key)
    points = {pk: mine.points_with(other) for pk, other in traits.items()}
    best = sorted(points, key=lambda pk: -points[pk])[:limit]
    own, *others = cards_for([key, *best], language)
    return [Related(other, tuple(_reasons(own, other))) for other in others]


@cache
def _question() -> Prepared:
    """The case itself, and the latest public ones that share a theme or a country with it."""
    itself = AnyOf(F("pk"), KEYS)
    cases: QuerySet[Case] = QuerySet(Case)
    others = cases.filter(_alike(), public_since__isnull=False).exclude(itself)
    latest = others.order_by("-public_since", "-pk")[:CANDIDATES]
    compared = cases.filter(itself | Q(pk__in=latest.values("pk")))
    placed: QuerySet[CasePlace] = QuerySet(CasePlace).filter(case=OuterRef("pk"))
    tagged: QuerySet[Any] = QuerySet(Case.themes.through).filter(case=OuterRef("pk"))
    traits = JSONObject(
        **{name: F(name) for name in ("pk", "hierarchy_step", "waste_streams", "instruments")},
        places=ArraySubquery(placed.values("place_id")),
        countries=ArraySubquery(placed.values("place__country_id")),
        themes=ArraySubquery(tagged.values("theme_id")),
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


def _reasons(mine: CaseCard, other: CaseCard) -> Iterator[Reason]:
    shared_themes = _shared(mine.themes, other.themes)
    if shared_themes:
        yield Reason(_("Same theme"), shared_themes, THEME)
    places = _shared(mine.places, other.places)
    countries = _shared(
        [place.country for place in mine.places], [place.country for place in other.places]
    )
    if places:
        yield Reason(_("Same place"), places[:1], PLACE)
    elif countries:
        yield Reason(_("Same country"), countries[:1], COUNTRY)
    if mine.hierarchy_step and mine.hierarchy_step == other.hierarchy_step:
        step = HierarchyStep(mine.hierarchy_step).label
        yield Reason(_("Same step of the waste hierarchy"), (step,), STEP)
    streams = [WasteStream(key).label for key in mine.waste_streams if key in other.waste_streams]
    if streams:
        yield Reason(_("Same waste stream"), tuple(streams), STREAM)
    instruments = [Instrument(key).label for key in mine.instruments if key in other.instruments]
    if instruments:
        yield Reason(_("Same instrument"), tuple(instruments), INSTRUMENT)


def _shared(first: Sequence[Named], second: Sequence[Named]) -> tuple[str, ...]:
    codes = {named.code for named in second}
    return tuple(dict.fromkeys(named.name for named in first if named.code in codes))
