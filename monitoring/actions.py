"""Keeping the marks of a training's test."""

from collections.abc import Mapping

from django.db import transaction

from monitoring.errors import NotAParticipant, NoTest, TooManyMarks
from monitoring.models import Score, Training
from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.events import policies
from partnership.events.choices import RegistrationStatus
from partnership.events.models import Event

Marks = tuple[int | None, int | None]  # before, after


@transaction.atomic
def note_scores(event: Event, marks: Mapping[int, Marks], *, by: User) -> int:
    """Keep marks by the number of the registration; return of how many people there are any.

    What is given replaces what was kept; a pair without marks deletes it.
    """
    policies.may_decide(by).require()
    training = Training.objects.select_for_update().filter(pk=event.pk).first()
    if training is None or training.full_marks is None:
        raise NoTest
    _require_possible(event, marks, training.full_marks)
    kept = Score.objects.of_event(event)
    before = kept.count()
    kept.filter(pk__in=marks).delete()
    given = {key: pair for key, pair in marks.items() if pair != (None, None)}
    Score.objects.bulk_create(
        Score(registration_id=key, before=before, after=after)
        for key, (before, after) in given.items()
    )
    audit.record(Verb.CHANGED, event, by=by, changes={"test_results": [before, kept.count()]})
    return len(given)


def _require_possible(event: Event, marks: Mapping[int, Marks], most: int) -> None:
    rows = event.registrations.filter(status=RegistrationStatus.CONFIRMED, pk__in=marks)
    if rows.count() != len(marks):
        raise NotAParticipant
    if any(mark is not None and mark > most for pair in marks.values() for mark in pair):
        raise TooManyMarks(most=most)
