"""Reminders by rule: recomputed when a date moves, missed when it is too late, never for nothing."""

from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from partnership.accounts.models import User
from partnership.events import actions, tasks
from partnership.events.choices import Audience, NoticeKind, ReminderRule, ReminderState
from partnership.events.models import Event, Notice, Reminder
from partnership.notifications.models import OutgoingMessage
from tests.factories.events import EventFactory, RegistrationFactory, clerk, held
from tests.forms_in_pages import fields_of

pytestmark = pytest.mark.django_db

S = ReminderState


@pytest.fixture
def event(db: None) -> Event:
    """Begins in seven days; people are registered."""
    return EventFactory(published=True)


def reminder(event: Event, hours: int = 24, **values: Any) -> Reminder:
    values.setdefault("rule", ReminderRule.BEFORE_START)
    return Reminder.objects.create(event=event, hours=hours, **values)


def state(row: Reminder) -> str:
    row.refresh_from_db()
    return row.state


def run(at: datetime) -> list[str]:
    """Let the clock's tasks run twice at a moment; return to whom reminders were written."""
    before = set(OutgoingMessage.objects.values_list("pk", flat=True))
    with time_machine.travel(at, tick=False):
        for _turn in range(2):
            tasks.send_reminders()
            tasks.tell_people()
    new = OutgoingMessage.objects.filter(kind="events.reminder").exclude(pk__in=before)
    return sorted(new.values_list("to_address", flat=True))


def move(event: Event, starts_at: datetime) -> None:
    Event.objects.filter(pk=event.pk).update(
        starts_at=starts_at, ends_at=starts_at + timedelta(hours=8)
    )
    actions.settle_edit(Event.objects.get(pk=event.pk))


def test_it_is_sent_once_when_its_time_comes(event: Event) -> None:
    row = reminder(event)
    comes, _cancelled = RegistrationFactory(event=event), RegistrationFactory(event=event)
    actions.cancel(_cancelled)
    stranger = RegistrationFactory(event=event, entered=True, email="li@example.org")

    assert run(row.due_at - timedelta(minutes=1)) == []
    assert run(row.due_at) == sorted([comes.email, stranger.email])
    assert state(row) == S.SENT
    assert run(row.due_at + timedelta(hours=1)) == []


def test_each_reads_it_in_their_own_language(event: Event) -> None:
    row = reminder(event, words_zh_hans="请带证件。", words_en="Bring a passport.")
    RegistrationFactory(event=event, person__language="zh-hans")
    RegistrationFactory(event=event, person__language="en")

    run(row.due_at)

    texts = {
        mail.language: mail.text for mail in OutgoingMessage.objects.filter(kind="events.reminder")
    }
    assert "请带证件。" in texts["zh-hans"]
    assert "passport" not in texts["zh-hans"]
    assert "Bring a passport." in texts["en"]


@pytest.mark.parametrize(
    ("rule", "subject"),
    [
        (ReminderRule.BEFORE_START, "Reminder: "),
        (ReminderRule.BEFORE_DEADLINE, "Registration closes soon: "),
        (ReminderRule.AFTER_END, "After the event: "),
    ],
)
def test_it_counts_from_start_end_or_deadline(event: Event, rule: str, subject: str) -> None:
    row = reminder(event, 2, rule=rule)
    RegistrationFactory(event=event)
    moments = {
        ReminderRule.BEFORE_START: event.starts_at - timedelta(hours=2),
        ReminderRule.BEFORE_DEADLINE: event.registration_ends_at - timedelta(hours=2),
        ReminderRule.AFTER_END: event.ends_at + timedelta(hours=2),
    }
    assert row.due_at == moments[ReminderRule(rule)]

    run(row.due_at)

    mail = OutgoingMessage.objects.get(kind="events.reminder")
    assert mail.subject.startswith(subject)


@pytest.mark.parametrize("audience", Audience)
def test_it_goes_to_those_it_is_meant_for(audience: str) -> None:
    event = EventFactory(published=True, capacity=1, waitlist_capacity=5)
    seated, waiting = RegistrationFactory.create_batch(2, event=event)
    row = reminder(event, audience=audience)

    told = run(row.due_at)

    wanted = {
        Audience.CONFIRMED: [seated.email],
        Audience.WAITING: [waiting.email],
        Audience.EVERYONE: sorted([seated.email, waiting.email]),
    }
    assert told == wanted.get(Audience(audience), [])


def test_it_moves_with_the_event(event: Event) -> None:
    row = reminder(event)
    RegistrationFactory(event=event)
    former = row.due_at

    move(event, event.starts_at + timedelta(days=3))

    assert state(row) == S.SCHEDULED
    assert row.due_at == former + timedelta(days=3)
    assert run(former) == []
    assert len(run(row.due_at)) == 1


def test_a_sent_one_is_sent_again_for_a_later_date(event: Event) -> None:
    row = reminder(event)
    RegistrationFactory(event=event)
    sent_at = row.due_at
    assert len(run(sent_at)) == 1
    with time_machine.travel(sent_at + timedelta(minutes=1), tick=False):
        actions.settle_edit(event)
    assert state(row) == S.SENT, "an edit that moves nothing sends nothing again"

    with time_machine.travel(sent_at + timedelta(hours=1), tick=False):
        move(event, event.starts_at + timedelta(days=10))

    assert state(row) == S.SCHEDULED
    assert len(run(row.due_at)) == 1


def test_a_date_moved_into_the_past_of_the_reminder_misses_it(event: Event) -> None:
    row = reminder(event, 48)
    RegistrationFactory(event=event)

    move(event, timezone.now() + timedelta(hours=24))

    assert state(row) == S.MISSED
    assert run(timezone.now()) == []
    move(event, timezone.now() + timedelta(days=5))
    assert state(row) == S.SCHEDULED


def test_what_comes_too_late_is_missed(event: Event) -> None:
    late, begun = reminder(event, 24), reminder(event, 1)
    RegistrationFactory(event=event)

    assert run(late.due_at + timedelta(hours=7)) == []
    assert state(late) == S.MISSED
    assert run(event.starts_at + timedelta(minutes=5)) == []
    assert state(begun) == S.MISSED


def test_nothing_is_sent_for_a_cancelled_event(event: Event) -> None:
    row, after = reminder(event), reminder(event, rule=ReminderRule.AFTER_END)
    RegistrationFactory(event=event)

    actions.cancel_event(event, by=clerk(), reason_zh="台风。", reason_en="A typhoon.")

    assert (state(row), state(after)) == (S.DROPPED, S.DROPPED)
    assert run(row.due_at) == []


def test_a_postponed_event_drops_it_until_there_is_a_new_date(event: Event) -> None:
    row = reminder(event)
    RegistrationFactory(event=event)
    actions.postpone(event, by=clerk(), reason_zh="台风。", reason_en="A typhoon.")

    assert run(row.due_at) == []
    assert state(row) == S.DROPPED

    starts = timezone.now() + timedelta(days=20)
    actions.announce_again(event, by=clerk(), starts_at=starts, ends_at=starts + timedelta(hours=1))

    assert state(row) == S.SCHEDULED
    assert len(run(row.due_at)) == 1


def test_a_reminder_begun_before_the_postponement_goes_no_further(event: Event) -> None:
    row = reminder(event)
    RegistrationFactory(event=event)
    actions.send_due_reminders(row.due_at)
    actions.postpone(event, by=clerk(), reason_zh="台风。", reason_en="A typhoon.")

    tasks.tell_people()

    assert not OutgoingMessage.objects.filter(kind="events.reminder").exists()
    assert not Notice.objects.filter(kind=NoticeKind.REMINDER).unfinished().exists()


def test_after_the_end_it_is_sent_for_what_took_place(event: Event) -> None:
    row = reminder(event, 3, rule=ReminderRule.AFTER_END)
    RegistrationFactory(event=event)
    over = held(event)
    Reminder.objects.get(pk=row.pk).save()

    assert len(run(over.ends_at + timedelta(hours=4))) == 1


def test_a_new_event_has_the_usual_ones(lin: User) -> None:
    starts = timezone.now() + timedelta(days=30)
    event = actions.create_event(
        by=lin,
        kind="dialogue",
        slug="x",
        title_en="X",
        starts_at=starts,
        ends_at=starts + timedelta(hours=1),
    )

    assert [(row.rule, row.hours) for row in event.reminders.all()] == [
        ("before-start", 168),
        ("before-start", 24),
    ]
    assert "168" in str(event.reminders.first())


def test_the_secretariat_keeps_them_in_the_form_of_the_event(
    client: Client, zhao: User, settings: Any, event: Event
) -> None:
    settings.REQUIRE_STAFF_MFA = False
    client.force_login(zhao)
    reminder(event)
    address = reverse("admin:events_event_change", args=[event.pk])
    typed = fields_of(client.get(address), "event_form") | {
        "reminders-TOTAL_FORMS": "2",
        "reminders-1-rule": "before-start",
        "reminders-1-hours": "400",
        "reminders-1-audience": "everyone",
    }

    half = client.post(address, {**typed, "reminders-1-words_en": "Only English."})
    assert half.status_code == 200
    assert client.post(address, typed).status_code == 302

    assert set(event.reminders.values_list("hours", "state")) == {
        (24, S.SCHEDULED),
        (400, S.MISSED),
    }
