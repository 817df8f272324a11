"""The kinds of message about submissions."""

from collections.abc import Callable
from typing import Final

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partnership.accounts import links
from partnership.accounts.models import User
from partnership.notifications.choices import MailChoice
from partnership.notifications.registry import Context, Kind, register
from partnership.review import subjects
from partnership.review.choices import DESK, Recommendation, State
from partnership.review.models import ReviewAssignment, Submission
from partnership.review.prints import Print, print_of

ANY: Final = Q()
WAITS: Final = Q(done_at__isnull=True, released_at__isnull=True)


Sample = Callable[[User], Context]


def _submission(condition: Q = ANY) -> Sample:
    """Return the sample of a kind: the newest submission it could be told of, else one made up."""

    def sample(person: User) -> Context:
        newest = _newest(condition) or _invented(person)
        return _told(person, newest) | {"endorsed": _endorsed(newest)}

    return sample


def _together(person: User) -> Context:
    """Return the sample of a kind about many submissions: as if the newest were the first of a dozen."""
    return _submission()(person) | {"total": 12}


def _review(condition: Q) -> Sample:
    """Return the same for a kind about a review."""

    def sample(person: User) -> Context:
        reviews = ReviewAssignment.objects.filter(condition).select_related(
            "submission", "reviewer"
        )
        found = reviews.order_by("-assigned_at", "-pk").first()
        review = found or _invented_review(_newest(ANY) or _invented(person), person)
        return _told(person, review.submission) | {"assignment": review}

    return sample


def _newest(condition: Q) -> Submission | None:
    found = Submission.objects.handed_in().filter(condition).order_by("-submitted_at", "-pk")
    newest: Submission | None = found.first()
    return newest


def _told(person: User, submission: Submission) -> Context:
    link = links.absolute("portal:desk", person.language)
    return {"person": person, "submission": submission, "link": link}


def _endorsed(submission: Submission) -> Print:
    version = submission.latest_version if submission.pk else None
    return print_of(submission, version.answers) if version else Print("0000-0000-0000", 1, True)


def _invented_review(submission: Submission, person: User) -> ReviewAssignment:
    return ReviewAssignment(
        submission=submission,
        reviewer=person,
        due_on=timezone.localdate(),
        recommendation=Recommendation.ACCEPT,
        released_because="–",
    )


def _invented(person: User) -> Submission:
    today = timezone.localdate()
    return Submission(
        pk=0,
        subject=subjects.registered()[0].key,
        title="–",
        state=State.RETURNED,
        author=person,
        created_at=timezone.now(),
        due_on=today,
        notice_from=today,
        notice_until=today,
        message="–",
        reason="–",
    )


register(
    Kind("review.received", _("Receipt of a submission"), _submission()),
    Kind("review.received_together", _("Receipt of several submissions"), _together),
    Kind(
        "review.to_endorse", _("Submission to endorse"), _submission(Q(state=State.FOR_ENDORSEMENT))
    ),
    Kind("review.endorsed", _("Submission endorsed"), _submission(~Q(state=State.FOR_ENDORSEMENT))),
    Kind(
        "review.returned",
        _("Submission returned for changes"),
        _submission(Q(state=State.RETURNED)),
    ),
    Kind("review.accepted", _("Submission accepted"), _submission(Q(accepted_at__isnull=False))),
    Kind(
        "review.on_notice",
        _("Submission on public notice"),
        _submission(Q(notice_until__isnull=False)),
    ),
    Kind("review.published", _("Submission published"), _submission(Q(published_at__isnull=False))),
    Kind("review.declined", _("Submission declined"), _submission(Q(state=State.DECLINED))),
    Kind("review.withdrawn", _("Submission withdrawn"), _submission(Q(state=State.WITHDRAWN))),
    Kind("review.asked", _("Asked for a review"), _review(ANY)),
    Kind("review.released", _("Review no longer needed"), _review(Q(released_at__isnull=False))),
    Kind("review.due", _("Reminder of a due date"), _submission(Q(due_on__isnull=False))),
    Kind("review.review_due", _("Reminder of a review"), _review(WAITS)),
    Kind(
        "review.submitted",
        _("Submission arrived"),
        _submission(),
        is_optional=True,
        mail=MailChoice.DAILY,
        roles=DESK,
    ),
    Kind(
        "review.submitted_together",
        _("Submissions arrived together"),
        _together,
        is_optional=True,
        mail=MailChoice.DAILY,
        roles=DESK,
    ),
    Kind(
        "review.recommended",
        _("Review arrived"),
        _review(Q(done_at__isnull=False)),
        is_optional=True,
        roles=DESK,
    ),
    Kind(
        "review.stepped_back", _("A reviewer has stepped back"), _review(Q(released_because__gt=""))
    ),
)
