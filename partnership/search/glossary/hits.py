"""Where a text speaks of a subject."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, chain
from operator import add, attrgetter
from typing import Final, NamedTuple, TypeVar

from partnership.core import chinese
from partnership.search.language.characters import HAN
from partnership.search.language.words import Apart, Run, Word

SHORT: Final = 2  # characters: such a term may be made of the halves of two words
PAIR: Final = 2  # words of a term that may stand in any order
GAP: Final = 2  # in texts, so many words further on the second of a pair is looked for
TermT = TypeVar("TermT")
ENDS: Final = frozenset(".!?;:\n。！？；：")  # no term goes on behind them


class Hit(NamedTuple):
    """A subject's lexeme and the place in the text that names it."""

    lexeme: str
    start: int
    end: int


@dataclass(frozen=True)
class Terms:
    """All terms by how they begin. `han` has Chinese and mixed terms by their first two characters,
    `words` stems by the first, `acronyms` those written in capitals; each with its lexemes.
    `names` are lexemes of proper names: no part of a longer word is one."""

    han: dict[str, list[tuple[str, tuple[str, ...]]]] = field(default_factory=dict)
    words: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = field(default_factory=dict)
    acronyms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    names: frozenset[str] = frozenset()

    def hits(self, taken: Apart, *, is_question: bool = False) -> list[Hit]:
        """Return all hits in a text. In a question acronyms may be in small letters, while a text
        that says pet means an animal; and words of a term stand side by side."""
        found = self._in_han(taken)
        parted, together, joints = _streams(taken)
        found += self._in_words(parted, range(len(parted)), is_question=is_question)
        if joints:
            places = self._around(joints, len(together))
            found += self._in_words(together, places, is_question=is_question)
        return list(dict.fromkeys(found))

    def about(self, subjects: Set[str]) -> "FewTerms":
        """Return the terms of some subjects alone, given by their lexemes."""
        few = FewTerms(names=self.names)
        for lexeme in subjects:
            for term in self._han_of.get(lexeme, ()):
                few.han.setdefault(term[:2], []).append((term, (lexeme,)))
            for stems in self._words_of.get(lexeme, ()):
                few.words.setdefault(stems[0], []).append((stems, (lexeme,)))
            for acronym in self._acronyms_of.get(lexeme, ()):
                few.acronyms[acronym] = (*few.acronyms.get(acronym, ()), lexeme)
        return few

    @cached_property
    def _han_of(self) -> dict[str, list[str]]:
        return _by_lexeme(chain.from_iterable(self.han.values()))

    @cached_property
    def _words_of(self) -> dict[str, list[tuple[str, ...]]]:
        return _by_lexeme(chain.from_iterable(self.words.values()))

    @cached_property
    def _acronyms_of(self) -> dict[str, list[str]]:
        return _by_lexeme(self.acronyms.items())

    def _in_han(self, taken: Apart) -> list[Hit]:
        found: list[Hit] = []
        plain = taken.plain
        if not HAN.search(plain):
            return found
        cuts, beginnings = _Cuts(taken), self.han
        pairs = enumerate(map(add, plain, plain[1:]))
        for start, pair in [each for each in pairs if each[1] in beginnings]:
            for term, lexemes in beginnings[pair]:
                if plain.startswith(term, start):
                    end = start + len(term)
                    found += [
                        Hit(lexeme, start, end)
                        for lexeme in lexemes
                        if self._is_whole(lexeme, cuts, start, end)
                    ]
        return found

    def _is_whole(self, lexeme: str, cuts: "_Cuts", start: int, end: int) -> bool:
        if lexeme in self.names:
            return not cuts.begins_inside(start)
        return end - start > SHORT or not cuts.parts(start, end)

    def _around(self, joints: list[int], end: int) -> list[int]:
        """Return the places from which a term may reach one of those that were joined; all else
        was looked at with words apart."""
        reach = self._reach
        near = {place for joint in joints for place in range(joint - reach, joint + reach + 1)}
        return sorted(place for place in near if 0 <= place < end)

    @cached_property
    def _reach(self) -> int:
        longest = max((len(stems) for ways in self.words.values() for stems, _ in ways), default=1)
        return max(longest - 1, GAP)

    def _in_words(
        self, stream: list[Word | None], places: Iterable[int], *, is_question: bool
    ) -> list[Hit]:
        found: list[Hit] = []
        for place in places:
            word = stream[place]
            if word is None:
                continue
            acronym = word.acronym or (f"0{word.text}" if is_question else "")
            found += [Hit(name, word.start, word.end) for name in self.acronyms.get(acronym, ())]
            for stems, lexemes in self.words.get(word.stem, ()):
                last = _end_of(stems, stream, place, 1 if is_question else GAP)
                if last is not None:
                    found += [
                        Hit(lexeme, min(word.start, last.start), max(word.end, last.end))
                        for lexeme in lexemes
                    ]
        return found


@dataclass(frozen=True)
class FewTerms(Terms):
    """Terms of some subjects, which most texts do not name. Each Chinese one is looked for by itself,
    which Python does at once."""

    def hits(self, taken: Apart, *, is_question: bool = False) -> list[Hit]:
        if is_question or any(map(self._may_begin_in, taken.runs)):
            return super().hits(taken, is_question=is_question)
        return list(dict.fromkeys(self._in_han(taken)))

    @property
    def beginnings(self) -> Iterator[str]:
        """By what a look over a text finds them: Chinese ones whole, others by their first stem."""
        yield from (term for term, _lexemes in chain.from_iterable(self.han.values()))
        yield from self.words
        yield from (acronym[1:] for acronym in self.acronyms)

    def _may_begin_in(self, run: Run) -> bool:
        for word in run.words:
            if word.stem in self.words or word.acronym in self.acronyms:
                return True
        return run.joined is not None and run.joined.stem in self.words

    def _in_han(self, taken: Apart) -> list[Hit]:
        cuts = _Cuts(taken)
        return [
            hit
            for term, lexemes in chain.from_iterable(self.han.values())
            for hit in _places_of(term, lexemes, taken.plain)
            if self._is_whole(hit.lexeme, cuts, hit.start, hit.end)
        ]


def _places_of(term: str, lexemes: Iterable[str], plain: str) -> Iterator[Hit]:
    start = plain.find(term)
    while start >= 0:
        yield from (Hit(lexeme, start, start + len(term)) for lexeme in lexemes)
        start = plain.find(term, start + 1)


def _by_lexeme(terms: Iterable[tuple[TermT, tuple[str, ...]]]) -> dict[str, list[TermT]]:
    found: dict[str, list[TermT]] = {}
    for term, lexemes in terms:
        for lexeme in lexemes:
            found.setdefault(lexeme, []).append(term)
    return found


def _end_of(stems: tuple[str, ...], stream: list[Word | None], place: int, gap: int) -> Word | None:
    """Return the last word of a term that begins at `place`, if it is there."""
    if len(stems) == 1:
        return stream[place]
    if len(stems) == PAIR:
        return _partner(stems[1], stream, place, gap)
    last = None
    for offset, stem in enumerate(stems):
        last = stream[place + offset] if place + offset < len(stream) else None
        if last is None or last.stem != stem:
            return None
    return last


def _partner(stem: str, stream: list[Word | None], place: int, gap: int) -> Word | None:
    """Look ahead, then back: clean the beach is a beach clean."""
    for step in (1, -1):
        for distance in range(1, gap + 1):
            other = place + step * distance
            word = stream[other] if 0 <= other < len(stream) else None
            if word is None:
                break
            if word.stem == stem:
                return word
    return None


def _streams(taken: Apart) -> tuple[list[Word | None], list[Word | None], list[int]]:
    """Return the words that say something, hyphens parting words and not, and the places of those
    that were not parted; None where a sentence ends or the script changes."""
    parted: list[Word | None] = []
    together: list[Word | None] = []
    joints: list[int] = []
    end = 0
    for run in taken.runs:
        if run.is_han or not ENDS.isdisjoint(taken.plain[end : run.start]):
            parted.append(None)
            together.append(None)
        end = run.end
        if not run.is_han:
            words = [word for word in run.words if not word.is_common]
            parted += words
            if run.joined:
                joints.append(len(together))
                together.append(run.joined)
            else:
                together += words
    return parted, together, joints


class _Cuts:
    """Where the words of Chinese runs begin and end; of each run found out when first asked."""

    def __init__(self, taken: Apart) -> None:
        self.runs = taken.runs
        self._bounds: dict[int, list[int]] = {}

    def begins_inside(self, start: int) -> bool:
        """A longer word stands over `start` and began before it."""
        return self._word(start)[0] < start

    def parts(self, start: int, end: int) -> bool:
        """A word goes over one of the ends without containing the whole stretch."""
        first, last = self._word(start), self._word(end - 1)
        return (first[0] < start and first[1] < end) or (last[0] > start and last[1] > end)

    def _word(self, place: int) -> tuple[int, int]:
        number = bisect_right(self.runs, place, key=attrgetter("start")) - 1
        run = self.runs[number]
        if number < 0 or place >= run.end or not run.is_han:  # a mark within a term
            return place, place + 1
        bounds = self._bounds.get(number)
        if bounds is None:
            lengths = map(len, chinese.words(run.text))
            bounds = self._bounds[number] = list(accumulate(lengths, initial=run.start))
        after = bisect_right(bounds, place)
        return bounds[after - 1], bounds[after]
