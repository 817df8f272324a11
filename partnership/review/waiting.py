"""What submissions ask of the secretariat, each with the way to the list that shows them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from partnership.core.admin.waiting import Question, register
from partnership.review.choices import DESK, PUBLISHERS
from partnership.review.models import Submission


@dataclass(frozen=True)
class Work:
    """One kind of work; `find` returns the submissions that wait for it."""

    title: str | Promise
    advice: str | Promise
    find: Callable[[], QuerySet[Submission]]
    rank: int
    deeds: tuple[str, ...]
    roles: frozenset[str] = DESK


WORK: Final = {
    "take": Work(
        _("Submissions to take"),
        _("Open one and take it; the desk check begins."),
        Submission.objects.to_take,
        rank=5,
        deeds=("take",),
    ),
    "overdue": Work(
        _("Overdue submissions"),
        _("The day they were due by is over. Act, or ask whose turn it is."),
        lambda: Submission.objects.handed_in().overdue(timezone.localdate()),
        rank=6,
        deeds=("take", "assign", "return"),
    ),
    "decide": Work(
        _("Submissions to decide on"),
        _("All expert reviews are there. Accept, return or decline."),
        Submission.objects.reviews_complete,
        rank=7,
        deeds=("accept", "return", "decline"),
    ),
    "check": Work(
        _("Submissions in the desk check"),
        _("Read and comment, then return them or ask reviewers."),
        Submission.objects.in_desk_check,
        rank=8,
        deeds=("assign", "return", "decline"),
    ),
    "accepted": Work(
        _("Accepted submissions"),
        _("Finish the text in both languages, and put it on public notice."),
        Submission.objects.accepted,
        rank=9,
        deeds=("put-on-notice",),
    ),
    "publish": Work(
        _("Public notice over"),
        _("Nobody may object any more: publish, or return it after an objection."),
        lambda: Submission.objects.notice_over(timezone.localdate()),
        rank=9,
        deeds=("return",),
        roles=DESK | PUBLISHERS,
    ),
}


def _listed(key: str) -> Callable[[], str]:
    return lambda: f"{reverse('admin:review_submission_changelist')}?work={key}"


register(
    *(
        Question(
            title=work.title,
            advice=work.advice,
            roles=work.roles,
            find=work.find,
            link=_listed(key),
            rank=work.rank,
            deeds=work.deeds,
        )
        for key, work in WORK.items()
    )
)
