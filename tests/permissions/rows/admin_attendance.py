"""Attendance plans and certificates in the admin: the secretariat's alone."""

from partnership.attendance import actions
from partnership.events.choices import Attendance
from tests.factories.attendance import PlanFactory, StewardFactory
from tests.factories.events import EventFactory, RegistrationFactory, clerk, held
from tests.permissions.admin_rows import admin_rows, deed
from tests.permissions.table import Arguments, Meets, World

EDITORS = ("secretariat",)


def furnish(world: World) -> None:
    plan = PlanFactory()
    StewardFactory(plan=plan)
    world.things["attendance_plan"] = plan
    event = EventFactory(published=True)
    rows = [RegistrationFactory(event=event) for _number in range(2)]
    ready = PlanFactory(event=event)
    event.registrations.filter(pk=rows[0].pk).update(attendance=Attendance.ATTENDED)
    made = actions.issue(held(event), by=clerk())
    event.registrations.update(attendance=Attendance.ATTENDED)
    world.things |= {"certificate_in_admin": made[0], "plan_to_certify": ready}


def one(thing: str) -> Arguments:
    return lambda world, _role: {"object_id": world.things[thing].pk}


PLAN, READY = one("attendance_plan"), one("plan_to_certify")
CERTIFICATE = one("certificate_in_admin")

ROWS = [
    *admin_rows("attendance.plan", PLAN, change=EDITORS),
    deed(
        "attendance.plan",
        "issue-certificates",
        READY,
        may=EDITORS,
        see=EDITORS,
        posted=Meets.DONE,
    ),
    deed(
        "attendance.plan",
        "usual-questions",
        PLAN,
        may=EDITORS,
        see=EDITORS,
        posted=Meets.DONE,
    ),
    deed("attendance.plan", "begin-evaluation", READY, may=EDITORS, see=EDITORS),
    *admin_rows("attendance.certificate", CERTIFICATE, view=EDITORS),
    *(
        deed("attendance.certificate", slug, CERTIFICATE, may=EDITORS, see=EDITORS)
        for slug in ("revoke", "replace")
    ),
    *(
        deed("attendance.plan", slug, PLAN, may=EDITORS, see=EDITORS)
        for slug in ("name-steward", "withdraw-steward")
    ),
]
