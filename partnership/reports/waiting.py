"""What city reports ask of the secretariat."""

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partnership.core.admin.waiting import Question, register
from partnership.reports.models import EventReport
from partnership.review.choices import DESK, PUBLISHERS


def overdue() -> QuerySet[EventReport]:
    rows: QuerySet[EventReport] = EventReport.objects.overdue(timezone.localdate())
    return rows


def _listed(work: str) -> str:
    return f"{reverse('admin:reports_eventreport_changelist')}?work={work}"


register(
    Question(
        title=_("City reports to publish"),
        advice=_("They are accepted. Publish them as they were handed in."),
        roles=PUBLISHERS,
        find=EventReport.objects.to_publish,
        link=lambda: _listed("publish"),
        rank=9,
        deeds=("publish",),
    ),
    Question(
        title=_("City reports that are overdue"),
        advice=_("The portal reminds the city, then the body above it. Call when it takes long."),
        roles=DESK,
        find=overdue,
        link=lambda: _listed("overdue"),
        rank=46,
    ),
)
