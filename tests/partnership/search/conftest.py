"""An index filled by tests themselves."""

from collections.abc import Callable

import pytest

from partnership.search.asking import Search, understood
from partnership.search.asking.ranking import Narrowing
from partnership.search.glossary import book
from partnership.search.indexing import counting, writing
from partnership.search.models import SearchEntry
from partnership.search.sources import Found

Index = Callable[..., None]
Ask = Callable[..., list[int]]


@pytest.fixture
def index(db: None) -> Index:
    """Write things into the index, and count them."""

    def write(*things: Found, kind: str = "case") -> None:
        writing.write(kind, things, book.current())
        counting.count()

    return write


@pytest.fixture
def ask(db: None) -> Ask:
    """Ask, and get the numbers of the things found."""

    def answer(text: str, number: int = 10, **narrowed: tuple[str, ...]) -> list[int]:
        asked = understood(text).asked
        keys = Search(asked, Narrowing(**narrowed)).best(number)
        numbers = dict(SearchEntry.objects.values_list("pk", "object_id"))
        return [numbers[key] for key in keys]

    return answer
