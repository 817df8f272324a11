"""Travel, hotel and diet: of confirmed people, seen by them and the secretariat, soon deleted."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core import retention
from partnership.core.choices import Verb
from partnership.core.errors import NotAllowed
from partnership.core.models import AuditEvent
from partnership.events import actions as of_events
from partnership.events import links
from partnership.events.models import Registration
from partnership.nominations import actions
from partnership.nominations.choices import Diet
from partnership.nominations.models import Travel
from tests.factories.events import EventFactory, RegistrationFactory, clerk
from tests.factories.network import PersonFactory
from tests.partnership.nominations.refusals import refused

pytestmark = pytest.mark.django_db

TYPED = {
    "passport_name": "LIN MEI",
    "arrives_at": "2027-03-08T14:30",
    "arrival_by": "CA 1809",
    "departs_at": "2027-03-10T09:00",
    "hotel_from": "2027-03-08",
    "hotel_until": "2027-03-10",
    "diet": "halal",
    "notes": "No nuts.",
}
RULE = "travel-of-past-events"


@pytest.fixture
def row(mei: User) -> Registration:
    return RegistrationFactory(event=EventFactory(published=True), person=mei)


@pytest.fixture
def mei(db: None) -> User:
    return PersonFactory(email="mei@example.org", name="Mei")


def text(answer: Any) -> str:
    return str(answer.content.decode())


def found(days: int) -> int:
    now = timezone.now() + timedelta(days=days)
    return next(each.count for each in retention.run(now=now) if each.rule.name == RULE)


def test_a_confirmed_person_tells_by_account(client: Client, row: Registration, mei: User) -> None:
    client.force_login(mei)
    page = reverse("events:own", args=[row.uid])
    assert f"{page}travel/" in text(client.get(page))

    answer = client.post(f"{page}travel/", TYPED)

    assert answer.status_code == 302, text(answer)[-2000:]
    assert "LIN MEI" in text(client.get(f"{page}travel/"))
    travel = Travel.objects.get()
    assert (travel.registration, travel.diet) == (row, Diet.HALAL)
    client.post(f"{page}travel/", {**TYPED, "passport_name": "LIN MEI MEI"})
    event = AuditEvent.objects.get(verb=Verb.CHANGED, target_type="nominations.travel")
    assert event.changes == {"passport_name": ["•••", "•••"]}
    assert "Mei" not in str(travel)


def test_a_confirmed_person_tells_by_link(client: Client, row: Registration) -> None:
    address = f"/en/events/link/{links.make(row)}/travel/"
    assert "Travel, hotel and diet" in text(client.get(address))

    saved = client.post(address, TYPED, follow=True)

    assert "It is saved." in text(saved)
    assert client.get("/en/events/link/guessed/travel/").status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [
        {"departs_at": "2027-03-01T09:00"},
        {"hotel_until": ""},
        {"hotel_until": "2027-03-01"},
        {"diet": "stones"},
        {"arrives_at": "tomorrow"},
    ],
)
def test_nothing_wrong_is_kept_and_nothing_typed_is_lost(
    client: Client, row: Registration, mei: User, wrong: dict[str, str]
) -> None:
    client.force_login(mei)

    answer = client.post(f"{reverse('events:own', args=[row.uid])}travel/", {**TYPED, **wrong})

    assert answer.status_code == 200
    assert "LIN MEI" in text(answer)
    assert not Travel.objects.exists()


def test_who_is_not_confirmed_or_whose_event_is_over_is_not_asked(
    client: Client, row: Registration, mei: User, wang: User
) -> None:
    client.force_login(wang)
    address = f"{reverse('events:own', args=[row.uid])}travel/"
    assert client.get(address).status_code == 404, "somebody else's is not there"
    client.force_login(mei)
    of_events.cancel(row)
    assert client.get(address).status_code == 404
    assert "travel/" not in text(client.get(reverse("events:own", args=[row.uid])))
    with refused("not-confirmed"):
        actions.write_travel(row, {})
    other = RegistrationFactory(event=EventFactory(published=True), person=mei)
    of_events.cancel_event(other.event, by=clerk(), reason_zh="台风。", reason_en="A typhoon.")
    with refused("event-not-to-come"):
        actions.write_travel(other, {})


def test_what_is_refused_stands_on_the_form(client: Client, row: Registration, mei: User) -> None:
    client.force_login(mei)
    type(row.event).objects.update(starts_at=timezone.now() - timedelta(minutes=1))

    answer = client.post(f"{reverse('events:own', args=[row.uid])}travel/", TYPED)

    assert answer.status_code == 200
    assert "LIN MEI" in text(answer)
    assert not Travel.objects.exists()


def test_each_look_of_the_secretariat_is_written_down(
    client: Client, row: Registration, lin: User, settings: Any, wang: User
) -> None:
    settings.REQUIRE_STAFF_MFA = False
    client.force_login(lin)
    travel = actions.write_travel(row, {"passport_name": "LIN MEI"})
    looks = AuditEvent.objects.filter(verb=Verb.VIEWED, target_id=str(travel.pk))

    listed = text(client.get(reverse("admin:nominations_travel_changelist")))
    assert row.name in listed
    assert "LIN MEI" not in listed
    assert not looks.exists()
    page = reverse("admin:nominations_travel_change", args=[travel.pk])
    assert "LIN MEI" in text(client.get(page))
    assert looks.count() == 1
    assert looks.get().actor_id == str(lin.pk)
    with pytest.raises(NotAllowed):
        actions.look_at_travel(travel, by=wang)


def test_whose_it_is(row: Registration, mei: User, lin: User, guo: User, wang: User) -> None:
    travel = actions.write_travel(row, {})

    for person in (mei, lin):
        assert list(Travel.objects.visible_to(person)) == [travel]
    for stranger in (guo, wang, AnonymousUser()):
        assert not Travel.objects.visible_to(stranger).exists()


def test_it_is_deleted_thirty_days_after_the_event_and_once(row: Registration) -> None:
    actions.write_travel(row, {"passport_name": "LIN MEI"})

    assert found(7 + 29) == 0
    assert found(7 + 31) == 1
    assert found(7 + 31) == 0
    assert not Travel.objects.exists()
    row.refresh_from_db()
    assert row.status == "confirmed"


def test_what_somebody_told_who_does_not_come_any_more_is_deleted_at_once(
    row: Registration,
) -> None:
    actions.write_travel(row, {"passport_name": "LIN MEI"})
    assert found(0) == 0, "who has a seat keeps it"

    of_events.cancel(row)

    assert found(0) == 1
    assert not Travel.objects.exists()


def test_the_list_asks_the_same_for_one_and_for_fifty(
    client: Client, lin: User, settings: Any, django_assert_max_num_queries: Any
) -> None:
    settings.REQUIRE_STAFF_MFA = False
    client.force_login(lin)
    event = EventFactory(published=True)
    address = reverse("admin:nominations_travel_changelist")

    def queries() -> int:
        with django_assert_max_num_queries(40) as found:
            assert client.get(address).status_code == 200
        return len(found)

    def more(number: int) -> None:
        for one in RegistrationFactory.create_batch(number, event=event):
            actions.write_travel(one, {})

    more(1)
    client.get(address)
    one = queries()
    more(2)
    three = queries()
    more(47)

    assert one == three == queries()
