"""Programs that look at mail open every link in it: that must change nothing."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from partnership.accounts.models import User
from partnership.attendance import actions as attendance
from partnership.events import actions, messages
from partnership.events.choices import Attendance, RegistrationStatus
from partnership.events.models import Registration
from partnership.notifications import registry
from partnership.notifications.models import OutgoingMessage
from tests.factories.attendance import PlanFactory
from tests.factories.events import EventFactory, RegistrationFactory, clerk, details, held
from tests.partnership.notifications.test_tasks import world

pytestmark = pytest.mark.django_db

S = RegistrationStatus
OWN = re.compile(r"http://testserver(/(?:en|zh-hans)/events/link/\S+)")
BELOW = re.compile(r'href="(/(?:en|zh-hans)/events/link/[^"]+)"')
GIVEN = {"person", "link", "registration", "facts", "by_organiser"}  # by the message itself
KINDS = [kind for kind in registry.kinds() if kind.key.startswith(("events.", "attendance."))]


def links() -> list[str]:
    """Every link to a registration that stands in a mail, each once."""
    return sorted(
        {link for mail in OutgoingMessage.objects.all() for link in OWN.findall(mail.text)}
    )


def assert_nothing_changes(client: Client, addresses: list[str]) -> None:
    """Open all of them, and what their pages lead to below them."""
    before = world()
    for address in addresses:
        assert client.head(address).status_code == 200, address
        page = client.get(address)
        assert page.status_code == 200, address
        for below in set(BELOW.findall(page.content.decode())):
            assert client.get(below).status_code == 200, below
    assert world() == before


def in_every_state() -> list[Registration]:
    """People without an account who have something to answer, or whose registration has ended."""
    event = EventFactory(published=True, capacity=2, waitlist_capacity=5, offer_hours=24)
    rows = RegistrationFactory.create_batch(3, event=event, stranger=True)
    for row in rows:
        actions.verify(row)
    actions.cancel(rows[0])
    until = timezone.now() + timedelta(days=2)
    other = EventFactory(published=True, capacity=5)
    actions.invite(other, details("invited@example.org"), by=clerk(), until=until)
    RegistrationFactory(event=other, stranger=True, email="waits@example.org")
    return list(Registration.objects.order_by("pk"))


def test_opening_the_links_of_whoever_has_something_to_answer_changes_nothing(
    client: Client,
) -> None:
    rows = in_every_state()
    assert {row.status for row in rows} == {S.CANCELLED, S.CONFIRMED, S.OFFERED, S.UNVERIFIED}
    addresses = links()
    assert len(addresses) >= len(rows)

    assert_nothing_changes(client, addresses)

    again = list(Registration.objects.order_by("pk").values_list("status", flat=True))
    assert again == [row.status for row in rows]


def test_opening_the_link_of_any_kind_of_mail_changes_nothing(client: Client, lin: User) -> None:
    row = RegistrationFactory(entered=True, email="mei@example.org")
    RegistrationFactory(event=row.event, entered=True, email="other@example.org")
    told = [kind for kind in KINDS if kind.key not in {"events.link", "attendance.steward"}]
    for kind in told:
        more = {name: value for name, value in kind.sample(lin).items() if name not in GIVEN}
        messages.tell(kind.key, row, **more)
    messages.link(row)
    OutgoingMessage.objects.exclude(to_address=row.email).delete()
    addresses = links()
    assert len(addresses) >= 12, "so many kinds of mail have one"

    assert_nothing_changes(client, addresses)


def test_opening_what_lies_below_a_link_after_the_event_changes_nothing(
    client: Client, lin: User
) -> None:
    plan = PlanFactory(event__capacity=5)
    row = RegistrationFactory(event=plan.event, entered=True, email="mei@example.org")
    Registration.objects.update(attendance=Attendance.ATTENDED)
    held(plan.event)
    plan.event.refresh_from_db()
    attendance.take_usual_questions(plan, by=lin)
    attendance.begin_evaluation(plan, until=timezone.now() + timedelta(days=14), by=lin)
    while attendance.invite_next():
        pass
    attendance.issue(plan.event, by=lin)
    kinds = set(OutgoingMessage.objects.filter(to_address=row.email).values_list("kind", flat=True))
    assert {"attendance.evaluation", "attendance.certificate"} <= kinds

    assert_nothing_changes(client, links())
