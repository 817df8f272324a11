"""How many commitments there are, on time and late; each number leads to what it counts."""

from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from partnership.network.commitment_choices import CommitmentState, Data, Pace
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
    only = {"data": Data.FACTS.value} if Commitment.objects.public().is_mixed() else {}
    return [*_always(found, only), *_while_reviewed(found["undecided"], only)]


def _always(found: dict[str, int], only: dict[str, str]) -> list[dict[str, Any]]:
    return [
        {
            "value": found["agreed"],
            "label": _("Commitments agreed"),
            "definition": _("Agreed with the secretariat, dropped ones included."),
            **_leading_to(only),
        },
        {
            "value": found["on_time"],
            "label": _("On time"),
            "definition": _("Before the due date, or with the target reached by it."),
            **_leading_to({"pace": Pace.ON_TIME.value, **only}),
        },
        {
            "value": found["late"],
            "label": _("Late"),
            "definition": _(
                "Past the due date without the target, or with the target reached after it."
            ),
            **_leading_to({"pace": Pace.LATE.value, **only}),
        },
        {
            "value": found["completed"],
            "label": _("Completed"),
            "definition": _("Target reached, shown by a document."),
            **_leading_to({"state": CommitmentState.COMPLETED.value, **only}),
        },
    ]


def _while_reviewed(number: int, only: dict[str, str]) -> list[dict[str, Any]]:
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
            **_leading_to({"pace": Pace.UNDECIDED.value, **only}),
        }
    ]


def _leading_to(chosen: dict[str, str]) -> dict[str, str]:
    """Say where exactly those stand that a figure counts; the whole register needs no way."""
    if not chosen:
        return {}
    url = f"{reverse('network:commitments')}?{urlencode(chosen)}"
    return {"url": url, "link": _("Show these")}
