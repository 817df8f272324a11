"""Further figures: fresh saves, size, counting, suggestions, snippets."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from statistics import median
from time import perf_counter
from typing import Final

from django.db import transaction

from partnership.core.languages import CHINESE, ENGLISH
from partnership.search import shelves, snippets
from partnership.search.asking import understood
from partnership.search.evaluation.distractors import distractors
from partnership.search.evaluation.figures import MILLISECONDS, Search, warmed_up
from partnership.search.evaluation.judged import KIND, Judged
from partnership.search.evaluation.scratch import PLAIN, TABLES, TEXTS, size_of
from partnership.search.glossary import book
from partnership.search.indexing import writing
from partnership.search.snippets import Wanted
from partnership.search.suggestions import suggested

SAVES: Final = 500
SAVED_KEY: Final = 9_000_000
FREQUENT: Final = ("监测", "监测 城市", "sea", "港口", "training", "plan")  # in the distractors
TIMES: Final = 5
SAMPLES: Final = 120  # beginnings of each sort
BEGINNINGS: Final = (1, 2, 3, 4)  # characters or letters typed so far
LONG_TEXT: Final = 1_000  # characters


@dataclass
class Further:
    """Times in milliseconds. `after_saves` are those of answers after 500 saves without VACUUM,
    `saves` those of one save each, `counted` those of all filters and the total with the number of
    entries found, `suggestions` those by what is typed, `snippets` those of a text of 1,000
    characters. `size` is that of all by which things are found over that of the texts alone,
    `size_with_texts` the same with the copy of the texts that results show."""

    after_saves: list[float] = field(default_factory=list)
    saves: list[float] = field(default_factory=list)
    size: float = 0.0
    size_with_texts: float = 0.0
    counted: list[tuple[int, float]] = field(default_factory=list)
    suggestions: dict[str, list[float]] = field(default_factory=dict)
    snippets: list[float] = field(default_factory=list)


def further_figures(search: Search, judged: Judged) -> Further:
    texts, plain, everything = size_of(TEXTS), size_of(PLAIN), size_of(*TABLES)
    further = Further(size=(everything - texts) / plain, size_with_texts=everything / plain)
    further.counted = [_counted(text) for text in FREQUENT]
    further.suggestions = {sort: _suggested(typed) for sort, typed in _beginnings().items()}
    further.snippets = list(_snippets(judged))
    further.saves = _save(judged)
    further.after_saves = warmed_up(search, judged.queries).times
    return further


def _save(judged: Judged) -> list[float]:
    """Save fresh things one by one, each in its transaction, as people do."""
    known, write = book.current(), transaction.atomic(writing.write)
    fresh = distractors(SAVES, [query.text for query in judged.queries], seed=2)
    return [
        timed(lambda: write(KIND, [moved], known))  # noqa: B023
        for moved in (replace(each, object_id=each.object_id + SAVED_KEY) for each in fresh)
    ]


def _counted(text: str) -> tuple[int, float]:
    """Count what a frequent word finds, in all and behind every value of every filter."""
    asked = understood(text, to_the_letter=True).asked
    found = shelves.shelves_of(asked, is_wide=False)

    def count() -> None:
        counted = shelves.shelves_of(asked, is_wide=False)
        shelves.total_of(counted, {})
        shelves.counts_of(counted, {})

    return sum(found.values()), median(timed(count) for _ in range(TIMES))


def _beginnings() -> dict[str, list[str]]:
    """Return what is typed to get to subjects: their first characters, letters or initials."""
    known = book.current()
    words = {
        "characters": [spelling.text for spelling in known.chinese()],
        "pinyin": sorted(known.by_pinyin),
        "initials": sorted(known.by_initials),
        "English letters": sorted(known.words),
    }
    typed: dict[str, list[str]] = {}
    for sort, texts in words.items():
        step = max(1, len(texts) // SAMPLES)
        fewest = 1 if sort == "characters" else 2
        typed[sort] = [
            text[:length] for text in texts[::step] for length in BEGINNINGS if length >= fewest
        ]
    return typed


def _suggested(typed: list[str]) -> list[float]:
    for text in typed[:1]:
        suggested(text)  # what is made once is not measured
    return [timed(lambda: suggested(text)) for text in typed]  # noqa: B023


def _snippets(judged: Judged) -> Iterator[float]:
    asked = [query.text for query in judged.queries]
    texts = [
        found.text(language).body
        for found in islice(distractors(SAMPLES, asked, seed=3), SAMPLES)
        for language in (CHINESE, ENGLISH)
    ]
    for place, text in enumerate(filter(None, texts)):
        question = understood(asked[place % len(asked)])
        wanted = Wanted.of(question.asked.groups, question.book)
        long = (text * (LONG_TEXT // len(text) + 1))[:LONG_TEXT]
        yield timed(lambda: snippets.snippet(long, wanted))  # noqa: B023


def timed(deed: Callable[[], object]) -> float:
    """Return how many milliseconds it took."""
    began = perf_counter()
    deed()
    return (perf_counter() - began) * MILLISECONDS
