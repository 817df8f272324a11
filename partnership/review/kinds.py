"""The kinds of message about submissions."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partnership.accounts import links
from partnership.accounts.models import User
from partnership.notifications.choices import MailChoice
from partnership.notifications.registry import Context, Kind, register
from partnership.review import subjects
from partnership.review.choices import Recommendation, State
from partnership.review.models import ReviewAssignment, Submission


def _sample(person: User) -> Context:
    submission = Submission.objects.handed_in().first() or _invented(person)
    assignment = ReviewAssignment(
        submission=submission,
        reviewer=person,
        due_on=timezone.localdate(),
        recommendation=Recommendation.ACCEPT,
        released_because="–",
    )
    link = links.absolute("portal:desk", person.language)
    return {"person": person, "submission": submission, "assignment": assignment, "link": link}


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
    Kind("review.received", _("Receipt of a submission"), _sample),
    Kind("review.to_endorse", _("Submission to endorse"), _sample),
    Kind("review.endorsed", _("Submission endorsed"), _sample),
    Kind("review.returned", _("Submission returned for changes"), _sample),
    Kind("review.accepted", _("Submission accepted"), _sample),
    Kind("review.on_notice", _("Submission on public notice"), _sample),
    Kind("review.published", _("Submission published"), _sample),
    Kind("review.declined", _("Submission declined"), _sample),
    Kind("review.withdrawn", _("Submission withdrawn"), _sample),
    Kind("review.asked", _("Asked for a review"), _sample),
    Kind("review.released", _("Review no longer needed"), _sample),
    Kind("review.due", _("Reminder of a due date"), _sample),
    Kind("review.review_due", _("Reminder of a review"), _sample),
    Kind(
        "review.submitted",
        _("Submission arrived"),
        _sample,
        is_optional=True,
        mail=MailChoice.DAILY,
    ),
    Kind("review.recommended", _("Review arrived"), _sample, is_optional=True),
    Kind("review.stepped_back", _("A reviewer has stepped back"), _sample),
)
