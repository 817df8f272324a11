"""The matrix: objects down, texts across, and how it is narrowed. Nine questions, however long."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from django.contrib.contenttypes.models import ContentType
from django.core.paginator import Page, Paginator
from django.db.models import Count, Sum
from django.http import QueryDict
from django.utils.functional import Promise, cached_property
from django.utils.text import capfirst

from partnership.accounts.models import User
from partnership.core import languages
from partnership.translations import declared
from partnership.translations.choices import COUNTED, ICONS, LOOKS, OPEN, State
from partnership.translations.declared import Part, Translated
from partnership.translations.models import TranslatedObject, TranslationUnit
from partnership.translations.querysets import TranslatedObjectQuerySet

PER_PAGE: Final = 50


@dataclass(frozen=True, slots=True)
class Cell:
    """One text, or all texts of the rows of one kind; `count` is empty for a single text."""

    state: State | None
    anchor: str = ""
    count: str = ""

    @property
    def icon(self) -> str:
        return ICONS[self.state] if self.state else ""

    @property
    def look(self) -> str:
        return LOOKS[self.state] if self.state else ""

    @property
    def word(self) -> str | Promise:
        return self.state.label if self.state else ""

    @property
    def is_open(self) -> bool:
        return self.state in OPEN


@dataclass(frozen=True, slots=True)
class Line:
    thing: TranslatedObject
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to narrow or to leave it; `count` may be empty."""

    label: str | Promise
    query: str
    is_chosen: bool
    count: int | None = None
    state: State | None = None

    @property
    def icon(self) -> str:
        return ICONS[self.state] if self.state else ""

    @property
    def look(self) -> str:
        return LOOKS[self.state] if self.state else ""


@dataclass
class Asked:
    """What the address asks for; what is unknown there is left out."""

    person: User
    data: QueryDict
    ticks: dict[str, bool] = field(init=False)

    def __post_init__(self) -> None:
        self.ticks = {name: self.data.get(name) == "1" for name in ("late", "mine", "behind")}

    @property
    def state(self) -> State | None:
        value = self.data.get("state")
        return State(value) if value in State.values else None

    @property
    def language(self) -> str:
        value = self.data.get("language", "")
        return value if value in languages.LANGUAGES else ""

    @property
    def text(self) -> str:
        return self.data.get("q", "").strip()[:100]

    def narrowed(self) -> TranslatedObjectQuerySet:
        """Return the objects of all kinds that fit."""
        rows: TranslatedObjectQuerySet = TranslatedObject.objects.visible_to(self.person)
        if self.state:
            rows = rows.in_state(self.state)
        if self.ticks["late"]:
            rows = rows.late()
        if self.ticks["behind"]:
            rows = rows.behind()
        if self.ticks["mine"]:
            rows = rows.assigned_to(self.person)
        if self.language:
            rows = rows.into(self.language)
        return rows.called(self.text) if self.text else rows

    def query(self, **changed: str) -> str:
        """Return the query with some values changed, empty ones left out; the page begins anew."""
        query = self.data.copy()
        query.pop("p", None)
        for name, value in changed.items():
            query[name] = value
        return f"?{'&'.join(f'{k}={v}' for k, v in _encoded(query))}"


def _encoded(query: QueryDict) -> Iterator[tuple[str, str]]:
    for pair in query.urlencode().split("&"):
        name, _equals, value = pair.partition("=")
        if value:
            yield name, value


class Matrix:
    """One page of it."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        sums = {name: Sum(name) for name in (state.replace("-", "_") for state in COUNTED)}
        rows = asked.narrowed().values("kind").annotate(things=Count("pk"), **sums)
        self.sums: dict[str, dict[str, Any]] = {
            row["kind"]: dict(row) for row in rows.order_by("kind")
        }

    @cached_property
    def kind(self) -> Translated:
        """The kind chosen; else the first of which something fits."""
        wanted = self.asked.data.get("kind", "")
        if wanted in declared.registry.kinds:
            return declared.of_kind(wanted)
        known = [kind for kind in declared.kinds() if kind.kind in self.sums]
        return (known or list(declared.kinds()))[0]

    @property
    def kinds(self) -> list[Choice]:
        return [
            Choice(
                capfirst(str(kind.plural)),
                self.asked.query(kind=kind.kind),
                kind is self.kind,
                self.sums.get(kind.kind, {}).get("things", 0),
            )
            for kind in declared.kinds()
        ]

    @property
    def states(self) -> list[Choice]:
        """The states with how many texts are in each; together the legend."""
        sums = self.sums.get(self.kind.kind, {})
        return [
            Choice(
                state.label,
                self.asked.query(state="" if self.asked.state is state else state),
                self.asked.state is state,
                sums.get(state.replace("-", "_")) or 0,
                state,
            )
            for state in COUNTED
        ]

    @property
    def heads(self) -> list[str]:
        first, *rest = self.kind.parts
        names = [first.field_label(name) for name in first.fields]
        return names + [capfirst(str(part.model._meta.verbose_name_plural)) for part in rest]

    @cached_property
    def page(self) -> Page:
        rows = self.asked.narrowed().most_urgent_first().filter(kind=self.kind.kind)
        paginator = Paginator(rows, PER_PAGE)
        paginator.count = self.sums.get(self.kind.kind, {}).get("things", 0)
        return paginator.get_page(self.asked.data.get("p"))

    @cached_property
    def lines(self) -> list[Line]:
        things = list(self.page.object_list)
        keys = [thing.pk for thing in things]
        own, ofs = self._own(keys), self._rows(keys)
        first = self.kind.parts[0]
        return [
            Line(
                thing,
                [Cell(own.get((thing.pk, name)), f"t-{name}") for name in first.fields]
                + [_summed(part, ofs.get((thing.pk, part.label), {})) for part in self.kind.rows],
            )
            for thing in things
        ]

    def _own(self, keys: list[int]) -> dict[tuple[int, str], State]:
        content_type = ContentType.objects.get_for_model(self.kind.model)
        units = TranslationUnit.objects.filter(translated__in=keys, content_type=content_type)
        rows = units.order_by().values_list("translated", "field", "state")
        return {(thing, name): State(state) for thing, name, state in rows}

    def _rows(self, keys: list[int]) -> dict[tuple[int, str], dict[State, int]]:
        """Return how many texts of each object's rows are in which state, by the rows' model."""
        if not self.kind.rows:
            return {}
        types = ContentType.objects.get_for_models(*(part.model for part in self.kind.rows))
        labels = {kind.pk: model._meta.label_lower for model, kind in types.items()}
        units = TranslationUnit.objects.filter(translated__in=keys, content_type__in=list(labels))
        counts = units.values("translated", "content_type", "state").annotate(number=Count("pk"))
        found: dict[tuple[int, str], dict[State, int]] = {}
        for row in counts.order_by():
            key = (row["translated"], labels[row["content_type"]])
            found.setdefault(key, {})[State(row["state"])] = row["number"]
        return found


def _summed(part: Part, counts: dict[State, int]) -> Cell:
    """Return the state that asks most, and how many texts are in it of how many that count."""
    for state in (State.STALE, State.MISSING, State.IN_REVIEW, State.DRAFT, State.APPROVED):
        if counts.get(state):
            total = sum(number for each, number in counts.items() if each is not State.NOT_NEEDED)
            return Cell(state, f"p-{part.model._meta.model_name}", f"{counts[state]}/{total}")
    return Cell(State.NOT_NEEDED if counts else None)


def context_of(asked: Asked) -> dict[str, Any]:
    matrix = Matrix(asked)
    return {"asked": asked, "matrix": matrix, "page": matrix.page, "lines": matrix.lines}
