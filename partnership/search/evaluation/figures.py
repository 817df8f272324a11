"""How good an answer is, and how fast answers come."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import mean
from time import perf_counter
from typing import Final

from partnership.search.evaluation.judged import Query

DEPTH: Final = 10  # results that count
RELEVANT: Final = 2  # grade from which on a document counts as found
MILLISECONDS: Final = 1_000
ROUNDS: Final = 2  # that count
Search = Callable[[str], list[int]]


@dataclass
class Figures:
    """Of all questions: nDCG and recall at 10 by class, questions without a relevant hit, and the
    times of all answers in milliseconds."""

    ndcg: dict[str, list[float]] = field(default_factory=dict)
    recall: dict[str, list[float]] = field(default_factory=dict)
    without: list[str] = field(default_factory=list)
    times: list[float] = field(default_factory=list)

    def mean_of(self, name: str, group: str = "") -> float:
        by_group: dict[str, list[float]] = getattr(self, name)
        values = [value for key, each in by_group.items() for value in each if group in ("", key)]
        return mean(values) if values else 0.0


def warmed_up(search: Search, queries: Sequence[Query]) -> Figures:
    """Measure a search behind a round that does not count: what is made and read once is no
    answer's time, neither ours nor that of the plain search."""
    measured(search, queries, 1)
    return measured(search, queries, ROUNDS)


def measured(search: Search, queries: Sequence[Query], rounds: int) -> Figures:
    """Ask all questions `rounds` times; the first answers are judged."""
    figures = Figures()
    for number in range(rounds):
        for query in queries:
            began = perf_counter()
            keys = search(query.text)
            figures.times.append((perf_counter() - began) * MILLISECONDS)
            if number == 0:
                _judge(figures, query, keys[:DEPTH])
    return figures


def _judge(figures: Figures, query: Query, keys: list[int]) -> None:
    figures.ndcg.setdefault(query.group, []).append(ndcg(keys, query.grades))
    relevant = {key for key, grade in query.grades.items() if grade >= RELEVANT}
    if not relevant:
        return
    found = len(relevant.intersection(keys))
    figures.recall.setdefault(query.group, []).append(found / min(DEPTH, len(relevant)))
    if not found:
        figures.without.append(query.text)


def ndcg(keys: Sequence[int], grades: dict[int, int]) -> float:
    """Return the gain of the order found, divided by that of the best order there is."""
    best = gain(sorted(grades.values(), reverse=True)[:DEPTH])
    return gain([grades.get(key, 0) for key in keys]) / best if best else 1.0


def gain(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades))


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that this share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)] if ordered else 0.0
