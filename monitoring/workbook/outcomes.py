"""What an upload led to, kept for a day for the person who sent it.

It stands in the cache: nothing correct depends on it, and it passes by itself. Whoever comes too
late uploads the file again, which changes nothing that is there.
"""

from dataclasses import dataclass, field
from typing import Final
from uuid import UUID, uuid4

from django.core.cache import cache

from monitoring.workbook.findings import Finding
from monitoring.workbook.taking import DIFFERS, Taken
from partnership.accounts.models import User

KEPT_SECONDS: Final = 24 * 60 * 60


@dataclass(frozen=True)
class Outcome:
    """`content` is there for the marked copy, as long as there is something to mark."""

    owner: int
    name: str
    findings: list[Finding] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)
    content: bytes = b""

    @property
    def differs(self) -> bool:
        return any(each.what == DIFFERS for each in self.taken)


def keep(outcome: Outcome) -> UUID:
    """Keep it and return under which key."""
    key = uuid4()
    cache.set(_name(key), outcome, KEPT_SECONDS)
    return key


def find(key: UUID, user: User) -> Outcome | None:
    """Return it to its owner; None for everybody else, and when it has passed."""
    found = cache.get(_name(key))
    return found if isinstance(found, Outcome) and found.owner == user.pk else None


def _name(key: UUID) -> str:
    return f"monitoring-upload-{key}"
