"""Cases to read next, each with the reason why it is shown."""

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import islice
from operator import or_
from typing import Final, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cases import index
from cases.cards import CardPlace, CaseCard, Named, cards_for
from cases.choices import HierarchyStep, Instrument, WasteStream
from cases.index import Cases
from cases.points import Points
from partnership.core.choices import label_of
from partnership.search.collections import Index

THEME, PLACE, COUNTRY, STEP, STREAM, INSTRUMENT = 4, 4, 3, 2, 1, 1  # what each weighs
COMPARED: Final = ("theme", "country", "city")  # facets; the last has places of every level
WEIGHTS: Final = {"step": STEP, "stream": STREAM, "instrument": INSTRUMENT}


class Reason(NamedTuple):
    """What two cases share: `kind` is a sentence's beginning, `names` what follows it."""

    kind: str | Promise
    names: tuple[str | Promise, ...]
    weight: int

    @property
    def points(self) -> int:
        return self.weight * len(self.names)


class Related(NamedTuple):
    """A case to read next; the reasons stand in the order of their weight."""

    card: CaseCard
    reasons: tuple[Reason, ...]

    @property
    def points(self) -> int:
        return sum(reason.points for reason in self.reasons)


def related_to(key: int, language: str | None = None, limit: int = 3) -> list[Related]:
    """Return the public cases that share most with the one of this primary key: themes first,
    then place, step of the waste hierarchy, waste streams and instruments. The later one wins a
    draw. One query, however many are alike."""
    public = index.public()
    if key not in public.places:
        return []
    best = islice(_alike(public, public.places[key]), limit)
    own, *others = cards_for([key, *(public.keys[place] for place in best)], language)
    return [Related(other, tuple(_reasons(own, other))) for other in others]


def _alike(public: Index, place: int) -> Iterator[int]:
    """Yield the places of the cases that share a theme or a country with the one at `place`,
    weighed as the reasons are; of a place and its country the place alone counts."""
    by_theme, by_country, by_place = (_sharing(public, place, name) for name in COMPARED)
    alike = reduce(or_, [*by_theme, *by_country], 0) & ~(1 << place)
    same_place = reduce(or_, by_place, 0)
    same_country = reduce(or_, by_country, 0) & ~same_place
    weighed = [(THEME, cases) for cases in by_theme]
    weighed += [(PLACE, same_place), (COUNTRY, same_country)]
    for name, weight in WEIGHTS.items():
        weighed += [(weight, cases) for cases in _sharing(public, place, name)]
    points = Points()
    for weight, cases in weighed:
        points.give(weight, cases)
    return points.best(alike)


def _sharing(public: Index, place: int, name: str) -> list[Cases]:
    """Return, for each value the case has in a facet, the cases that have it too."""
    return [public.sets[name][value] for value in public.values_of(place, name)]


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
        step = label_of(HierarchyStep, mine.hierarchy_step)
        yield Reason(_("Same step of the waste hierarchy"), (step,), STEP)
    streams = [
        label_of(WasteStream, key) for key in mine.waste_streams if key in other.waste_streams
    ]
    if streams:
        yield Reason(_("Same waste stream"), tuple(streams), STREAM)
    instruments = [
        label_of(Instrument, key) for key in mine.instruments if key in other.instruments
    ]
    if instruments:
        yield Reason(_("Same instrument"), tuple(instruments), INSTRUMENT)


def _shared(
    first: Sequence[Named | CardPlace], second: Sequence[Named | CardPlace]
) -> tuple[str, ...]:
    codes = {named.code for named in second}
    return tuple(dict.fromkeys(named.name for named in first if named.code in codes))
