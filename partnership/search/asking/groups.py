"""What a question asks for, one group for each thing it names."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

from django.utils.functional import cached_property

from partnership.search.asking.statements import list_of
from partnership.search.indexing.lexemes import quoted, sought

SUBJECT_SHARE: Final = 0.7  # of a group's rank; the rest is for the very words that were typed
PARTS_SHARE: Final = 0.3
BROADER_SHARE: Final = 0.1
RARE: Final = 4.0  # the weight of what stands in two of a hundred entries
MOST_GROUPS: Final = 12
MOST_COMBINED: Final = 6  # groups among which the better half is looked for
OF_TWO, OF_MORE, PAIR = 0.4, 0.18, 2  # the share of the weight that is enough
ROUNDING: Final = 1e-9
Lexemes = tuple[str, ...]


@dataclass(frozen=True)
class Group:
    """One thing asked for. `subjects` are lexemes of the glossary, `literals` those of the words as
    typed; `parts` are subjects that together mean the same, `broader` ones that will do
    where little is found. `shown` is how a page names it, `weight`
    how rare it is. With `is_either` the words do as well as the subject. What no entry has in its
    head (`is_in_heads`) says nothing about what is enough of a question."""

    shown: str
    subjects: Lexemes = ()
    literals: Lexemes = ()
    parts: tuple[Lexemes, ...] = ()
    broader: Lexemes = ()
    is_either: bool = False
    is_in_heads: bool = True
    weight: float = 1.0
    near_weights: tuple[float, ...] = ()

    @cached_property
    def match(self) -> str:
        """Return the tsquery an entry has to match."""
        if not self.subjects:
            return all_of(map(sought, self.literals))
        ways = list(map(quoted, self.subjects))
        if self.parts:
            ways.append(all_of(any_of(map(quoted, part)) for part in self.parts))
        if self.is_either:
            ways.append(all_of(map(sought, self.literals)))
        return any_of(ways)

    @cached_property
    def wide_match(self) -> str:
        """Return the tsquery for what has at least to do with it; frequent subjects would let
        everything in."""
        near = zip(self.near, self.near_weights, strict=True)
        rare = [lexemes for (lexemes, _share), weight in near if weight >= RARE]
        return any_of([self.match, *(quoted(lexeme) for lexemes in rare for lexeme in lexemes)])

    @cached_property
    def near(self) -> list[tuple[Lexemes, float]]:
        """Return subjects near to this one, with the share of their own weight that counts."""
        parts = [(part, PARTS_SHARE / len(self.parts)) for part in self.parts]
        return parts + [((subject,), BROADER_SHARE) for subject in self.broader]

    @cached_property
    def ranks(self) -> list[tuple[str, float]]:
        """Return tsqueries with what their words count; any of the words of each does."""
        literal = any_of(map(sought, self.literals))
        if not self.subjects:
            return [(literal, self.weight)]
        ranks = [(any_of(map(quoted, self.subjects)), SUBJECT_SHARE * self.weight)]
        if self.literals:
            ranks.append((literal, (1 - SUBJECT_SHARE) * self.weight))
        for (lexemes, share), weight in zip(self.near, self.near_weights, strict=True):
            ranks.append((any_of(map(quoted, lexemes)), share * weight))
        return ranks


@dataclass(frozen=True)
class Asked:
    """All groups, what must not be there, and what must: `required` are tsqueries, `only` the keys
    of the entries that have all phrases, where some are asked for."""

    groups: tuple[Group, ...] = ()
    excluded: tuple[str, ...] = field(default=())
    required: tuple[str, ...] = ()
    only: tuple[int, ...] | None = None

    @cached_property
    def everything(self) -> str:
        """Return the tsquery for entries with all that is asked for."""
        return self._bounded(all_of(group.match for group in self.groups))

    @property
    def condition(self) -> tuple[str, list[Any]]:
        """Return the SQL and its parameters for what no tsquery says; empty without phrases."""
        if self.only is None:
            return "", []
        return " AND entry.id IN (SELECT unnest(%s::bigint[]))", [list_of(self.only)]

    @cached_property
    def anything(self) -> str:
        """Return the tsquery of all words and subjects, whichever is there."""
        return any_of(query for group in self.groups for query, _weight in group.ranks)

    @cached_property
    def most(self) -> str:
        """Return the tsquery for entries with enough of it: of two things one, unless it says
        little; of more at least a sixth of the weight."""
        there = [group for group in self.groups if group.is_in_heads] or list(self.groups)
        groups = sorted(there, key=lambda group: -group.weight)[:MOST_COMBINED]
        whole = sum(group.weight for group in there)
        share = OF_TWO if len(there) == PAIR else OF_MORE
        ways = _smallest([group.weight for group in groups], share * whole - ROUNDING)
        queries = [all_of(groups[place].wide_match for place in way) for way in ways]
        return self._bounded(any_of(queries)) if queries else self.everything

    def _bounded(self, query: str) -> str:
        excluded = (f"!({each})" for each in self.excluded)
        return " & ".join([f"({query})", *self.required, *excluded])


def rarity(entries: int, of: int) -> float:
    """Return how much a word says that stands in `entries` of so many."""
    return math.log(1 + of / (1 + entries))


def _smallest(weights: Sequence[float], enough: float) -> list[list[int]]:
    """Return the smallest choices of places whose weights are enough: none of them has another one
    within it. A choice is a number whose bits are its places."""
    sums, ways = [0.0] * (1 << len(weights)), list[int]()
    for choice in _choices(len(weights)):
        lowest = choice & -choice
        sums[choice] = sums[choice ^ lowest] + weights[lowest.bit_length() - 1]
        if sums[choice] >= enough and not any(way & choice == way for way in ways):
            ways.append(choice)
    places = range(len(weights))
    return [[place for place in places if way >> place & 1] for way in ways]


@cache
def _choices(number: int) -> list[int]:
    """Return all choices of so many places, the smaller ones first."""
    return sorted(range(1, 1 << number), key=int.bit_count)


def any_of(queries: object) -> str:
    return _joined(" | ", queries)


def all_of(queries: object) -> str:
    return _joined(" & ", queries)


def _joined(operator: str, queries: object) -> str:
    listed = list(dict.fromkeys(queries))  # type: ignore[call-overload]
    return listed[0] if len(listed) == 1 else f"({operator.join(listed)})"
