"""What can be made of a case lead. The apps above declare it in `lead_ways.py`, which is found on its
own; this room knows none of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.functional import Promise

from partnership.accounts.models import User
from partnership.reports.models import CaseLead


@dataclass(frozen=True, slots=True)
class Way:
    """A button below a lead: what it says and where it leads. A deed is posted."""

    label: str | Promise
    url: str
    is_deed: bool


Ask = Callable[[CaseLead, User], Way | None]

_ways: list[Ask] = []


def register(*asks: Ask) -> None:
    """Enter what is asked which way stands open to a person, if any."""
    _ways.extend(asks)


def ways_for(lead: CaseLead, user: User) -> Iterator[Way]:
    """Yield the ways that stand open to `user`."""
    for ask in _ways:
        way = ask(lead, user)
        if way is not None:
            yield way
