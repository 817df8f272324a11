"""Events in the secretariat's admin."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core.admin import waiting
from partnership.events import actions
from partnership.events.choices import Mode, NoticeKind, RegistrationStatus, Status
from partnership.events.models import Event
from tests.factories.events import (
    EventFactory,
    RegistrationFactory,
    SeatHoldFactory,
    SessionFactory,
    details,
)
from tests.forms_in_pages import fields_of
from tests.partnership.events.test_answering import states

S = RegistrationStatus

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _at_work(client: Client, zhao: User, settings: Any) -> None:
    settings.REQUIRE_STAFF_MFA = False
    client.force_login(zhao)


def deed(client: Client, obj: Any, slug: str, **typed: str) -> Any:
    name = f"admin:events_{obj._meta.model_name}_deed"
    return client.post(reverse(name, args=[obj.pk, slug]), typed)


def test_an_event_begins_as_a_draft(client: Client) -> None:
    typed = {
        "kind": "training",
        "slug": "beach-litter",
        "title_zh_hans": "海滩垃圾监测",
        "title_en": "",
        "timezone": "Asia/Shanghai",
        "starts_at_0": "2027-03-09",
        "starts_at_1": "09:00",
        "ends_at_0": "2027-03-09",
        "ends_at_1": "17:00",
    }
    answer = client.post(reverse("admin:events_event_add"), typed)
    assert answer.status_code == 302, answer.content.decode()[-3000:]
    event = Event.objects.get()
    assert (event.status, event.starts_at.isoformat()) == (
        Status.DRAFT,
        "2027-03-09T01:00:00+00:00",
    )
    untitled = client.post(
        reverse("admin:events_event_add"), {**typed, "slug": "x", "title_zh_hans": ""}
    )
    assert untitled.status_code == 200


def test_more_seats_in_the_form_go_to_those_who_wait(client: Client, event: Event) -> None:
    RegistrationFactory.create_batch(3, event=event)
    address = reverse("admin:events_event_change", args=[event.pk])
    typed = fields_of(client.get(address), "event_form")

    answer = client.post(address, {**typed, "capacity": "3"})

    assert answer.status_code == 302, answer.content.decode()[-3000:]
    assert states(event) == [S.CONFIRMED] * 3


def test_the_steps_are_buttons(client: Client) -> None:
    event = EventFactory(is_demo=True)
    for slug in ("announce-zh", "announce-en"):
        assert deed(client, event, slug).status_code == 302
    assert deed(client, event, "confirm", reason="Checked.").status_code == 302
    assert deed(client, event, "withdraw-en", reason="Mistake.").status_code == 302
    why = {"reason_zh": "台风。", "reason_en": "A typhoon."}
    assert deed(client, event, "postpone", **why).status_code == 302
    wrong = deed(
        client, event, "announce-again", starts_at="2027-03-09 09:00", ends_at="2027-03-08"
    )
    assert wrong.status_code == 200
    new = {"starts_at": "2099-03-09 09:00", "ends_at": "2099-03-09 17:00"}
    asked = client.get(reverse("admin:events_event_deed", args=[event.pk, "announce-again"]))
    assert "截止时间一并顺延" in asked.content.decode()
    assert deed(client, event, "announce-again", **new).status_code == 302
    assert deed(client, event, "cancel", **why).status_code == 302
    assert deed(client, event, "archive").status_code == 302
    event.refresh_from_db()
    assert (event.status, event.is_demo) == (Status.ARCHIVED, False)


def test_an_announced_event_is_moved_by_a_button_with_all_that_hangs_on_it(
    client: Client, event: Event
) -> None:
    session = SessionFactory(event=event)
    closes = event.starts_at - timedelta(days=2)
    Event.objects.update(registration_closes_at=closes)
    RegistrationFactory(event=event)
    form = reverse("admin:events_event_change", args=[event.pk])
    address = reverse("admin:events_event_deed", args=[event.pk, "move"])
    page = client.get(form).content.decode()
    assert address in page
    assert 'name="starts_at_0"' not in page, "not by the form, which would move the event alone"
    present = f"{timezone.localtime(event.starts_at):%Y-%m-%d %H:%M}"
    assert f'value="{present}"' in client.get(address).content.decode()
    at_once = dict.fromkeys(("starts_at", "ends_at"), "2099-03-09 09:00")
    assert client.post(address, at_once).status_code == 200, "it ends after it begins"
    over = {"starts_at": "2020-03-09 09:00", "ends_at": "2020-03-09 17:00"}
    assert "已过" in client.post(address, over).content.decode()

    later = {
        name: f"{timezone.localtime(getattr(event, name) + timedelta(days=30)):%Y-%m-%d %H:%M:%S.%f}"
        for name in ("starts_at", "ends_at")
    }
    assert client.post(address, {**later, "moves_deadlines": "on"}).status_code == 302

    moved, sessions = Event.objects.get(), event.sessions.get()
    assert moved.starts_at - event.starts_at == timedelta(days=30)
    assert moved.registration_closes_at == closes + timedelta(days=30)
    assert sessions.starts_at - session.starts_at == timedelta(days=30)
    assert moved.sequence == event.sequence + 1
    assert moved.notices.get().kind == NoticeKind.RESCHEDULED
    assert client.post(address, later).status_code == 200, "that is the time it has"


def test_the_time_of_an_event_that_is_over_is_corrected_and_told_to_nobody(client: Client) -> None:
    event = EventFactory(held=True)
    address = reverse("admin:events_event_change", args=[event.pk])
    typed = fields_of(client.get(address), "event_form")

    answer = client.post(address, {**typed, "ends_at_1": "23:59:59"})

    assert answer.status_code == 302, answer.content.decode()[-3000:]
    corrected = Event.objects.get()
    assert corrected.ends_at != event.ends_at
    assert not corrected.notices.exists()


def test_an_unready_event_says_what_is_missing(client: Client) -> None:
    event = EventFactory(description_en="")
    address = reverse("admin:events_event_deed", args=[event.pk, "announce-en"])

    assert "英文说明" in client.get(address).content.decode()
    assert "英文说明" in client.post(address).content.decode()


def test_somebody_is_put_on_the_list(client: Client, event: Event) -> None:
    typed = {"name": "Mei", "email": "MEI@example.org", "language": "en", "organisation_name": ""}

    assert deed(client, event, "enter", **typed).status_code == 302
    assert event.registrations.get().email == "mei@example.org"
    assert deed(client, event, "enter", **typed).status_code == 200, "twice is refused"


def test_one_registration_is_decided_by_its_buttons(client: Client) -> None:
    event = EventFactory(published=True, mode=Mode.APPROVAL, capacity=1, waitlist_capacity=5)
    rows = RegistrationFactory.create_batch(4, event=event)
    for row in rows[:3]:
        assert deed(client, row, "approve").status_code == 302
    assert deed(client, rows[2], "put-first", reason="Chairs.").status_code == 302
    assert deed(client, rows[0], "cancel", reason="Asked by phone.").status_code == 302
    assert deed(client, rows[3], "reject", reason="Full.").status_code == 302
    assert states(event) == [S.CANCELLED, S.WAITLISTED, S.CONFIRMED, S.REJECTED]
    page = client.get(reverse("admin:events_registration_change", args=[rows[3].pk]))
    assert "Full." in page.content.decode()


def choose(client: Client, action: str, rows: list[Any], **typed: str) -> Any:
    data = {"action": action, "_selected_action": [row.pk for row in rows], **typed}
    return client.post(reverse("admin:events_registration_changelist"), data, follow=True)


def test_many_are_decided_at_once(client: Client) -> None:
    event = EventFactory(published=True, mode=Mode.APPROVAL, capacity=2, waitlist_capacity=0)
    rows = RegistrationFactory.create_batch(5, event=event)

    choose(client, "accept_chosen", rows[:3])
    assert states(event) == [S.CONFIRMED] * 2 + [S.PENDING] * 3
    asked = choose(client, "decline_chosen", rows[3:])
    assert rows[3].name in asked.content.decode()
    assert states(event)[3:] == [S.PENDING] * 2
    choose(client, "decline_chosen", rows[3:], reason="For cities only.")
    assert states(event)[3:] == [S.REJECTED] * 2
    nothing = choose(client, "decline_chosen", rows[:1], reason="Late.")
    assert nothing.status_code == 200
    assert states(event)[0] == S.CONFIRMED


def test_the_list_of_one_event_names_its_seats(client: Client, event: Event) -> None:
    RegistrationFactory.create_batch(3, event=event)
    RegistrationFactory(event=EventFactory(published=True), person__name="Elsewhere")
    address = reverse("admin:events_registration_changelist")

    page = client.get(f"{address}?event={event.pk}").content.decode()

    assert "Elsewhere" not in page
    assert str(event) in page
    assert client.get(f"{address}?event=none").status_code in (200, 302)


@pytest.mark.parametrize("name", ["event", "registration"])
def test_lists_ask_the_same_for_one_and_for_fifty(
    client: Client, name: str, django_assert_max_num_queries: Any
) -> None:
    address = reverse(f"admin:events_{name}_changelist")
    event = EventFactory(published=True)
    RegistrationFactory(event=event)
    client.get(address)

    def queries() -> int:
        with django_assert_max_num_queries(40) as found:
            assert client.get(address).status_code == 200
        return len(found)

    one = queries()
    for _number in range(2):
        RegistrationFactory(event=EventFactory(published=True))
    three = queries()
    EventFactory.create_batch(47)

    assert one == three == queries()


def test_fewer_seats_than_people_is_said(client: Client, event: Event) -> None:
    RegistrationFactory.create_batch(2, event=event)
    Event.objects.filter(pk=event.pk).update(capacity=1)

    page = client.get(reverse("admin:events_event_change", args=[event.pk])).content.decode()

    assert "名额不足" in page


def test_the_start_page_says_what_waits(zhao: User) -> None:
    event = EventFactory(published=True, mode=Mode.APPROVAL)
    RegistrationFactory(event=event)
    offered = EventFactory(published=True, capacity=1, waitlist_capacity=1, offer_hours=2)
    first, _second = RegistrationFactory.create_batch(2, event=offered)
    actions.cancel(first)
    past = timezone.now() - timedelta(hours=1)
    over = EventFactory(published=True)
    Event.objects.filter(pk=over.pk).update(starts_at=past - timedelta(hours=1), ends_at=past)

    found = {str(item.question.title): item.count for item in waiting.items_for(zhao)}

    assert found["待审核的报名"] == 1
    assert found["一天内到期的待接受名额"] == 1
    assert found["已结束的活动"] == 1


def test_the_start_page_says_where_people_or_names_are_missing(zhao: User) -> None:
    few = EventFactory(published=True, capacity=10, min_participants=2)
    RegistrationFactory(event=few)
    enough = EventFactory(published=True, min_participants=1)
    RegistrationFactory(event=enough)
    later = EventFactory(
        published=True, min_participants=5, starts_at=timezone.now() + timedelta(days=30)
    )
    SeatHoldFactory(event=few, seats=2)
    SeatHoldFactory(event=later, seats=2)
    filled = SeatHoldFactory(event=enough, seats=1)
    actions.enter(enough, details("named@example.org"), by=zhao, hold=filled)

    assert list(Event.objects.short_of_people(timezone.now() + timedelta(days=14))) == [few]
    found = {str(item.question.title): item.count for item in waiting.items_for(zhao)}
    assert found["参加人数不足的活动"] == 1
    assert found["预留而未使用的名额"] == 1


def test_the_list_shows_seats_and_who_waits(client: Client) -> None:
    event = EventFactory(published=True, capacity=5, waitlist_capacity=5)
    SeatHoldFactory(event=event, seats=2)
    RegistrationFactory.create_batch(4, event=event)
    undecided = EventFactory(published=True, mode=Mode.APPROVAL)
    RegistrationFactory.create_batch(2, event=undecided)

    page = client.get(reverse("admin:events_event_changelist")).content.decode()

    assert "5 / 5" in page
    assert "1, 0" in page
    assert "0 / ∞" in page
    assert "0, 2" in page
