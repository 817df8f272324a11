"""What is made before anybody asks for it: the counts of lists that nothing narrows yet.

Whatever is saved makes them out of date, so a worker makes them anew behind it, and by the minute
what was written past the models. Nothing correct depends on it: a request that comes
before makes them itself, under the version of what is public.
"""

from collections.abc import Callable
from typing import Any, Final

from django.core.cache import cache
from django.db import transaction

from partnership.notifications import wake
from partnership.search import shelves

TASK: Final = "partnership.search.tasks.make_counts_ready"
ASKED_FOR: Final = "search:counts-asked-for"
ASKED_FOR_LONGEST: Final = 30  # seconds; then the worker that was asked has died
Make = Callable[[], Any]
_makers: Final[dict[str, Make]] = {"search": shelves.make_ready}


def register(name: str, make: Make) -> None:
    """Enter what is to be made; entering the same name again replaces it."""
    _makers[name] = make


def ask_for() -> None:
    """Have everything made behind this transaction. Of many saves one asks a worker."""
    transaction.on_commit(_ask, robust=True)


def _ask() -> None:
    if cache.add(ASKED_FOR, True, ASKED_FOR_LONGEST):
        wake.up_without_a_row(TASK)


def make() -> None:
    """Make everything. What is saved from now on asks anew."""
    cache.delete(ASKED_FOR)
    for each in _makers.values():
        each()
