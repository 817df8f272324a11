"""Messages about submissions: each is written into the outbox within the deed it tells about.

An event names submission and version, so that nobody is told the same thing twice.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.urls import reverse
from django.utils import timezone

from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.notifications.actions.telling import notify
from partnership.review.choices import State
from partnership.review.models import ReviewAssignment, Submission
from partnership.review.prints import Print


def received(submission: Submission, *, by: User) -> None:
    """A receipt for whoever submitted, and word to whoever has the turn."""
    _tell("review.received", [by], submission)
    turn_has_come(submission)


def received_together(
    submissions: Sequence[Submission], *, by: User, page: Callable[[], str]
) -> None:
    """The same for what was submitted at once and waits at the desk: one receipt, which leads to `page`,
    and to each person of the desk one word about all that wait for them."""
    if len(submissions) == 1:
        received(submissions[0], by=by)
    if len(submissions) < 2:
        return
    first = min(submission.pk for submission in submissions)
    event = f"together-{first}-{len(submissions)}-{int(timezone.now().timestamp())}"
    waiting = defaultdict(list)
    nobody_yet = [each for each in submissions if each.handler is None]
    for submission in submissions:
        if submission.handler:
            waiting[submission.handler].append(submission)
    for person in _desk_of(nobody_yet[0]) if nobody_yet else ():
        waiting[person] += nobody_yet
    notify(
        "review.received_together",
        by,
        event=event,
        page=page,
        total=len(submissions),
        submission=submissions[0],
    )
    for person, those in waiting.items():
        notify(
            "review.submitted_together",
            person,
            event=event,
            page=lambda: reverse("admin:review_submission_changelist"),
            total=len(those),
            submission=those[0],
        )


def turn_has_come(submission: Submission) -> None:
    """Tell those who act next on what was handed in."""
    if submission.state == State.FOR_ENDORSEMENT:
        _tell("review.to_endorse", submission.kind.endorsers(submission), submission)
    else:
        _tell_desk("review.submitted", submission)


def to_author(kind: str, submission: Submission) -> None:
    """Tell the author's side what was decided."""
    _tell(kind, submission.kind.people_to_tell(submission), submission)


def endorsed(submission: Submission, text: Print) -> None:
    """Tell the author's side which text the body above agreed to, and the desk that it is there."""
    people = submission.kind.people_to_tell(submission)
    _tell("review.endorsed", people, submission, endorsed=text)
    turn_has_come(submission)


def withdrawn(submission: Submission, *, by: User, was: State) -> None:
    """Tell everybody else who waits for it: the own side, endorsers who were asked, and of the
    secretariat whoever looks after it; all of it while it lies there untaken."""
    people = list(submission.kind.people_to_tell(submission))
    if was == State.FOR_ENDORSEMENT:
        people += submission.kind.endorsers(submission)
    _tell("review.withdrawn", [person for person in people if person != by], submission)
    is_awaited = submission.handler is not None or was == State.SUBMITTED
    if is_awaited and not by.has_role(Role.SECRETARIAT):
        _tell_desk("review.withdrawn", submission)


def asked(assignment: ReviewAssignment) -> None:
    """Ask a reviewer; the letter names the day it is due."""
    _tell_reviewer("review.asked", assignment, event=f"assignment-{assignment.pk}")


def released(assignment: ReviewAssignment) -> None:
    """A review that was asked for is no longer needed."""
    _tell_reviewer("review.released", assignment, event=f"assignment-{assignment.pk}")


def review_ended(kind: str, assignment: ReviewAssignment) -> None:
    """Tell who looks after the submission that a reviewer is done or has stepped back."""
    submission = assignment.submission
    if submission.handler:
        event = f"assignment-{assignment.pk}"
        _tell_at_desk(kind, [submission.handler], submission, event=event, assignment=assignment)


def remind(submission: Submission) -> None:
    """Remind whoever has the turn, once before the day and once after it."""
    stage = "over" if submission.is_overdue else "soon"
    event = f"submission-{submission.pk}-{submission.due_on}-{stage}"
    if submission.is_with_author:
        people = submission.kind.people_to_tell(submission)
        _tell("review.due", people, submission, event=event)
    elif submission.state == State.FOR_ENDORSEMENT:
        people = submission.kind.endorsers(submission)
        _tell("review.due", people, submission, event=event)
    else:
        _tell_at_desk("review.due", _desk_of(submission), submission, event=event)


def remind_reviewer(assignment: ReviewAssignment) -> None:
    event = f"assignment-{assignment.pk}-{assignment.due_on}"
    _tell_reviewer("review.review_due", assignment, event=event)


def _desk_of(submission: Submission) -> Iterable[User]:
    """Who looks after it; while nobody does, the whole secretariat."""
    handler = submission.handler
    return [handler] if handler else User.objects.holding(Role.SECRETARIAT)


def _tell_desk(kind: str, submission: Submission) -> None:
    _tell_at_desk(kind, _desk_of(submission), submission)


def _tell(
    kind: str, people: Iterable[User], submission: Submission, *, event: str = "", **more: object
) -> None:
    path = ("review:detail", [submission.key])
    _notify(kind, people, submission, path, event=event, **more)


def _tell_at_desk(
    kind: str, people: Iterable[User], submission: Submission, *, event: str = "", **more: object
) -> None:
    path = ("admin:review_submission_change", [submission.pk])
    _notify(kind, people, submission, path, event=event, **more)


def _tell_reviewer(kind: str, assignment: ReviewAssignment, *, event: str) -> None:
    path = ("review:detail", [assignment.submission.key])
    people = [assignment.reviewer]
    _notify(kind, people, assignment.submission, path, event=event, assignment=assignment)


def _notify(
    kind: str,
    people: Iterable[User],
    submission: Submission,
    path: tuple[str, list[Any]],
    *,
    event: str = "",
    **more: Any,
) -> None:
    number = submission.versions.count()
    for person in people:
        notify(
            kind,
            person,
            event=event or f"submission-{submission.pk}-{number}",
            page=lambda: reverse(path[0], args=path[1]),
            submission=submission,
            **more,
        )
