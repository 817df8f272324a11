"""What dialogues and projects ask of the secretariat."""

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from partnership.core.admin.waiting import Question, register
from partnership.events.choices import Kind, Status
from partnership.events.models import Event
from roundtables.choices import EDITORS, PUBLISHERS
from roundtables.models import Outcome


def _without_outcome() -> QuerySet[Event]:
    """Dialogues that took place, are not closed yet, and have no document; oldest first."""
    rows: QuerySet[Event] = Event.objects.of_kind(Kind.DIALOGUE).filter(status=Status.HELD)
    return rows.filter(outcome_document__isnull=True).order_by("ends_at", "pk")


def _held_dialogues() -> str:
    return reverse("admin:events_event_changelist") + "?kind=dialogue&status=held"


register(
    Question(
        title=_("Dialogues without an outcome document"),
        advice=_("Write down what was agreed and begin its document."),
        roles=EDITORS,
        find=_without_outcome,
        link=_held_dialogues,
        rank=23,
    ),
    Question(
        title=_("Outcome documents in draft"),
        advice=_("Finish them, then a publisher makes them public."),
        roles=EDITORS | PUBLISHERS,
        find=lambda: Outcome.objects.filter(public_since__isnull=True),
        link=lambda: reverse("admin:roundtables_outcome_changelist") + "?state=draft",
        rank=24,
        deeds=("publish-zh-hans", "publish-en"),
    ),
)
