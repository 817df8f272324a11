"""What the secretariat decides."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.review import messages, policies
from partnership.review.actions.rows import due_for, locked, move, required, store
from partnership.review.choices import SHORTEST_NOTICE_DAYS, State
from partnership.review.errors import NothingToChange, NoticeTooShort, ReviewsMissing
from partnership.review.models import Submission

ENDED = "decided"


@transaction.atomic
def take(submission: Submission, *, by: User) -> Submission:
    """Look after a submission from now on; the first to do so begins the desk check."""
    fresh = locked(submission)
    policies.may_take(by, fresh).require()
    if fresh.state == State.SUBMITTED:
        return move(fresh, State.IN_REVIEW, by=by, handler=by)
    return store(fresh, audit.snapshot(fresh), by=by, handler=by)


@transaction.atomic
def return_for_changes(
    submission: Submission, *, by: User, message: str = "", due_on: date | None = None
) -> Submission:
    """Give the text back to its author, with the message and all comments made so far."""
    fresh = locked(submission)
    policies.may_decide(by, fresh, State.RETURNED).require()
    remarks = fresh.comments.to_share()
    if not message.strip() and not remarks.exists():
        raise NothingToChange
    remarks.update(shared_at=timezone.now())
    _end_open_reviews(fresh)
    returned = move(
        fresh,
        State.RETURNED,
        by=by,
        verb=Verb.RETURNED,
        note=message.strip(),
        message=message.strip(),
        notice_from=None,
        notice_until=None,
        **({"due_on": due_on} if due_on else {}),
    )
    messages.to_author("review.returned", returned)
    return returned


@transaction.atomic
def accept(submission: Submission, *, by: User) -> Submission:
    """Accept; the subject carries out what that means."""
    fresh = locked(submission)
    policies.may_decide(by, fresh, State.ACCEPTED).require()
    heard = sum(fresh.assignments.experts_heard())
    if heard < fresh.kind.expert_reviews:
        raise ReviewsMissing(needed=fresh.kind.expert_reviews, done=heard)
    _end_open_reviews(fresh)
    accepted = move(
        fresh,
        State.ACCEPTED,
        by=by,
        verb=Verb.ACCEPTED,
        accepted_at=timezone.now(),
        accepted_by=by,
        handler=fresh.handler or by,
    )
    accepted.kind.accept(accepted, by=by)
    messages.to_author("review.accepted", accepted)
    return accepted


@transaction.atomic
def decline(submission: Submission, *, by: User, reason: str) -> Submission:
    """Refuse for good; the author reads the reason."""
    fresh = locked(submission)
    policies.may_decide(by, fresh, State.DECLINED).require()
    _end_open_reviews(fresh)
    declined = _close(fresh, State.DECLINED, Verb.DECLINED, by=by, reason=reason)
    messages.to_author("review.declined", declined)
    return declined


@transaction.atomic
def put_on_notice(submission: Submission, *, by: User, until: date | None = None) -> Submission:
    """Make it public for some days that publication is intended (公示), from today."""
    fresh = locked(submission)
    policies.may_decide(by, fresh, State.ON_NOTICE).require()
    today = timezone.localdate()
    last = until or today + timedelta(days=fresh.kind.notice_days)
    if last < today + timedelta(days=SHORTEST_NOTICE_DAYS):
        raise NoticeTooShort(days=SHORTEST_NOTICE_DAYS)
    shown = move(
        fresh,
        State.ON_NOTICE,
        by=by,
        notice_from=today,
        notice_until=last,
        due_on=last + timedelta(days=1),
    )
    messages.to_author("review.on_notice", shown)
    return shown


@transaction.atomic
def withdraw(submission: Submission, *, by: User, reason: str) -> Submission:
    """Take a submission back, or off the public pages; a tombstone with the reason remains."""
    fresh = locked(submission)
    policies.may_withdraw(by, fresh).require()
    was = State(fresh.state)
    _end_open_reviews(fresh)
    closed = _close(fresh, State.WITHDRAWN, Verb.WITHDRAWN, by=by, reason=reason)
    if was == State.PUBLISHED:
        closed.kind.take_off(closed, by=by)
    messages.withdrawn(closed, by=by, was=was)
    return closed


def _close(
    submission: Submission, target: State, verb: Verb, *, by: User, reason: str
) -> Submission:
    why = required(reason)
    return move(
        submission,
        target,
        by=by,
        verb=verb,
        note=why,
        reason=why,
        closed_at=timezone.now(),
        due_on=due_for(target),
    )


def _end_open_reviews(submission: Submission) -> None:
    """What is decided no longer waits for experts."""
    for assignment in submission.assignments.open().select_related("reviewer"):
        assignment.released_at, assignment.released_because = timezone.now(), ENDED
        assignment.save()
        messages.released(assignment)
