"""Telling all people of an event what has become of it."""

from typing import Final

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from partnership.events import messages
from partnership.events.choices import CancelledBy, NoticeKind, RegistrationStatus
from partnership.events.models import Event, Notice, Registration

PART: Final = 50  # registrations told in one transaction


def begin_notice(event: Event, kind: NoticeKind) -> None:
    """Note, in the deed's transaction, that people have to be told; a task does it."""
    Notice.objects.create(event=event, kind=kind)


def tell_next() -> bool:
    """Tell the next part of the oldest notice; return whether there may be more to tell.

    A second worker passes by what the first one works on.
    """
    with transaction.atomic():
        rows = Notice.objects.unfinished().select_for_update(of=("self",), skip_locked=True)
        notice = rows.select_related("event__place").first()
        if notice is None:
            return False
        people = list(_to_tell(notice).filter(pk__gt=notice.reached).order_by("pk")[:PART])
        for registration in people:
            registration.event = notice.event
            had_seat = registration.confirmed_at is not None
            messages.tell(notice.kind, registration, with_calendar=had_seat)
        notice.told += len(people)
        notice.reached = people[-1].pk if people else notice.reached
        notice.finished_at = timezone.now() if len(people) < PART else None
        notice.save()
    return True


def _to_tell(notice: Notice) -> QuerySet[Registration]:
    rows: QuerySet[Registration] = notice.event.registrations.select_related("person")
    if notice.kind == NoticeKind.CALLED_OFF:
        ended_with_it = {"ended_at": F("event__status_changed_at")}
        return rows.filter(cancelled_by=CancelledBy.ORGANISER, **ended_with_it)
    return rows.active().exclude(status=RegistrationStatus.UNVERIFIED)  # type: ignore[attr-defined]
