"""All people of an event are told what becomes of it, once each."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone

from partnership.accounts.models import User
from partnership.events import actions, messages, tasks
from partnership.events.actions import notices
from partnership.events.models import Event, Notice, Registration
from partnership.notifications.models import OutgoingMessage
from tests.factories.events import EventFactory, RegistrationFactory

pytestmark = pytest.mark.django_db

WHY = {"reason_zh": "台风。", "reason_en": "A typhoon."}


def told(kind: str) -> list[OutgoingMessage]:
    tasks.tell_people()
    return list(OutgoingMessage.objects.filter(kind=f"events.{kind}").order_by("pk"))


def test_a_cancelled_event_is_told_once_to_everyone_registered(event: Event, lin: User) -> None:
    RegistrationFactory.create_batch(2, event=event, language="zh-hans")
    waits = RegistrationFactory(event=event)
    gone = RegistrationFactory(event=event, cancelled=True)
    cancelled = actions.cancel_event(event, by=lin, **WHY)

    mails = told("called_off")

    assert len(mails) == 3
    assert gone.email not in {mail.to_address for mail in mails}
    assert f"SEQUENCE:{cancelled.sequence}" in mails[0].calendar
    assert "METHOD:CANCEL" in mails[0].calendar
    assert mails[2].to_address == waits.email
    assert mails[2].calendar == "", "who only waited has nothing in the calendar"
    assert len(told("called_off")) == 3
    assert str(Notice.objects.get()).endswith(str(cancelled))


def test_a_stranger_is_not_told_that_an_event_is_cancelled(event: Event, lin: User) -> None:
    RegistrationFactory(event=event, stranger=True)
    confirmed = actions.verify(RegistrationFactory(event=event, stranger=True))
    entered = RegistrationFactory(event=event, entered=True)
    actions.cancel_event(event, by=lin, **WHY)

    mails = told("called_off")

    assert [mail.to_address for mail in mails] == [confirmed.email, entered.email]


def test_the_reason_is_told_in_the_readers_language(event: Event, lin: User) -> None:
    chinese = RegistrationFactory(event=event, language="zh-hans", person__language="zh-hans")
    english = RegistrationFactory(event=event)
    actions.postpone(event, by=lin, **WHY)

    mails = {mail.to_address: mail for mail in told("postponed")}

    assert "台风。" in mails[chinese.email].text
    assert "A typhoon." not in mails[chinese.email].text
    assert "A typhoon." in mails[english.email].text
    assert "METHOD:REQUEST" in mails[english.email].calendar
    assert "STATUS:TENTATIVE" in mails[english.email].calendar


def test_a_new_date_is_told_and_a_new_summary_is_not(event: Event, lin: User) -> None:
    RegistrationFactory(event=event)
    RegistrationFactory(event=event, stranger=True)
    edit(event, lin, summary_en="Another.")
    assert told("rescheduled") == []
    edit(event, lin, starts_at=event.starts_at + timedelta(hours=1))

    assert len(told("rescheduled")) == 1, "a stranger's address is nobody's yet"


def edit(event: Event, by: User, **values: Any) -> None:
    with transaction.atomic():
        locked = actions.lock_for_edit(event, by=by)
        for name, value in values.items():
            setattr(locked, name, value)
        locked.save()
        actions.settle_edit(locked)


def test_a_postponed_event_is_announced_again_to_its_people(event: Event, lin: User) -> None:
    RegistrationFactory(event=event)
    actions.postpone(event, by=lin, **WHY)
    later = timezone.now() + timedelta(days=60)
    actions.announce_again(event, by=lin, starts_at=later, ends_at=later + timedelta(hours=2))

    assert len(told("postponed")) == 1
    assert len(told("rescheduled")) == 1


def test_whoever_dies_half_way_leaves_nobody_out(
    lin: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    event = EventFactory(published=True)
    RegistrationFactory.create_batch(5, event=event)
    actions.postpone(event, by=lin, **WHY)
    monkeypatch.setattr(notices, "PART", 2)
    real, count = messages.tell, []

    def dies(*arguments: Any, **options: Any) -> None:
        count.append(1)
        if len(count) == 4:
            raise RuntimeError
        real(*arguments, **options)

    monkeypatch.setattr(messages, "tell", dies)
    with pytest.raises(RuntimeError):
        tasks.tell_people()

    assert len(told("postponed")) == 5


def test_nobody_forgotten_is_told(event: Event) -> None:
    row = RegistrationFactory(event=event)
    OutgoingMessage.objects.all().delete()
    Registration.objects.filter(pk=row.pk).update(anonymised_at=timezone.now(), email="")
    row.refresh_from_db()

    messages.tell("confirmed", row)

    assert not OutgoingMessage.objects.exists()


def test_the_clock_settles_offers_and_lets_go_of_strangers(event: Event) -> None:
    RegistrationFactory(event=event, stranger=True)
    tasks.settle_offers()
    tasks.end_unverified()
    assert event.registrations.active().count() == 1
    Registration.objects.update(created_at=timezone.now() - timedelta(days=3))
    tasks.end_unverified()
    assert event.registrations.active().count() == 0
