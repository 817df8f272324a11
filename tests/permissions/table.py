"""The permission table: which role meets what at which address.

A row speaks of one address (by its name) and one kind of object. Rows stand in `rows/<app>.py`,
so that each app keeps its own; `rows/__init__.py` collects them.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.network.roles import MemberRole

ANONYMOUS = "anonymous"
ROLES = (
    ANONYMOUS,
    Role.MEMBER.value,
    Role.REVIEWER.value,
    Role.SECRETARIAT.value,
    Role.PUBLISHER.value,
    Role.AUDIT_ADMINISTRATOR.value,
    # Members of one organisation, each in a role there; a bare member belongs to none.
    *(role.value for role in MemberRole),
)
STAFF = (Role.SECRETARIAT.value, Role.PUBLISHER.value, Role.AUDIT_ADMINISTRATOR.value)
MARKER = "belongs-to-somebody-else"  # put it into every text of a foreign object


class Meets(StrEnum):
    """What a request meets. All but the first two are refusals."""

    SHOWN = "shown"
    DONE = "done"
    SIGN_IN = "sign in"
    FORBIDDEN = "forbidden"
    NOT_THERE = "not there"
    NO_SUCH_METHOD = "no such method"
    BAD_REQUEST = "bad request"


REFUSALS = frozenset(Meets) - {Meets.SHOWN, Meets.DONE}
Cells = dict[str, Meets]


@dataclass
class World:
    """One person per role, and the objects that `furnish` of the rows files adds by name."""

    people: dict[str, User]
    things: dict[str, Any] = field(default_factory=dict)
    made_at: datetime | None = None


Arguments = Callable[[World, str], dict[str, Any]]


def _nothing(_world: World, _role: str) -> dict[str, Any]:
    return {}


@dataclass(frozen=True)
class Row:
    """One address. `about` says which object when there are several rows for an address.

    `kwargs` and `data` are asked with the world and the role. `get_writes` gives the reason why
    opening the page may write to the database.
    """

    url: str
    get: Cells
    post: Cells
    about: str = ""
    kwargs: Arguments = _nothing
    data: Arguments = _nothing
    get_writes: str = ""


def everyone(meets: Meets) -> Cells:
    return dict.fromkeys(ROLES, meets)


def signed_in(meets: Meets, *, anonymous: Meets = Meets.SIGN_IN) -> Cells:
    """Whoever is signed in meets `meets`."""
    return everyone(meets) | {ANONYMOUS: anonymous}


def only(
    *roles: str, meets: Meets = Meets.SHOWN, others: Meets = Meets.FORBIDDEN, anonymous: Meets
) -> Cells:
    """`roles` meet `meets`, other signed-in people `others`."""
    return everyone(others) | {ANONYMOUS: anonymous} | dict.fromkeys(roles, meets)


def in_admin(*roles: str, meets: Meets = Meets.SHOWN) -> Cells:
    """`roles` meet `meets`; other staff is refused; whoever is no staff has to sign in."""
    return (
        everyone(Meets.SIGN_IN)
        | dict.fromkeys(STAFF, Meets.FORBIDDEN)
        | dict.fromkeys(roles, meets)
    )
