"""Telling all people of an event what has become of it."""

from typing import Final

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from partnership.events import messages
from partnership.events.choices import (
    AUDIENCE_STATES,
    CALLED_OFF,
    Audience,
    CancelledBy,
    MessageState,
    NoticeKind,
    Source,
)
from partnership.events.models import Event, EventMessage, Notice, Registration, Reminder
from partnership.events.registration_querysets import RegistrationQuerySet

PART: Final = 50  # registrations told in one transaction


def begin_notice(
    event: Event,
    kind: NoticeKind,
    *,
    reminder: Reminder | None = None,
    message: EventMessage | None = None,
) -> None:
    """Note, in the deed's transaction, that people have to be told; a task does it."""
    Notice.objects.create(event=event, kind=kind, reminder=reminder, message=message)


def tell_next() -> bool:
    """Tell the next part of the oldest notice; return whether there may be more to tell.

    A second worker passes by what the first one works on.
    """
    with transaction.atomic():
        rows = Notice.objects.unfinished().select_for_update(of=("self",), skip_locked=True)
        notice = rows.select_related("event__place", "reminder", "message").first()
        if notice is None:
            return False
        people = list(_to_tell(notice).filter(pk__gt=notice.reached).order_by("pk")[:PART])
        for registration in people:
            registration.event = notice.event
            _tell(notice, registration)
        notice.told += len(people)
        notice.reached = people[-1].pk if people else notice.reached
        notice.finished_at = timezone.now() if len(people) < PART else None
        notice.save()
        if notice.message and notice.finished_at:
            sending = EventMessage.objects.filter(pk=notice.message.pk, state=MessageState.SENDING)
            sending.update(state=MessageState.DONE)
    return True


def people_of(event: Event, audience: str) -> RegistrationQuerySet:
    """Return the registrations an audience is now."""
    rows: RegistrationQuerySet = event.registrations.filter(
        status__in=AUDIENCE_STATES[Audience(audience)]
    )
    return rows


def _tell(notice: Notice, registration: Registration) -> None:
    """Reminders and messages carry their own texts; all else is about the registration."""
    written = notice.reminder or notice.message
    if written is None:
        had_seat = registration.confirmed_at is not None
        messages.tell(notice.kind, registration, with_calendar=had_seat)
        return
    messages.tell(notice.kind, registration, about=f"notice-{notice.pk}", written=written)


def _to_tell(notice: Notice) -> QuerySet[Registration]:
    """Never to who registered with an address and has not confirmed that it is theirs."""
    rows: QuerySet[Registration] = notice.event.registrations.select_related("person")
    if notice.kind == NoticeKind.CALLED_OFF:
        ended_with_it = {"ended_at": F("event__status_changed_at")}
        ended = rows.filter(cancelled_by=CancelledBy.ORGANISER, **ended_with_it)
        return ended.exclude(source=Source.SELF, verified_at__isnull=True)
    written = notice.reminder or notice.message
    if notice.reminder and notice.event.status in CALLED_OFF:
        return rows.none()
    if written:
        return people_of(notice.event, written.audience).select_related("person")
    return rows.standing()  # type: ignore[attr-defined]
