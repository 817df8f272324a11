"""What was entered for an address and not confirmed: it keeps nobody out, and closes in time."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from partnership.accounts.models import User
from partnership.events import actions
from partnership.events.choices import Mode, RegistrationStatus
from partnership.events.models import Event, Registration
from partnership.notifications.models import OutgoingMessage
from tests.factories.events import EventFactory, RegistrationFactory, details
from tests.partnership.events.test_registering import refused
from tests.partnership.events.test_registration_pages import send

S = RegistrationStatus

pytestmark = pytest.mark.django_db


@pytest.fixture
def theirs(event: Event) -> Registration:
    """Somebody else has entered Mei's address."""
    return actions.register(event, details(name="Somebody else"))


def links_sent() -> list[str]:
    mails = OutgoingMessage.objects.filter(kind="events.confirm_address").order_by("pk")
    return re.findall(
        r"http://testserver(/en/events/link/\S+)", "".join(mail.text for mail in mails)
    )


def test_what_somebody_else_entered_keeps_nobody_out(event: Event, theirs: Registration) -> None:
    mine = actions.register(event, details(name="Mei"))
    theirs.refresh_from_db()
    assert (theirs.status, theirs.name) == (S.UNVERIFIED, "Somebody else"), "nothing is taken over"
    assert event.registrations.seated().people() == 0

    actions.verify(mine)

    theirs.refresh_from_db()
    assert (theirs.status, theirs.cancelled_by) == (S.EXPIRED, "")
    assert event.registrations.seated().people() == 1
    assert actions.verify(theirs).status == S.EXPIRED, "its link does nothing any more"


def test_nor_does_it_change_what_the_owner_typed(event: Event) -> None:
    mine = actions.register(event, details(name="Mei"))
    actions.sign_up(event, details(name="Somebody else"))

    assert actions.verify(mine).name == "Mei"
    assert event.registrations.filter(status=S.UNVERIFIED).count() == 0


def test_the_owners_account_and_the_secretariat_come_before_it(
    event: Event, theirs: Registration, mei: User, lin: User
) -> None:
    other = EventFactory(published=True)
    for place, deed in (
        (event, lambda: actions.register(event, details(), person=mei)),
        (other, lambda: actions.enter(other, details(), by=lin)),
    ):
        actions.register(place, details(name="Somebody else"))

        assert deed().status == S.CONFIRMED
        assert place.registrations.active().count() == 1


def test_whom_the_secretariat_invites_is_invited_all_the_same(
    event: Event, theirs: Registration, lin: User
) -> None:
    row = actions.invite(event, details(), by=lin, until=event.starts_at)

    assert list(event.registrations.active()) == [row]


def test_each_attempt_gets_a_link_of_its_own_and_both_work(client: Client, event: Event) -> None:
    answers = {send(client, event, name=name).headers["Location"] for name in ("First", "Second")}

    assert answers == {f"/en/events/{event.slug}/sent/"}
    first, second = links_sent()
    client.post(second, {"deed": "confirm"})
    assert event.registrations.get(status=S.CONFIRMED).name == "Second"
    assert "has ended" in client.get(first).content.decode()


def test_one_address_gets_few_links_an_hour_and_the_page_never_tells(event: Event) -> None:
    for _time in range(6):
        actions.sign_up(event, details())
    actions.sign_up(event, details("lin@example.org"))

    assert event.registrations.filter(email="mei@example.org").count() == 5
    assert len(links_sent()) == 6
    with refused("too-many-unconfirmed"):
        actions.register(event, details())
    with time_machine.travel(timezone.now() + timedelta(minutes=61)):
        actions.sign_up(event, details())
    assert len(links_sent()) == 7


def test_a_link_asked_for_again_is_of_the_registration_that_stands(
    event: Event, theirs: Registration
) -> None:
    mine = RegistrationFactory(event=event, email="mei@example.org")
    Registration.objects.filter(pk=theirs.pk).update(status=S.UNVERIFIED, ended_at=None)

    actions.send_link(event, "mei@example.org", "en")

    assert mine.links.filter(is_asked_for=True).exists()


def test_an_address_that_is_registered_is_not_confirmed_once_more(
    event: Event, theirs: Registration
) -> None:
    RegistrationFactory(event=event, email="mei@example.org")
    Registration.objects.filter(pk=theirs.pk).update(status=S.UNVERIFIED, ended_at=None)

    with refused("already-registered"):
        actions.verify(theirs)


# --- What holds when the link is used ----------------------------------------------------------

HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"registration_closes_at": -HOUR}, "closed-meanwhile"),
        ({"starts_at": -HOUR}, "closed-meanwhile"),
        ({"registration_opens_at": HOUR}, "opens-later"),
        ({"registration_opens_at": None}, "opens-later"),
        ({"mode": Mode.NOMINATION_ONLY}, "by-nomination-only"),
        ({"mode": Mode.INVITATION_ONLY}, "by-invitation-only"),
    ],
)
def test_confirming_asks_the_days_and_who_may_as_they_are_now(
    client: Client, event: Event, changed: dict[str, Any], code: str
) -> None:
    row = actions.register(event, details())
    [address] = links_sent()
    now = timezone.now()
    Event.objects.filter(pk=event.pk).update(
        **{
            name: now + value if isinstance(value, timedelta) else value
            for name, value in changed.items()
        }
    )

    with refused(code):
        actions.verify(row)

    page = client.get(address).content.decode()
    assert "Confirm my registration" not in page, "no button that leads nowhere"
    assert "Who may read" not in page
    said = {
        "closed-meanwhile": "Write to the secretariat if you still want to come.",
        "opens-later": "register anew then",
        "by-nomination-only": "Ask the focal point of your organisation.",
        "by-invitation-only": "Write to it if you would like to come.",
    }
    assert said[code] in page
    answer = client.post(address, {"deed": "confirm"}).content.decode()
    assert said[code] in answer
    row.refresh_from_db()
    assert row.status == S.UNVERIFIED


@pytest.mark.parametrize(
    ("changed", "code"),
    [({"max_group_size": 3}, "group-too-large"), ({"minors_per_adult": 1}, "more-adults-needed")],
)
def test_confirming_asks_the_rules_of_groups_as_they_are_now(
    changed: dict[str, Any], code: str
) -> None:
    event = EventFactory(published=True, max_group_size=5)
    typed = details(other_adults=1, young_people=2, children=1, guardians_agree=True)
    row = actions.register(event, typed)
    Event.objects.filter(pk=event.pk).update(**changed)

    with refused(code):
        actions.verify(row)


def test_the_answer_is_in_the_language_of_the_link(client: Client, event: Event) -> None:
    actions.register(event, details(language="zh-hans"))
    mail = OutgoingMessage.objects.latest("pk")
    [address] = re.findall(r"http://testserver(/zh-hans/events/link/\S+)", mail.text)
    Event.objects.filter(pk=event.pk).update(registration_closes_at=timezone.now() - HOUR)

    assert "请联系秘书处" in client.post(address, {"deed": "confirm"}).content.decode()
