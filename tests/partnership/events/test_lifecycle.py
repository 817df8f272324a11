"""The way of an event from its draft to the archive."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core.errors import NotAllowed, ReasonMissing
from partnership.core.models import AuditEvent
from partnership.events import actions
from partnership.events.choices import (
    STATUS_CHANGES,
    CancelledBy,
    Format,
    Kind,
    Mode,
    RegistrationStatus,
    Source,
    Status,
)
from partnership.events.models import Event
from tests.factories.events import EventFactory, RegistrationFactory, details, held, published
from tests.factories.reference import ThemeFactory
from tests.partnership.events.test_answering import states
from tests.partnership.events.test_registering import refused

S = RegistrationStatus
WHY = {"reason_zh": "台风。", "reason_en": "A typhoon."}

pytestmark = pytest.mark.django_db


def test_the_secretariat_begins_a_draft(lin: User, wang: User) -> None:
    now = timezone.now()
    fields = {
        "kind": Kind.TRAINING,
        "slug": "beach-litter",
        "title_en": "Beach litter",
        "starts_at": now,
        "ends_at": now + timedelta(hours=1),
    }
    theme = ThemeFactory()
    event = actions.create_event(by=lin, themes=[theme], **fields)

    assert (event.status, event.is_public, str(event)) == (Status.DRAFT, False, "beach-litter")
    assert list(event.themes.all()) == [theme]
    with pytest.raises(NotAllowed):
        actions.create_event(by=wang, **fields)


def test_it_is_announced_when_it_is_public_in_a_language(lin: User, zhao: User) -> None:
    event = EventFactory()
    with pytest.raises(NotAllowed):
        actions.publish_event(event, "en", by=lin)

    announced = actions.publish_event(event, "en", by=zhao)

    assert (announced.status, announced.published_languages) == (Status.PUBLISHED, ["en"])
    assert announced.status_changed_at
    assert announced.announced["venue_en"] == "Conference centre"


def test_it_says_what_is_missing(zhao: User) -> None:
    event = EventFactory(
        title_zh_hans="", summary_en="", description_en="", place=None, format=Format.HYBRID
    )

    with refused("not-ready") as found:
        actions.publish_event(event, "en", by=zhao)
    for word in ("中文标题", "英文摘要", "英文说明", "地点"):
        assert word in str(found.value)
    event.format = Format.ONLINE
    event.save()
    with refused("not-ready") as found:
        actions.publish_event(event, "en", by=zhao)
    assert "地点" not in str(found.value)


def test_it_goes_back_to_a_draft_while_nobody_is_registered(event: Event, zhao: User) -> None:
    in_english = actions.withdraw_event(event, "zh-hans", by=zhao, reason="Mistakes.")
    assert in_english.status == Status.PUBLISHED
    draft = actions.withdraw_event(event, "en", by=zhao, reason="Mistakes.")

    assert (draft.status, draft.announced) == (Status.DRAFT, {})


def test_an_event_with_people_is_cancelled_not_hidden(event: Event, zhao: User) -> None:
    RegistrationFactory(event=event)
    actions.withdraw_event(event, "zh-hans", by=zhao, reason="Mistakes.")

    with refused("people-are-registered"):
        actions.withdraw_event(event, "en", by=zhao, reason="Mistakes.")


def test_a_cancelled_event_may_be_taken_off_the_pages(event: Event, zhao: User) -> None:
    cancelled = actions.cancel_event(event, by=zhao, **WHY)

    for language in ("en", "zh-hans"):
        cancelled = actions.withdraw_event(cancelled, language, by=zhao, reason="Old.")
    assert (cancelled.status, cancelled.is_public) == (Status.CANCELLED, False)


def test_cancelling_ends_every_registration(event: Event, lin: User) -> None:
    RegistrationFactory.create_batch(3, event=event)
    RegistrationFactory(event=event, stranger=True)
    before = event.sequence

    cancelled = actions.cancel_event(event, by=lin, **WHY)

    assert cancelled.status == Status.CANCELLED
    assert cancelled.sequence == before + 1
    assert cancelled.public_reason_en == "A typhoon."
    assert set(states(event)) == {S.CANCELLED}
    assert set(event.registrations.values_list("cancelled_by", flat=True)) == {
        CancelledBy.ORGANISER
    }
    with refused("registration-closed"):
        actions.enter(event, details(), by=lin)


def test_everyone_is_told_why_in_both_languages(event: Event, lin: User) -> None:
    for deed in (actions.cancel_event, actions.postpone):
        with refused("reason-in-both-languages"):
            deed(event, by=lin, reason_zh="台风。", reason_en=" ")
    with pytest.raises(IntegrityError), transaction.atomic():
        Event.objects.filter(pk=event.pk).update(status=Status.CANCELLED)


def test_a_postponed_event_keeps_seats_and_line_until_its_new_date(lin: User) -> None:
    event = EventFactory(published=True, capacity=1, waitlist_capacity=2, offer_hours=24)
    rows = RegistrationFactory.create_batch(3, event=event)
    actions.cancel(rows[0])
    postponed = actions.postpone(event, by=lin, **WHY)
    assert postponed.sequence == event.sequence + 1
    actions.cancel(rows[1])
    assert states(event) == [S.CANCELLED, S.CANCELLED, S.WAITLISTED], "nobody moves up meanwhile"
    later = timezone.now() + timedelta(days=60)

    again = actions.announce_again(
        event, by=lin, starts_at=later, ends_at=later + timedelta(hours=2)
    )

    assert (again.status, again.starts_at, again.public_reason_zh_hans) == (
        Status.PUBLISHED,
        later,
        "",
    )
    assert again.sequence == postponed.sequence + 1
    assert states(event) == [S.CANCELLED, S.CANCELLED, S.OFFERED]


def test_an_offer_that_was_open_when_it_was_postponed_lasts_as_long_again(lin: User) -> None:
    event = EventFactory(published=True, capacity=1, waitlist_capacity=2, offer_hours=24)
    rows = RegistrationFactory.create_batch(2, event=event)
    actions.cancel(rows[0])
    actions.postpone(event, by=lin, **WHY)
    event.registrations.offered().update(offer_expires_at=timezone.now() - timedelta(days=1))
    later = timezone.now() + timedelta(days=60)

    actions.announce_again(event, by=lin, starts_at=later, ends_at=later + timedelta(hours=2))

    assert states(event) == [S.CANCELLED, S.OFFERED]


def test_while_it_is_postponed_a_seat_is_given_back_whenever_it_was_to_begin(lin: User) -> None:
    event = EventFactory(published=True)
    row = RegistrationFactory(event=event)
    actions.postpone(event, by=lin, **WHY)
    Event.objects.filter(pk=event.pk).update(starts_at=timezone.now() - timedelta(days=1))

    assert actions.cancel(row).status == S.CANCELLED


def test_an_invitation_that_was_open_when_it_was_postponed_moves_along(lin: User) -> None:
    event = EventFactory(published=True, capacity=1)
    answer_by = event.starts_at - timedelta(days=1)
    actions.invite(event, details(), by=lin, until=answer_by, source=Source.INVITED)
    actions.postpone(event, by=lin, **WHY)
    moved = event.starts_at + timedelta(days=60)

    actions.announce_again(event, by=lin, starts_at=moved, ends_at=moved + timedelta(hours=2))

    assert event.registrations.get().offer_expires_at == answer_by + timedelta(days=60)


def test_an_event_without_offers_is_announced_again(lin: User) -> None:
    event = EventFactory(postponed=True)
    later = timezone.now() + timedelta(days=60)

    again = actions.announce_again(
        event, by=lin, starts_at=later, ends_at=later + timedelta(hours=2)
    )

    assert again.status == Status.PUBLISHED


def test_what_was_held_has_no_line_any_more(event: Event, lin: User) -> None:
    RegistrationFactory.create_batch(3, event=event)
    with refused("not-over-yet"):
        actions.mark_as_held(event, by=lin)

    assert held(event).status == Status.HELD
    assert states(event) == [S.CONFIRMED, S.CONFIRMED, S.EXPIRED]


def test_it_is_closed_then_archived(lin: User) -> None:
    event = EventFactory(held=True)

    closed = actions.close_event(event, by=lin, note="Report is in.")
    assert closed.status == Status.CLOSED
    assert actions.archive_event(closed, by=lin).status == Status.ARCHIVED


def test_no_step_is_possible_that_is_not_in_the_table(event: Event, lin: User) -> None:
    assert STATUS_CHANGES[Status.ARCHIVED] == frozenset()
    for deed in (actions.close_event, actions.archive_event):
        with refused("status-refused"):
            deed(event, by=lin)
    with refused("status-refused"):
        actions.postpone(EventFactory(), by=lin, **WHY)
    with refused("status-refused"):
        actions.announce_again(EventFactory(), by=lin, starts_at=None, ends_at=None)


def test_only_the_secretariat_leads_an_event_on(event: Event, wang: User) -> None:
    with pytest.raises(NotAllowed):
        actions.postpone(event, by=wang, **WHY)


def test_a_moved_event_is_a_new_edition_in_calendars(event: Event, lin: User) -> None:
    before = event.sequence
    with transaction.atomic():
        locked = actions.lock_for_edit(event, by=lin, version=event.version)
        locked.summary_en = "Another summary."
        locked.save()
        assert actions.settle_edit(locked).sequence == before
    with transaction.atomic():
        locked = actions.lock_for_edit(event, by=lin)
        locked.starts_at += timedelta(hours=1)
        locked.save()
        assert actions.settle_edit(locked).sequence == before + 1


def test_only_what_is_announced_is_moved(event: Event, lin: User, wang: User) -> None:
    new = {"starts_at": event.starts_at + timedelta(days=1), "ends_at": event.ends_at}
    new["ends_at"] += timedelta(days=1)
    with pytest.raises(NotAllowed):
        actions.move_event(event, by=wang, **new)
    with refused("same-time"):
        actions.move_event(event, by=lin, starts_at=event.starts_at, ends_at=event.ends_at)
    actions.postpone(event, by=lin, **WHY)

    with refused("status-refused"):
        actions.move_event(event, by=lin, **new)


def test_more_seats_go_to_those_who_wait_and_fewer_take_nobodys(event: Event, lin: User) -> None:
    RegistrationFactory.create_batch(4, event=event)
    resize(event, 3, lin)
    assert states(event) == [S.CONFIRMED] * 3 + [S.WAITLISTED]
    resize(event, 1, lin)
    assert states(event) == [S.CONFIRMED] * 3 + [S.WAITLISTED]
    for left in (2, 1, 1):
        actions.cancel(event.registrations.confirmed().first())
        assert event.registrations.confirmed().people() == left, "no promotion until below"
    assert not event.registrations.waiting().exists()


def resize(event: Event, capacity: int, by: User) -> None:
    with transaction.atomic():
        locked = actions.lock_for_edit(event, by=by)
        locked.capacity = capacity
        locked.save()
        actions.settle_edit(locked)


def test_a_demo_event_is_confirmed_by_a_publisher(zhao: User) -> None:
    event = published(EventFactory(is_demo=True, mode=Mode.APPROVAL))

    with pytest.raises(ReasonMissing):
        actions.mark_as_real(event, by=zhao, reason="")
    assert not actions.mark_as_real(event, by=zhao, reason="Checked.").is_demo


def test_every_step_leaves_a_trace_with_its_reason(event: Event, lin: User) -> None:
    actions.cancel_event(event, by=lin, **WHY)

    last = AuditEvent.objects.about(event).order_by("-occurred_at")[0]
    assert last.changes["status"] == [Status.PUBLISHED, Status.CANCELLED]
    assert (last.note, last.actor_id) == ("台风。", str(lin.pk))
