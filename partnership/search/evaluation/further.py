"""Further figures: fresh saves, size, counting, suggestions, snippets."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from time import perf_counter

from partnership.search.evaluation.distractors import distractors
from partnership.search.evaluation.figures import MILLISECONDS, Search, measured, percentile
from partnership.search.evaluation.judged import KIND, Judged
from partnership.search.evaluation.scratch import PLAIN, size_of
from partnership.search.glossary import book
from partnership.search.indexing import writing

SAVES = 500
SAVED_KEY = 9_000_000
TABLES = ("search_searchentry", "search_searchtext", "search_lexemecount")


@dataclass
class Further:
    """`after_saves` are times of answers after 500 saves without VACUUM, `saves` those of one save
    each; `size` is that of the search tables over that of the texts alone."""

    after_saves: list[float] = field(default_factory=list)
    saves: list[float] = field(default_factory=list)
    size: float = 0.0


def further_figures(search: Search, judged: Judged) -> Further:
    plain = size_of(PLAIN)
    size = size_of(*TABLES) / plain
    saves = _save(judged)
    after = measured(search, judged.queries, 2).times
    return Further(after, saves, size)


def _save(judged: Judged) -> list[float]:
    """Save fresh things one by one, as people do."""
    known = book.current()
    fresh = distractors(SAVES, [query.text for query in judged.queries], seed=2)
    return [
        timed(lambda: writing.write(KIND, [moved], known))  # noqa: B023
        for moved in (replace(each, object_id=each.object_id + SAVED_KEY) for each in fresh)
    ]


def timed(deed: Callable[[], object]) -> float:
    """Return how many milliseconds it took."""
    began = perf_counter()
    deed()
    return (perf_counter() - began) * MILLISECONDS


def p95(times: list[float]) -> float:
    return percentile(times, 0.95)
