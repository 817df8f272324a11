"""The groups of people the secretariat writes to.

Each app declares its groups in `groups.py`, found as Django's admin finds `admin.py`; those by
role are declared here, since accounts lie below.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise

from partnership.accounts.models import User


@dataclass(frozen=True, slots=True)
class Group:
    """Some people with an account. `people` finds them anew each time."""

    key: str
    title: str | Promise
    people: Callable[[], models.QuerySet[User]]


_groups: dict[str, Group] = {}


def register(*groups: Group) -> None:
    """Enter groups; entering the same key twice replaces the entry."""
    for group in groups:
        _groups[group.key] = group


def get(key: str) -> Group:
    """Return a group. Raises KeyError for one that no app has declared."""
    return _groups[key]


def choices() -> list[tuple[str, str | Promise]]:
    return [(group.key, group.title) for group in _groups.values()]


def title(key: str) -> str:
    """Return a group's name; the key of one that is no more."""
    return str(_groups[key].title) if key in _groups else key
