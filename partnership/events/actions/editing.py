"""Writing an event, announcing it per language, taking it back."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.core.deeds import Deeds
from partnership.events import announcements, policies, programmes, readiness
from partnership.events.actions import seats
from partnership.events.actions.notices import begin_notice
from partnership.events.actions.reminders import plan_reminders, renew_reminders
from partnership.events.choices import TO_COME, NoticeKind, Status
from partnership.events.errors import NotReady, PeopleAreRegistered
from partnership.events.models import Event


def _require_ready(event: Event, language: str) -> None:
    missing = readiness.missing(event, language)
    if missing:
        raise NotReady(missing)


def _renew(event: Event) -> None:
    """Bring the status in step with publication, and count what calendars must hear of."""
    if event.is_public and event.status == Status.DRAFT:
        event.status, event.status_changed_at = Status.PUBLISHED, timezone.now()
    if not event.is_public and event.status == Status.PUBLISHED:
        event.status, event.status_changed_at = Status.DRAFT, timezone.now()
    announcements.renew(event)


DEEDS = Deeds[Event](
    may_edit=policies.may_edit,
    may_publish=policies.may_publish,
    require_ready=_require_ready,
    renew=_renew,
    renewed=("announced", "sequence"),
    follow=programmes.follow,
)
lock_for_edit = DEEDS.lock_for_edit
publish_event = DEEDS.publish
mark_as_real = DEEDS.mark_as_real


@transaction.atomic
def create_event(*, by: User, themes: list[Any] | None = None, **fields: Any) -> Event:
    """Begin a draft."""
    policies.may_edit(by).require()
    event = Event.objects.create(**fields)
    event.themes.set(themes or [])
    plan_reminders(event)
    audit.record(Verb.CREATED, event, by=by)
    return event


@transaction.atomic
def settle_edit(event: Event) -> Event:
    """Close an edit. More seats go to those who wait at once; fewer take nobody's away."""
    before = DEEDS.locked(event).sequence
    settled = DEEDS.settle_edit(event)
    if settled.sequence > before and settled.status in TO_COME:
        begin_notice(settled, NoticeKind.RESCHEDULED)
    locked, now = seats.begin(settled)
    renew_reminders(locked, now)
    return settled


@transaction.atomic
def withdraw_event(event: Event, language: str, *, by: User, reason: str) -> Event:
    """Take the event off the pages of a language; off all of them only while nobody is registered."""
    locked = DEEDS.locked(event)
    people = locked.registrations.active().people()
    if people and locked.published_languages == [language]:
        raise PeopleAreRegistered(count=people)
    return DEEDS.withdraw(event, language, by=by, reason=reason)
