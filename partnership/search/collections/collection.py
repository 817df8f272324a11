"""The public things of one kind: the index of their facets, and what a text finds among them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, Final

from django.core.cache import cache
from django.db.models import QuerySet

from partnership.core import languages, publication_version, release
from partnership.search.asking import Narrowing, Question, Search, understood
from partnership.search.asking.ranking import DEEPEST, object_ids
from partnership.search.collections.facets import Facets
from partnership.search.collections.index import Index, Members

BEST: Final = "best"  # the order of an answer
SHARED_FOR: Final = 24 * 60 * 60  # seconds


@dataclass(frozen=True, slots=True)
class Answer:
    """A set of things; of what a text finds also the primary keys, the best first, and how the text
    was understood. Of very many the best thousand are put in order, the others follow."""

    things: Members
    best_first: list[int] = field(default_factory=list)
    question: Question | None = None


@dataclass
class _Kept:
    """The index this process made last, and the version it was made under."""

    version: str = ""
    index: Index | None = None
    lock: Lock = field(default_factory=Lock)


@dataclass(frozen=True)
class Collection:
    """`kind` is that of the source that declares the things to the search, `rows` asks for what is
    public of them, `shows` names the apps of whose content the index is made.

    The index, and with it the counts for no question at all, is kept under the version of what is
    public. A worker makes it anew behind every publication (20 milliseconds for 1,000 cases, seconds
    for 100,000) and lays it into the cache, from where each process takes it once; a request
    that comes before makes it itself.
    """

    kind: str
    rows: Callable[[], QuerySet[Any, Any]]
    facets: Facets
    shows: tuple[str, ...]
    _kept: _Kept = field(default_factory=_Kept)

    def index(self) -> Index:
        """Return the index of what is public now."""
        version = publication_version.for_parts()
        if version is None:  # nothing may be kept
            return self._made()
        wanted, kept = version.of(*self.shows), self._kept
        with kept.lock:
            if kept.index is None or kept.version != wanted:
                kept.index, kept.version = self._shared(wanted), wanted
            return kept.index

    def _shared(self, version: str) -> Index:
        """Return the index of a version that some process has made already, else make it for all.
        There is one at a time, that of the last version; other code never reads it."""
        place = f"collection:{self.kind}:{release.fingerprint()}"
        known: tuple[str, Index] | None = cache.get(place)
        if known is not None and known[0] == version:
            return known[1]
        index = self._made()
        cache.set(place, (version, index.ready()), SHARED_FOR)
        return index

    def _made(self) -> Index:
        return Index.of(self.rows(), self.facets)

    def answer(self, text: str, public: Index, *, to_the_letter: bool = False) -> Answer:
        """Return what a text finds, as the page of results narrowed to this kind does."""
        question = understood(text, to_the_letter=to_the_letter)
        keys = [] if question.is_empty else list(self._found(question))
        return Answer(public.among(keys), keys, question)

    def _found(self, question: Question) -> Iterator[int]:
        narrowing = Narrowing(kinds=(self.kind,))
        search = Search(question.asked, narrowing, languages.current(), DEEPEST)
        best = object_ids(search.best(DEEPEST))
        yield from best
        if len(best) == DEEPEST:
            yield from set(object_ids(search.all())).difference(best)
