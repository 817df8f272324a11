"""What a person has to do in the portal, and by when."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.utils import timezone

from partnership.accounts.models import User
from partnership.attendance.models import Plan
from partnership.events.models import Registration
from partnership.network.models import Organisation
from partnership.nominations.models import Nomination, NominationQuota
from partnership.nominations.querysets import RELATED, NominationQuerySet
from partnership.notifications import arrival
from partnership.notifications.models import Notification, OutgoingMessage
from partnership.reports.models import EventReport
from partnership.reports.querysets import RELATED as OF_REPORTS
from partnership.review import policies, subjects
from partnership.review.models import ReviewAssignment, Submission

FINISHED_SHOWN: Final = 20
NOTICES_SHOWN: Final = 5


@dataclass(frozen=True)
class Desk:
    """Submissions by whose turn it is; each list is read once. `notices` are those not read yet."""

    to_do: Sequence[Submission]
    to_endorse: Sequence[Submission]
    to_review: Sequence[ReviewAssignment]
    under_way: Sequence[Submission]
    finished: Sequence[Submission]
    organisations: Sequence[Organisation]
    registrations: Sequence[Registration]
    doors: Sequence[Plan]
    notices: Sequence[Notification]
    refusal: OutgoingMessage | None
    to_report: Sequence[EventReport]
    to_nominate: Sequence[NominationQuota]
    nominated: Sequence[Nomination]
    may_submit: bool

    @property
    def is_empty(self) -> bool:
        work = (
            *(self.to_do, self.to_endorse, self.to_review),
            *(self.to_report, self.to_nominate, self.nominated),
        )
        return not any(work)


def desk_of(user: User) -> Desk:
    """Return the desk of `user`: fourteen queries at most, however much lies on it."""
    now = timezone.now()
    own = Submission.objects.of(user).select_related("author")
    reviews = ReviewAssignment.objects.visible_to(user).of(user).open()
    finished = own.closed().latest_first()[:FINISHED_SHOWN]
    told = Notification.objects.visible_to(user).unread()
    return Desk(
        to_do=list(own.with_author().most_urgent_first()),
        to_endorse=list(Submission.objects.to_endorse(user).most_urgent_first()),
        to_review=list(reviews.select_related("submission").most_urgent_first()),
        under_way=list(own.under_way().latest_first()),
        finished=list(finished),
        to_report=list(EventReport.objects.to_begin(user).select_related(*OF_REPORTS)),
        to_nominate=list(NominationQuota.objects.to_fill(user, now).select_related(*RELATED)),
        nominated=list(_lists_to_endorse(user)),
        registrations=list(Registration.objects.of(user).to_come(now)),
        doors=list(Plan.objects.looked_after_by(user).at_hand(now)),
        organisations=list(Organisation.objects.of(user).ordered_for().with_people()),
        notices=list(told.newest_first()[:NOTICES_SHOWN]),
        refusal=arrival.refused_to(user),
        may_submit=any(policies.may_begin(user, kind) for kind in subjects.registered()),
    )


def _lists_to_endorse(user: User) -> NominationQuerySet:
    """Return one person of each list that waits for the endorsement of `user`."""
    waiting = Nomination.objects.to_endorse(user)
    rows: NominationQuerySet = waiting.select_related(*(f"quota__{name}" for name in RELATED))
    return rows.order_by("quota", "rank", "pk").distinct("quota")
