"""Cases to read next, each with the reason why it is shown."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, reduce
from itertools import islice
from operator import or_
from typing import Any, Final, NamedTuple, Self

from django.apps import apps
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, QuerySet, Value
from django.db.models.functions import Coalesce, JSONObject
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cases import index
from cases.cards import CardPlace, place_rows
from cases.facets import FACETS
from cases.index import Cases
from cases.points import Points
from partnership.core import languages
from partnership.core.prepared import Prepared, by_keys
from partnership.reference import names as reference
from partnership.search.collections import Index

THEME, PLACE, COUNTRY, STEP, STREAM, INSTRUMENT = 4, 4, 3, 2, 1, 1  # what each weighs
LEVELS: Final = ("city", "province", "country")  # of the places in the facet `city`
KINDS: Final = (
    ("step", _("Same step of the waste hierarchy"), STEP),
    ("stream", _("Same waste stream"), STREAM),
    ("instrument", _("Same instrument"), INSTRUMENT),
)
COMPARED: Final = ("theme", "country", "city", *(name for name, _kind, _weight in KINDS))

Values = dict[str, list[str]]  # per facet


class Reason(NamedTuple):
    """What two cases share: `kind` is a sentence's beginning, `names` what follows it."""

    kind: str | Promise
    names: tuple[str, ...]
    weight: int

    @property
    def points(self) -> int:
        return self.weight * len(self.names)


class Related(NamedTuple):
    """A case to read next; the reasons stand in the order of their weight."""

    number: str
    slug: str
    title: str
    place: CardPlace | None
    reasons: tuple[Reason, ...]

    @property
    def points(self) -> int:
        return sum(reason.points for reason in self.reasons)


@dataclass(frozen=True)
class Likeness:
    """Which public cases share most with one, found in the index; what they are called is in the
    database still."""

    public: Index
    own: Values
    best: dict[int, int]  # key and place in the index, the most alike first

    @classmethod
    def of(cls, key: int, limit: int = 3) -> Self:
        """Weigh themes first, then place, step of the waste hierarchy, waste streams and
        instruments. The later case wins a draw."""
        public = index.public()
        if key not in public.places:
            return cls(public, {}, {})
        here = public.places[key]
        own = {name: public.values_of(here, name) for name in COMPARED}
        alike = islice(_alike(public, here, own), limit)
        return cls(public, own, {public.keys[place]: place for place in alike})

    @property
    def keys(self) -> list[int]:
        return list(self.best)

    def called(self, rows: Iterable[dict[str, Any]], language: str) -> list[Related]:
        """Return the cases with their names, `rows` being the answer of `question`."""
        found = {row.pop("pk"): row for row in rows}
        return [
            _related(found[key], _reasons(self.public, self.own, place, language))
            for key, place in self.best.items()
            if key in found
        ]


def _related(row: dict[str, Any], reasons: Iterator[Reason]) -> Related:
    places = [CardPlace.of(place) for place in row.pop("places")]
    return Related(**row, place=places[0] if places else None, reasons=tuple(reasons))


@cache
def question(language: str) -> Prepared:
    """What the cases with these keys are called."""
    cases: QuerySet[Any] = by_keys(QuerySet(apps.get_model("cases", "Case"))).order_by()
    columns = JSONObject(
        pk=F("pk"),
        number=F("number"),
        slug=Coalesce(F(languages.column("slug", language)), Value("")),
        title=F(languages.column("title", language)),
        places=ArraySubquery(place_rows(language)[:1]),
    )
    return Prepared(cases.values_list(columns))


def _alike(public: Index, here: int, own: Values) -> Iterator[int]:
    """Yield the places of the cases that share a theme or a country with the one at `here`,
    weighed as the reasons are; of a place and its country the place alone counts."""
    sharing = {name: [public.sets[name][value] for value in own[name]] for name in COMPARED}
    alike = reduce(or_, [*sharing["theme"], *sharing["country"]], 0) & ~(1 << here)
    same_place: Cases = reduce(or_, sharing["city"], 0)
    same_country = reduce(or_, sharing["country"], 0) & ~same_place
    weighed = [(THEME, cases) for cases in sharing["theme"]]
    weighed += [(PLACE, same_place), (COUNTRY, same_country)]
    for name, _kind, weight in KINDS:
        weighed += [(weight, cases) for cases in sharing[name]]
    points = Points()
    for weight, cases in weighed:
        points.give(weight, cases)
    return points.best(alike)


def _reasons(public: Index, own: Values, other: int, language: str) -> Iterator[Reason]:
    """Say what the case at `other` has of the values `own`."""
    shared = {name: public.among_those_of(other, name, values) for name, values in own.items()}
    if shared["theme"]:
        yield Reason(_("Same theme"), _called("theme", shared["theme"], language), THEME)
    if shared["city"]:
        yield Reason(_("Same place"), _places(shared["city"], language)[:1], PLACE)
    elif shared["country"]:
        countries = _called("country", shared["country"], language)
        yield Reason(_("Same country"), countries[:1], COUNTRY)
    for name, kind, weight in KINDS:
        if shared[name]:
            yield Reason(kind, _called(name, shared[name], language), weight)


def _called(name: str, values: list[str], language: str) -> tuple[str, ...]:
    return tuple(FACETS[name].labels(values, language).values())


def _places(codes: list[str], language: str) -> tuple[str, ...]:
    """The facet of cities has the places of every level; the nearest comes first."""
    return tuple(
        name for level in LEVELS for name in reference.names_of(level, codes, language).values()
    )
