"""The audit trail in the admin: the audit administrator reads and exports it, nobody edits it."""

from partnership.core import audit
from partnership.core.choices import Verb
from tests.permissions.admin_rows import admin_rows
from tests.permissions.table import STAFF, Meets, Row, World, in_admin

READER = ("audit-administrator",)
POST_ONLY = in_admin(*STAFF, meets=Meets.NO_SUCH_METHOD)


def furnish(world: World) -> None:
    world.things["event"] = audit.record(Verb.CHANGED, world.people["member"], by=None)


def event(world: World, _role: str) -> dict[str, str]:
    return {"object_id": str(world.things["event"].pk)}


ROWS = [
    *admin_rows("core.auditevent", event, view=READER),
    Row("admin:core_auditevent_export", POST_ONLY, in_admin(*READER)),
]
