"""How long the counted texts of a sheet are together: the form shows it while they are written, and
submitting refuses by it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from partnership.core import text_length
from partnership.review.sheets.parts import Answers, Part, path_of
from partnership.review.sheets.problems import Problem


@dataclass(frozen=True, slots=True)
class Whole:
    """What the counted texts are called, how long they are meant to be, and what is not taken any
    more. Chinese is counted by characters, English by words."""

    title: str | Promise
    most: int
    limit: int
    least: int = 0

    @property
    def range(self) -> str:
        """What is meant, as people write it."""
        return f"{self.least}–{self.most}" if self.least else str(self.most)


def length_of(parts: Iterable[Part], answers: Answers, language: str) -> int:
    """Return the length of all typed texts of the counted parts."""
    return sum(text_length.count(text, language) for text in _texts(parts, answers))


def problem_of(
    whole: Whole, parts: Iterable[Part], answers: Answers, language: str
) -> Iterator[Problem]:
    """Yield what stands against submitting, where the texts are too long; it leads to the first."""
    counted = [part for part in parts if part.is_counted]
    length = length_of(counted, answers, language)
    if length > whole.limit:
        message = _("They have a length of %(length)s together; at most %(most)s can be submitted.")
        first = counted[0]
        yield Problem(
            path_of(first, 0 if first.has_rows else None, first.form.typed()[0]),
            str(whole.title),
            message % {"length": length, "most": whole.limit},
        )


def _texts(parts: Iterable[Part], answers: Answers) -> Iterator[str]:
    for part in parts:
        if part.is_counted:
            for values in part.rows_of(answers):
                yield from (str(values.get(name) or "") for name in part.form.typed())
