"""People and the audit trail in the admin."""

from partnership.core import audit
from partnership.core.choices import Verb
from tests.permissions.admin_rows import admin_rows, deed
from tests.permissions.table import STAFF, Meets, Row, World, in_admin

SECRETARIAT = ("secretariat",)
AUDITORS = ("audit-administrator",)


def furnish(world: World) -> None:
    world.things["audit_event"] = audit.record(Verb.CHANGED, world.people["member"], by=None)


def a_person(world: World, _role: str) -> dict[str, object]:
    return {"object_id": world.people["member"].pk}


def oneself(world: World, role: str) -> dict[str, object]:
    """Return one's own account; a visitor tries the member's."""
    return {"object_id": world.people.get(role, world.people["member"]).pk}


def granting(world: World, _role: str) -> dict[str, object]:
    return {"object_id": world.people["member"].pk, "slug": "grant-role"}


def granting_oneself(world: World, role: str) -> dict[str, object]:
    return {"object_id": world.people.get(role, world.people["member"]).pk, "slug": "grant-role"}


def reviewer(_world: World, _role: str) -> dict[str, str]:
    return {"role": "reviewer"}


def an_event(world: World, _role: str) -> dict[str, object]:
    return {"object_id": world.things["audit_event"].pk}


NOT_THERE = in_admin(*STAFF, meets=Meets.NOT_THERE)
REFUSED = NOT_THERE | {"secretariat": Meets.FORBIDDEN}
GRANTED = NOT_THERE | {"secretariat": Meets.DONE}
SHOWN = NOT_THERE | {"secretariat": Meets.SHOWN}

ROWS = [
    *admin_rows("accounts.user", a_person, change=SECRETARIAT),
    Row("admin:accounts_user_deed", SHOWN, GRANTED, "somebody else", granting, reviewer),
    Row("admin:accounts_user_deed", REFUSED, REFUSED, "oneself", granting_oneself, reviewer),
    *(
        deed("accounts.user", slug, a_person, may=SECRETARIAT, see=SECRETARIAT)
        for slug in ("withdraw-role", "deactivate", "remove-second-factor", "change-address")
    ),
    *(
        deed("accounts.user", slug, oneself, may=(), see=SECRETARIAT, about="oneself")
        for slug in ("withdraw-role", "deactivate", "remove-second-factor")
    ),
    *admin_rows("core.auditevent", an_event, view=AUDITORS),
    Row(
        "admin:core_auditevent_export",
        in_admin(*STAFF, meets=Meets.NO_SUCH_METHOD),
        in_admin(*AUDITORS),
    ),
]
