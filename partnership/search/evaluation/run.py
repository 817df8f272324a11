"""One measurement: fill the scratch index, ask, compare."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from random import Random
from time import perf_counter

from django.db import connection

from partnership.search.asking import Search as Question
from partnership.search.asking import understood
from partnership.search.asking.statements import unlimited
from partnership.search.evaluation import plain
from partnership.search.evaluation.distractors import distractors
from partnership.search.evaluation.figures import DEPTH, Figures, Search, warmed_up
from partnership.search.evaluation.further import Further, further_figures
from partnership.search.evaluation.judged import KIND, Judged
from partnership.search.evaluation.scratch import make_indexes, scratch_index, settle_plain
from partnership.search.glossary import book
from partnership.search.indexing import counting, writing
from partnership.search.sources import Found

AT_ONCE = 1_000


@dataclass
class Outcome:
    """What was measured; `rate` is documents indexed in a second."""

    documents: int
    rate: float
    ours: Figures = field(default_factory=Figures)
    plain: Figures = field(default_factory=Figures)
    further: Further = field(default_factory=Further)


def evaluate(judged: Judged, number: int) -> Outcome:
    """Measure the questions of a file among `number` distractors."""
    asked = [query.text for query in judged.queries]
    with scratch_index(), unlimited():
        rate = _fill(mixed(judged.documents, distractors(number, asked), number))
        outcome = Outcome(len(judged.documents) + number, rate)
        search = ours()
        outcome.ours = warmed_up(search, judged.queries)
        outcome.plain = warmed_up(lambda text: plain.search(text, DEPTH), judged.queries)
        outcome.further = further_figures(search, judged)
    return outcome


def mixed(documents: Sequence[Found], others: Iterator[Found], number: int) -> Iterator[Found]:
    """Yield the documents of a file at places by chance among the others, since the database reads
    what was written first before what was written last."""
    places = sorted(Random(1).choices(range(number + 1), k=len(documents)))  # noqa: S311
    written = 0
    for place, document in zip(places, documents, strict=True):
        yield from islice(others, place - written)
        written = place
        yield document
    yield from others


def _fill(documents: Iterator[Found]) -> float:
    """Index all documents; return how many in a second, with indexes and counts."""
    known, number, seconds = book.current(), 0, 0.0
    while batch := list(islice(documents, AT_ONCE)):
        began = perf_counter()
        writing.write(KIND, batch, known)
        seconds += perf_counter() - began
        plain.write(batch)
        number += len(batch)
    began = perf_counter()
    make_indexes()
    counting.count()
    seconds += perf_counter() - began
    settle_plain()
    return number / seconds


def ours() -> Search:
    """Return our search; keys are those of the documents."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, object_id FROM search_searchentry")
        documents = dict(cursor.fetchall())

    def search(text: str) -> list[int]:
        keys = Question(understood(text).asked).best(DEPTH)
        return [documents[key] for key in keys if key in documents]

    return search
