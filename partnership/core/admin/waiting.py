"""What waits for the secretariat today.

Each app declares its questions in `waiting.py`, found as Django's admin finds `admin.py`; the
start page puts those to the data that the person may act on.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

from django.db import models
from django.utils.functional import Promise

COUNT_CAP: Final = 100  # more than anybody does in a day; counting stops there


class Person(Protocol):
    """Whoever asks; holds roles."""

    def has_role(self, *roles: str) -> bool: ...


@dataclass(frozen=True)
class Question:
    """One kind of work: whose it is, which rows wait, what they need, where they are listed.

    `find` returns the waiting rows, `link` the address of a list that shows exactly them.
    Questions are shown by `rank`, the most urgent (lowest) first. `deeds` are the names of the
    confirm pages whose buttons stand beside the first of the rows; without one there is a button
    that opens the row. `called` says what a row is called there, where its own name says too little.
    Of an `is_personal` question each is shown their own rows: `find` is asked with the person.
    """

    title: str | Promise
    advice: str | Promise
    roles: frozenset[str]
    find: Callable[..., models.QuerySet]
    link: Callable[[], str]
    rank: int = 50
    deeds: tuple[str, ...] = ()
    is_personal: bool = False
    called: Callable[[Any], str] = str

    def rows(self, person: Person) -> models.QuerySet:
        """Return what waits for `person`."""
        return self.find(person) if self.is_personal else self.find()

    def first(self, person: Person, most: int) -> models.QuerySet:
        """Return the rows `person` may begin with."""
        rows = self.rows(person)
        return (rows if rows.ordered else rows.order_by("pk"))[:most]


@dataclass(frozen=True)
class Item:
    """A question with its answer; at least one row waits. `at_hand` are the rows to begin with."""

    question: Question
    count: int
    at_hand: Sequence[object] = ()

    @property
    def number(self) -> str:
        """The count as shown: `100+` when there may be more."""
        return f"{COUNT_CAP}+" if self.count > COUNT_CAP else str(self.count)

    @property
    def url(self) -> str:
        return self.question.link()


_questions: list[Question] = []


def register(*questions: Question) -> None:
    """Enter questions; an app does so when its `waiting.py` is imported."""
    _questions.extend(questions)


def items_for(person: Person) -> Iterator[Item]:
    """Yield what waits for `person`, at the price of one capped count a question."""
    for question in sorted(_questions, key=lambda question: question.rank):
        if person.has_role(*question.roles):
            count = _capped(question.rows(person))
            if count:
                yield Item(question, count)


def _capped(rows: models.QuerySet) -> int:
    return rows.order_by().values("pk")[: COUNT_CAP + 1].count()
