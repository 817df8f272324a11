"""A person's notifications and their choices; messages in the admin."""

from partnership.notifications.models import GroupMessage, Notification
from tests.permissions.table import MARKER, Meets, Row, World, everyone, signed_in

SHOWN, DONE = Meets.SHOWN, Meets.DONE
NOT_THERE, NO_SUCH_METHOD = Meets.NOT_THERE, Meets.NO_SUCH_METHOD
KIND = "notifications.announcement"


def furnish(world: World) -> None:
    """A message that was written to everyone but the stranger, whose is another."""
    message = GroupMessage.objects.create(
        group="everyone",
        subject_zh_hans="群发",
        subject_en="To all",
        text_zh_hans="正文",
        text_en="Text",
        state="done",
        expected=1,
    )
    foreign = GroupMessage.objects.create(
        group="everyone",
        subject_zh_hans=MARKER,
        subject_en=MARKER,
        text_zh_hans=MARKER,
        text_en=MARKER,
    )
    stranger = world.people["member"].__class__.objects.create_user("reader@example.org")
    world.things["own_notifications"] = {
        role: _told(person, message.event) for role, person in world.people.items()
    }
    world.things["foreign_notification"] = _told(stranger, foreign.event)
    world.things["group_message"], world.things["draft_to_group"] = message, foreign


def _told(person: object, event: str) -> Notification:
    return Notification.objects.create(
        recipient=person,
        kind=KIND,
        event=event,
        title_zh_hans=MARKER,
        title_en=MARKER,
        path_zh_hans="/",
        path_en="/",
    )


def own(world: World, role: str) -> dict[str, int]:
    """Return one's own; a visitor tries the member's."""
    mine = world.things["own_notifications"]
    return {"number": mine.get(role, mine["member"]).pk}


def foreign(world: World, _role: str) -> dict[str, int]:
    return {"number": world.things["foreign_notification"].pk}


def to_all(world: World, _role: str) -> dict[str, int]:
    return {"number": world.things["group_message"].pk}


def draft(world: World, _role: str) -> dict[str, int]:
    return {"number": world.things["draft_to_group"].pk}


def made_up(_world: World, _role: str) -> dict[str, str]:
    return {"key": "made-up"}


ROWS = [
    Row("mailbox:list", everyone(SHOWN), everyone(NO_SUCH_METHOD), "in development only"),
    Row("mailbox:mail", everyone(NOT_THERE), everyone(NO_SUCH_METHOD), "a made-up key", made_up),
    Row("mailbox:html", everyone(NOT_THERE), everyone(NO_SUCH_METHOD), "a made-up key", made_up),
    Row("notifications:list", signed_in(SHOWN), signed_in(NO_SUCH_METHOD)),
    Row("notifications:read", signed_in(NO_SUCH_METHOD), signed_in(DONE), "one's own", own),
    Row(
        "notifications:read",
        signed_in(NO_SUCH_METHOD),
        signed_in(NOT_THERE),
        "somebody else's",
        foreign,
    ),
    Row("notifications:read-all", signed_in(NO_SUCH_METHOD), signed_in(DONE)),
    Row("notifications:preferences", signed_in(SHOWN), signed_in(SHOWN)),
    Row(
        "notifications:announcement",
        signed_in(SHOWN),
        signed_in(NO_SUCH_METHOD),
        "written to oneself",
        to_all,
    ),
    Row(
        "notifications:announcement",
        signed_in(NOT_THERE) | {"secretariat": SHOWN},
        signed_in(NO_SUCH_METHOD),
        "a draft",
        draft,
    ),
]
