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

Marks = Mapping[str, int | None]  # of "before" and "after", those that change; None deletes


@transaction.atomic
def note_scores(event: Event, marks: Mapping[int, Marks], *, by: User) -> int:
    """Keep marks by the number of the registration; return of how many of these people there are
    any then.

    What is given replaces what was kept, what is not given stays: two may type at the same time.
    """
    policies.may_decide(by).require()
    training = Training.objects.select_for_update().filter(pk=event.pk).first()
    if training is None or training.full_marks is None:
        raise NoTest
    _require_possible(event, marks, training.full_marks)
    kept = Score.objects.of_event(event)
    before = kept.count()
    fresh = _merged(kept.filter(pk__in=marks).in_bulk(), marks)
    kept.filter(pk__in=marks).delete()
    Score.objects.bulk_create(fresh)
    audit.record(Verb.CHANGED, event, by=by, changes={"test_results": [before, kept.count()]})
    return len(fresh)


def _merged(known: Mapping[int, Score], marks: Mapping[int, Marks]) -> list[Score]:
    """Return the scores in which any mark is left."""
    merged = [known.get(key) or Score(registration_id=key) for key in marks]
    for score in merged:
        score.before = marks[score.pk].get("before", score.before)
        score.after = marks[score.pk].get("after", score.after)
    return [score for score in merged if (score.before, score.after) != (None, None)]


def _require_possible(event: Event, marks: Mapping[int, Marks], most: int) -> None:
    rows = event.registrations.filter(status=RegistrationStatus.CONFIRMED, pk__in=marks)
    if rows.count() != len(marks):
        raise NotAParticipant
    if any(mark is not None and mark > most for given in marks.values() for mark in given.values()):
        raise TooManyMarks(most=most)
