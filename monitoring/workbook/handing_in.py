"""Submitting the drafts of a file, each by itself: what one lacks does not keep the others back. Whoever
waits for them is told once, when the work ends."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from monitoring.workbook.checking import Told
from monitoring.workbook.columns import in_both
from monitoring.workbook.taking import GONE, SUBMITTED, Taken
from partnership.accounts.models import User
from partnership.core.errors import DomainError
from partnership.review import actions
from partnership.review.models import Submission


def hand_in(taken: list[Taken], *, by: User, told: Told) -> list[Taken]:
    """Return what became of each; who is told hears how many are done. A second time does no harm."""
    return list(_each(taken, by, told))


def submitted_since(taken: Iterable[Taken], since: datetime) -> list[Submission]:
    """Return the surveys of a file that were submitted since they were asked for, the first one first."""
    keys = [each.key for each in taken]
    rows = Submission.objects.filter(key__in=keys, submitted_at__gte=since)
    return [each for each in rows.order_by("pk") if not each.is_with_author]


def _each(taken: list[Taken], by: User, told: Told) -> Iterator[Taken]:
    for number, survey in enumerate(taken, start=1):
        draft = Submission.objects.filter(key=survey.key).first()
        yield _handed_in(survey, draft, by) if draft else survey.became(GONE)
        told(number)


def _handed_in(survey: Taken, draft: Submission, by: User) -> Taken:
    if draft.is_with_author:
        try:
            actions.submit(draft, by=by, revision=draft.revision, tells=False)
        except DomainError as refused:
            sentence = refused
            return survey.saying(in_both(lambda: str(sentence)))
    return survey.became(SUBMITTED)
