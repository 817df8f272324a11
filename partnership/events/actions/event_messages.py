"""Writing to the people of an event in the secretariat's own words."""

from django.db import transaction
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.core.errors import TransitionRefused
from partnership.events import policies
from partnership.events.actions.notices import begin_notice, people_of
from partnership.events.choices import MessageState, NoticeKind
from partnership.events.errors import NobodyToWriteTo
from partnership.events.models import EventMessage, Notice


@transaction.atomic
def send_message(message: EventMessage, *, by: User) -> EventMessage:
    """Begin to write it to its readers; a task does so in parts, each once."""
    policies.may_decide(by).require()
    fresh = _locked(message, MessageState.DRAFT)
    expected = people_of(fresh.event, fresh.audience).count()
    if expected == 0:
        raise NobodyToWriteTo
    fresh.state, fresh.expected = MessageState.SENDING, expected
    fresh.sent_at, fresh.sent_by = timezone.now(), by
    fresh.save()
    begin_notice(fresh.event, NoticeKind.MESSAGE, message=fresh)
    audit.record(Verb.SENT_TO_GROUP, fresh, by=by, note=f"{fresh.audience}: {expected}")
    return fresh


@transaction.atomic
def stop_message(message: EventMessage, *, by: User) -> EventMessage:
    """Write it to nobody further; what was written leaves."""
    policies.may_decide(by).require()
    notice = Notice.objects.select_for_update().filter(message=message.pk).first()
    if notice is None:
        raise TransitionRefused
    fresh = _locked(message, MessageState.SENDING)
    fresh.state, notice.finished_at = MessageState.STOPPED, timezone.now()
    fresh.save()
    notice.save()
    changes: audit.Changes = {"state": [MessageState.SENDING, MessageState.STOPPED]}
    audit.record(Verb.STOPPED, fresh, by=by, changes=changes)
    return fresh


def _locked(message: EventMessage, wanted: MessageState) -> EventMessage:
    rows = EventMessage.objects.select_for_update(of=("self",)).select_related("event")
    fresh: EventMessage = rows.get(pk=message.pk)
    if fresh.state != wanted:
        raise TransitionRefused
    return fresh
