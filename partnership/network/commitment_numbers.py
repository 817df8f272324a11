"""How many commitments there are, on time and late; each number leads to what it counts."""

from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from partnership.network.commitment_choices import CommitmentState, Pace
from partnership.network.models import Commitment


def counts() -> dict[str, int]:
    """Return how many were agreed, are on time, late, neither while a report is reviewed, and
    completed. Demo data count while there is nothing else, as in the numbers of the programme."""
    public = Commitment.objects.public()
    facts = public.filter(is_demo=False)
    late = public.with_light().late().values("pk")
    undecided = Q(pk__in=public.with_light().undecided().values("pk"))
    dropped = Q(state=CommitmentState.DROPPED)
    rows = facts if facts.exists() else public
    found: dict[str, int] = rows.aggregate(
        agreed=Count("pk"),
        late=Count("pk", filter=Q(pk__in=late)),
        on_time=Count("pk", filter=~dropped & ~undecided & ~Q(pk__in=late)),
        undecided=Count("pk", filter=undecided),
        completed=Count("pk", filter=Q(state=CommitmentState.COMPLETED)),
    )
    return found


def numbers() -> list[dict[str, Any]]:
    """Return key figures as `partials/stats.html` shows them; none while nothing is agreed."""
    found = counts()
    if not found["agreed"]:
        return []
    register = reverse("network:commitments")
    return [*_always(found, register), *_while_reviewed(found["undecided"], register)]


def _always(found: dict[str, int], register: str) -> list[dict[str, Any]]:
    return [
        {
            "value": found["agreed"],
            "label": _("Commitments agreed"),
            "definition": _("Agreed with the secretariat, dropped ones included."),
        },
        {
            "value": found["on_time"],
            "label": _("On time"),
            "definition": _("Before the due date, or with the target reached by it."),
            "url": f"{register}?pace={Pace.ON_TIME}",
            "link": _("Show these"),
        },
        {
            "value": found["late"],
            "label": _("Late"),
            "definition": _(
                "Past the due date without the target, or with the target reached after it."
            ),
            "url": f"{register}?pace={Pace.LATE}",
            "link": _("Show these"),
        },
        {
            "value": found["completed"],
            "label": _("Completed"),
            "definition": _("Target reached, shown by a document."),
            "url": f"{register}?state={CommitmentState.COMPLETED}",
            "link": _("Show these"),
        },
    ]


def _while_reviewed(number: int, register: str) -> list[dict[str, Any]]:
    """Return the figure of those whose pace is open; none as a rule."""
    if not number:
        return []
    return [
        {
            "value": number,
            "label": _("Report under review"),
            "definition": _(
                "Past the due date; a report that waits for the secretariat shows the target in time."
            ),
            "url": f"{register}?pace={Pace.UNDECIDED}",
            "link": _("Show these"),
        }
    ]
