"""Events in the admin: who looks, who edits, who decides, who publishes."""

from partnership.events.choices import Mode
from partnership.events.models import EventMessage
from tests.factories.events import EventFactory, RegistrationFactory
from tests.permissions.admin_rows import admin_rows, deed, sheet_rows
from tests.permissions.table import STAFF, Arguments, Meets, Row, World, in_admin

EDITORS = ("secretariat",)
PUBLISHERS = ("publisher",)
WATCHERS = ("publisher", "audit-administrator")


def furnish(world: World) -> None:
    """Announce an event about which the secretariat decides, and have somebody register."""
    event = EventFactory(published=True, mode=Mode.APPROVAL, capacity=50, is_demo=True)
    world.things["event_in_admin"] = event
    world.things["pending_registration"] = RegistrationFactory(event=event)
    world.things["event_message"] = EventMessage.objects.create(
        event=event,
        audience="undecided",
        subject_zh_hans="接驳车",
        subject_en="Shuttle bus",
        text_zh_hans="八点发车。",
        text_en="It leaves at eight.",
    )


def one(thing: str) -> Arguments:
    return lambda world, _role: {"object_id": world.things[thing].pk}


EVENT, REGISTRATION = one("event_in_admin"), one("pending_registration")

MESSAGE = one("event_message")


def preview(world: World, role: str) -> dict[str, object]:
    return {**MESSAGE(world, role), "language": "en"}


ROWS = [
    *admin_rows("events.eventmessage", MESSAGE, change=EDITORS),
    deed("events.eventmessage", "send", MESSAGE, may=EDITORS, see=EDITORS, posted=Meets.DONE),
    deed("events.eventmessage", "stop", MESSAGE, may=EDITORS, see=EDITORS),
    Row(
        "admin:events_eventmessage_preview",
        in_admin(*STAFF, meets=Meets.NOT_THERE) | dict.fromkeys(EDITORS, Meets.SHOWN),
        in_admin(*STAFF, meets=Meets.NO_SUCH_METHOD),
        kwargs=preview,
    ),
    *admin_rows("events.event", EVENT, view=WATCHERS, change=EDITORS),
    *(
        deed("events.event", slug, EVENT, may=EDITORS, see=STAFF)
        for slug in (
            "enter",
            "postpone",
            "move",
            "announce-again",
            "cancel",
            "held",
            "close",
            "archive",
        )
    ),
    *(
        deed("events.event", slug, EVENT, may=PUBLISHERS, see=STAFF)
        for slug in ("announce-zh", "announce-en", "withdraw-zh", "withdraw-en", "confirm")
    ),
    Row(
        "admin:events_event_share",
        in_admin(*STAFF),
        in_admin(*STAFF, meets=Meets.NO_SUCH_METHOD),
        kwargs=EVENT,
    ),
    *admin_rows("events.registration", REGISTRATION, view=EDITORS),
    *sheet_rows("events.registration", view=EDITORS, take=EDITORS),
    deed(
        "events.registration", "approve", REGISTRATION, may=EDITORS, see=EDITORS, posted=Meets.DONE
    ),
    *(
        deed("events.registration", slug, REGISTRATION, may=EDITORS, see=EDITORS)
        for slug in ("put-first", "reject", "cancel", "correct-names")
    ),
]
