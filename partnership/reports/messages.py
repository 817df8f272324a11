"""Messages about reports that are owed: written into the outbox within the deed they tell about.

What becomes of a report once it is handed in, review tells.
"""

from collections.abc import Iterable

from django.urls import reverse

from partnership.accounts.models import User
from partnership.network.speakers import endorsers_for, submitters_of
from partnership.notifications.actions.telling import notify
from partnership.reports.choices import Addressee, Reminder
from partnership.reports.models import EventReport


def asked(report: EventReport) -> None:
    """Ask the city for its report."""
    _tell("asked", submitters_of(report.organisation), report, event=f"report-{report.pk}")


def asked_after_all(report: EventReport) -> None:
    """Ask a city that was released before."""
    people = submitters_of(report.organisation)
    _tell("asked", people, report, event=f"report-{report.pk}-again-{report.due_on}")


def excused(report: EventReport) -> None:
    """Tell the city that nothing is asked of it any longer."""
    people = submitters_of(report.organisation)
    _tell("excused", people, report, event=f"report-{report.pk}-excused-{report.excused_on}")


def overdue(report: EventReport, reminder: Reminder) -> None:
    """Remind whoever the reminder is for; the city itself where nobody stands above it."""
    event = f"report-{report.pk}-{reminder.days}"
    above = endorsers_for(report.organisation)
    if reminder.to == Addressee.SUPERIOR and above.exists():
        _tell("missing", above, report, event=event)
    else:
        _tell("overdue", submitters_of(report.organisation), report, event=event)


def _tell(kind: str, people: Iterable[User], report: EventReport, *, event: str) -> None:
    for person in people:
        notify(
            f"reports.{kind}",
            person,
            event=event,
            page=lambda: reverse("reports:own", args=[report.pk]),
            report=report,
        )
