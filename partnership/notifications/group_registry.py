"""The groups of people the secretariat writes to.

Each app declares its groups in `groups.py`, found as Django's admin finds `admin.py`; those by
role are declared here, since accounts lie below.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from partnership.accounts.models import User

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Group:
    """Some people with an account. `people` finds them anew each time; `heading` is what groups of
    one kind stand under where one is chosen."""

    key: str
    title: Words
    people: Callable[[], models.QuerySet[User]]
    heading: Words = ""


@dataclass(frozen=True, slots=True)
class Family:
    """Groups that follow from the database, such as one for each country.

    `codes` are those there are now; `group` makes the group of a code, whose key is `prefix` and code,
    and asks the database nothing.
    """

    prefix: str
    codes: Callable[[], Iterable[str]]
    group: Callable[[str], Group]


_groups: dict[str, Group] = {}
_families: dict[str, Family] = {}


def register(*groups: Group) -> None:
    """Enter groups; entering the same key twice replaces the entry."""
    for group in groups:
        _groups[group.key] = group


def register_family(*families: Family) -> None:
    """The same for families and their prefixes."""
    for family in families:
        _families[family.prefix] = family


def get(key: str) -> Group:
    """Return a group. Raises KeyError for one that no app has declared."""
    for prefix, family in _families.items():
        if key.startswith(prefix):
            return family.group(key.removeprefix(prefix))
    return _groups[key]


def groups() -> Iterator[Group]:
    """Yield all there are now, those of one kind together."""
    yield from _groups.values()
    for family in _families.values():
        yield from map(family.group, family.codes())


def choices() -> list[tuple[Words, Words | list[tuple[str, Words]]]]:
    """Return keys and titles under their headings, as a field takes them."""
    found: list[tuple[Words, Words | list[tuple[str, Words]]]] = []
    for heading, together in groupby(groups(), key=lambda group: str(group.heading)):
        lines = [(group.key, group.title) for group in together]
        found += [(heading, lines)] if heading else lines
    return found


def title(key: str) -> str:
    """Return a group's name under its heading; the key of one that is no more."""
    try:
        group = get(key)
    except KeyError:
        return key
    if not group.heading:
        return str(group.title)
    return _("%(label)s: %(name)s") % {"label": group.heading, "name": group.title}
