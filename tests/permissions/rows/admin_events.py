"""Events in the admin: who looks, who edits, who decides, who publishes."""

from partnership.events.choices import Mode
from tests.factories.events import EventFactory, RegistrationFactory
from tests.permissions.admin_rows import admin_rows, deed
from tests.permissions.table import STAFF, Arguments, Meets, World

EDITORS = ("secretariat",)
PUBLISHERS = ("publisher",)
WATCHERS = ("publisher", "audit-administrator")


def furnish(world: World) -> None:
    """Announce an event about which the secretariat decides, and have somebody register."""
    event = EventFactory(published=True, mode=Mode.APPROVAL, capacity=50, is_demo=True)
    world.things["event_in_admin"] = event
    world.things["pending_registration"] = RegistrationFactory(event=event)


def one(thing: str) -> Arguments:
    return lambda world, _role: {"object_id": world.things[thing].pk}


EVENT, REGISTRATION = one("event_in_admin"), one("pending_registration")

ROWS = [
    *admin_rows("events.event", EVENT, view=WATCHERS, change=EDITORS),
    *(
        deed("events.event", slug, EVENT, may=EDITORS, see=STAFF)
        for slug in ("enter", "postpone", "announce-again", "cancel", "held", "close", "archive")
    ),
    *(
        deed("events.event", slug, EVENT, may=PUBLISHERS, see=STAFF)
        for slug in ("announce-zh", "announce-en", "withdraw-zh", "withdraw-en", "confirm")
    ),
    *admin_rows("events.registration", REGISTRATION, view=EDITORS),
    deed(
        "events.registration", "approve", REGISTRATION, may=EDITORS, see=EDITORS, posted=Meets.DONE
    ),
    *(
        deed("events.registration", slug, REGISTRATION, may=EDITORS, see=EDITORS)
        for slug in ("put-first", "reject", "cancel")
    ),
]
