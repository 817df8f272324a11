"""Messages on their way and messages to groups in the admin."""

from django.db.models.functions import Now

from partnership.notifications.models import GroupMessage, OutgoingMessage
from tests.permissions.admin_rows import admin_rows, deed
from tests.permissions.table import MARKER, STAFF, Meets, Row, World, in_admin

SECRETARIAT = ("secretariat",)
SEEN = in_admin(*SECRETARIAT)
NOT_POSTED = in_admin(*STAFF, meets=Meets.NO_SUCH_METHOD)
NOT_THERE = in_admin(*STAFF, meets=Meets.NOT_THERE)


def furnish(world: World) -> None:
    """A message that failed, one that waits, a draft to a group and one that is being sent."""
    for number, state in enumerate(("failed", "retry")):
        world.things[f"{state}_message"] = OutgoingMessage.objects.create(
            kind="accounts.password_changed",
            to_address="reader@example.org",
            language="en",
            subject=MARKER,
            text=MARKER,
            html=MARKER,
            message_id=f"<{number}@example.org>",
            dedupe_key=str(number),
            state=state,
            closed_at=Now() if state == "failed" else None,
        )
    texts = dict.fromkeys(("subject_zh_hans", "subject_en", "text_zh_hans", "text_en"), MARKER)
    world.things["to_group"] = GroupMessage.objects.create(group="everyone", **texts)
    world.things["sending"] = GroupMessage.objects.create(
        group="everyone", state="sending", expected=7, **texts
    )


def failed(world: World, _role: str) -> dict[str, object]:
    return {"object_id": world.things["failed_message"].pk}


def waiting(world: World, _role: str) -> dict[str, object]:
    return {"object_id": world.things["retry_message"].pk}


def draft(world: World, _role: str) -> dict[str, object]:
    return {"object_id": world.things["to_group"].pk}


def being_sent(world: World, _role: str) -> dict[str, object]:
    return {"object_id": world.things["sending"].pk}


def in_english(world: World, _role: str) -> dict[str, object]:
    return {"object_id": world.things["to_group"].pk, "language": "en"}


def a_kind(_world: World, _role: str) -> dict[str, object]:
    return {"key": "accounts.invitation", "language": "en"}


def may(model: str, slug: str, thing: object) -> Row:
    return deed(model, slug, thing, may=SECRETARIAT, see=SECRETARIAT, posted=Meets.DONE)


ROWS = [
    *admin_rows("notifications.outgoingmessage", failed, view=SECRETARIAT),
    may("notifications.outgoingmessage", "send-again", failed),
    may("notifications.outgoingmessage", "stop", waiting),
    Row("admin:notifications_kinds", SEEN, NOT_POSTED),
    Row("admin:notifications_kind", SEEN, NOT_POSTED, kwargs=a_kind),
    *admin_rows("notifications.groupmessage", draft, change=SECRETARIAT),
    Row(
        "admin:notifications_groupmessage_preview",
        NOT_THERE | {"secretariat": Meets.SHOWN},
        NOT_POSTED,
        kwargs=in_english,
    ),
    may("notifications.groupmessage", "send", draft),
    may("notifications.groupmessage", "stop", being_sent),
]
