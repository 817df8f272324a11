"""What the database and the mail server know about the messages and forms of one fault."""

import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from django.db import InterfaceError, OperationalError, connection, transaction
from django.db.models import Sum

from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.core.models import SpentTicket
from partnership.network.models import MembershipRequest
from partnership.notifications import outbox
from partnership.notifications.choices import UNFINISHED, MailChoice, State
from partnership.notifications.models import (
    Channel,
    Notification,
    OutgoingMessage,
    Preference,
)
from partnership.notifications.outbox import Draft
from tests.mail_server import MailServer

Found = TypeVar("Found")
KIND = "accounts.password_changed"
ROLLED_BACK = "Of a deed that was rolled back"


class RolledBack(Exception):
    """Ends a transaction on purpose."""


def persistently(ask: Callable[[], Found]) -> Found:
    """Ask again while the database is away: the drill is not what is tried."""
    end = time.monotonic() + 60
    while True:
        try:
            return ask()
        except (OperationalError, InterfaceError):
            if time.monotonic() > end:
                raise
            connection.close()
            time.sleep(0.1)


def prepare() -> None:
    """One colleague of the secretariat, who wants to be told of each form at once."""
    lin = User.objects.create_user(
        "lin@example.org", None, name="Lin", language="en", roles=[Role.SECRETARIAT]
    )
    Preference.objects.create(person=lin, kind="network.asked", mail=MailChoice.AT_ONCE)


def clear() -> None:
    """Forget the fault before."""
    for model in (OutgoingMessage, Notification, Channel, MembershipRequest, SpentTicket):
        model.objects.all().delete()


def write(address: str) -> None:
    """Write one message, committed; written once however often the database fails meanwhile."""
    draft = Draft(
        kind=KIND,
        to_address=address,
        language="en",
        subject="Your password was changed",
        text="Text\n",
        html="<p>Text</p>",
        dedupe_key=address,
    )

    def once() -> None:
        with transaction.atomic():
            outbox.put(draft)

    persistently(once)


def write_and_roll_back(address: str) -> None:
    """Write a message in a deed that fails afterwards."""
    draft = Draft(KIND, address, "en", ROLLED_BACK, "Text\n", "<p>Text</p>")
    with suppress(RolledBack), transaction.atomic():
        outbox.put(draft)
        raise RolledBack


def unfinished() -> int:
    return persistently(OutgoingMessage.objects.filter(state__in=UNFINISHED).count)


def failed() -> set[str]:
    """Return the addresses whose message failed."""
    rows = OutgoingMessage.objects.filter(state=State.FAILED)
    return persistently(lambda: set(rows.values_list("to_address", flat=True)))


def in_hand() -> int:
    """Return how many tries ended without anybody knowing how."""
    rows = OutgoingMessage.objects.all()
    return persistently(lambda: rows.aggregate(all=Sum("uncertain"))["all"] or 0)


def lost(sink: MailServer, written: set[str], not_to_arrive: set[str]) -> int:
    """Return how many messages were written (or owed to a form) and did not arrive."""
    rows = persistently(
        lambda: list(OutgoingMessage.objects.values_list("to_address", "message_id"))
    )
    arrived = {str(mail["Message-ID"]) for mail in sink.mails}
    vanished = written - {address for address, _number in rows}
    missing = [a for a, number in rows if number not in arrived and a not in not_to_arrive]
    return len(vanished) + len(missing)


def doubled(sink: MailServer) -> int:
    return sum(count - 1 for count in sink.doubles.values())


def rolled_back(sink: MailServer) -> int:
    return sum(str(mail["Subject"]) == ROLLED_BACK for mail in sink.mails)


def forms() -> Counter[str]:
    """Return the references of the requests that stand on the secretariat's list, by e-mail."""
    rows = MembershipRequest.objects.values_list("email", flat=True)
    return persistently(lambda: Counter(rows.all()))


def mails_owed(count: int) -> int:
    """Return how many of `count` forms told nobody."""
    told = OutgoingMessage.objects.filter(kind="network.asked")
    return count - persistently(told.count)
