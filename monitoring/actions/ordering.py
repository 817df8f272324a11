"""Having a report made in the background: computing a whole region takes seconds, which nobody waits for."""

from functools import partial
from typing import Final

from django.db import transaction

from monitoring import policies
from monitoring.actions.reports import make_report
from monitoring.models import ReportOrder
from partnership.accounts.models import User
from partnership.core import made_files
from partnership.core.made_files import Told
from partnership.core.models.made_file import UNDER_WAY
from partnership.notifications import wake
from partnership.reference.models import Place

TASK: Final = "monitoring.tasks.make_reports"


@transaction.atomic
def order_report(
    place: Place | None, first: int, last: int, *, by: User, language: str
) -> ReportOrder:
    """Ask for a report; the same one that is under way for `by` is returned instead of a second."""
    policies.may_report(by, place).require()
    order, is_new = ReportOrder.objects.get_or_create(
        asked_by=by,
        place=place,
        first_year=first,
        last_year=last,
        state__in=UNDER_WAY,
        defaults={"language": language},
    )
    found: ReportOrder = order
    if is_new:
        transaction.on_commit(lambda: wake.up_for(TASK, found.pk), robust=True)
    return found


def make_next_report() -> bool:
    """Make the report that waits longest; return whether there was one."""
    number = made_files.claim(ReportOrder.objects.all())
    if number is None:
        return False
    order: ReportOrder = ReportOrder.objects.select_related("place", "asked_by").get(pk=number)
    made_files.make(order, partial(_made, order))
    return True


def _made(order: ReportOrder, told: Told) -> bytes:
    """Make the report as who asked for it, whose right is looked at again."""
    report = make_report(
        order.place, order.first_year, order.last_year, by=order.asked_by, told=told
    )
    ReportOrder.objects.filter(pk=order.pk).update(report=report)
    return b""
