"""The last step, taken by the app that publishes the subject."""

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format

from partnership.accounts.models import User
from partnership.core.choices import Verb
from partnership.review import messages, policies
from partnership.review.actions.rows import locked, move
from partnership.review.choices import State
from partnership.review.errors import NoticeMissing, NoticeNotOver
from partnership.review.models import Submission


def require_publishable(submission: Submission, *, by: User) -> None:
    """Refuse publication before its time, or by the person who accepted where two are needed."""
    policies.may_publish(by, submission).require()
    if submission.state == State.ACCEPTED and submission.kind.notice_days:
        raise NoticeMissing
    if submission.state == State.ON_NOTICE:
        last = submission.notice_until
        if last is not None and last >= timezone.localdate():
            raise NoticeNotOver(day=date_format(last))


@transaction.atomic
def mark_published(submission: Submission, *, by: User) -> Submission:
    """Note that the result is public; the second language of a text finds it so already."""
    fresh = locked(submission)
    if fresh.state == State.PUBLISHED:
        return fresh
    require_publishable(fresh, by=by)
    moment = timezone.now()
    published = move(
        fresh, State.PUBLISHED, by=by, verb=Verb.PUBLISHED, published_at=moment, closed_at=moment
    )
    messages.to_author("review.published", published)
    return published
