"""What a dialogue led to, shown with the dialogue and with its outcome document.

Apps declare in their `dialogue_results.py` what they know to have come from a dialogue, found as
Django's admin finds `admin.py`; this room knows none of them. Each shows the dialogue in turn on its
own page.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Result:
    """One thing that came of a dialogue; `note` says how far it is, or what it is."""

    title: str
    url: str
    note: str | Promise = ""
    is_demo: bool = False


COMMITMENT: Final = "commitment"  # the kind of those an outcome document prints, too

Find = Callable[[int, str], list[Result]]  # key of the event, language
Tell = Callable[[Collection[int]], dict[int, int]]  # keys of events; numbers by these
Where = Callable[[int], str]  # key of an event; the address in the admin


@dataclass(frozen=True, slots=True)
class Source:
    """One kind of results. `count` tells the secretariat's overview how many are public of each of
    several dialogues, and `desk` where the admin lists exactly these; kinds that are shown there with
    more say nothing."""

    kind: str
    heading: str | Promise
    find: Find
    rank: int = 50
    count: Tell | None = None
    desk: Where | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """The results of one kind; there is at least one."""

    kind: str
    heading: str | Promise
    results: list[Result]


_sources: dict[str, Source] = {}


def register(source: Source) -> None:
    """Enter a source; entering a kind again replaces it."""
    _sources[source.kind] = source


def counted() -> list[tuple[str | Promise, Tell, Where]]:
    """Return heading, count and list of the kinds that are counted for several dialogues at once."""
    ranked = sorted(_sources.values(), key=lambda source: source.rank)
    return [
        (source.heading, source.count, source.desk)
        for source in ranked
        if source.count is not None and source.desk is not None
    ]


def of_event(event_id: int, language: str) -> list[Group]:
    """Return what is public of what came of the event, at one question a kind."""
    ranked = sorted(_sources.values(), key=lambda source: source.rank)
    found = [Group(each.kind, each.heading, each.find(event_id, language)) for each in ranked]
    return [group for group in found if group.results]
