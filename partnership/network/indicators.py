"""What commitments say about the programme: how many were made, how many keep their date."""

from collections.abc import Collection, Iterator
from typing import Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core.choices import labels_in
from partnership.core.indicators import CALENDAR_YEAR, Axis, Indicator, Record, register
from partnership.core.languages import column, current, values_of
from partnership.network.commitment_choices import CommitmentKind
from partnership.network.commitment_querysets import CommitmentQuerySet
from partnership.network.models import Commitment

UNIT: Final = _("commitments")
IN_YEAR_DUE: Final = _("The calendar year of the due date.")


def _kinds(found: Collection[str]) -> dict[str, str]:
    labels = labels_in(current(), CommitmentKind)
    return {kind: label for kind, label in labels.items() if kind in found}


BY_KIND: Final = Axis(pgettext_lazy("commitment", "Kind"), _kinds)


def _made() -> Iterator[Record]:
    return _records(Commitment.objects.public(), "agreed_on")


def _on_time() -> Iterator[Record]:
    return _records(Commitment.objects.with_last_report().on_time(), "due_on")


def _late() -> Iterator[Record]:
    return _records(Commitment.objects.public().with_last_report().late(), "due_on")


def _records(commitments: CommitmentQuerySet, day: str) -> Iterator[Record]:
    rows = commitments.order_by(f"-{day}", "-pk")
    for key, title, date, kind, is_demo in values_of(
        rows, "pk", column("title"), day, "kind", "is_demo"
    ):
        yield Record(
            key=key,
            name=title,
            period=str(date.year),
            address=("network:commitment", key),
            part=kind,
            is_demo=is_demo,
        )


register(
    Indicator(
        key="commitments-made",
        name=_("Commitments made"),
        unit=UNIT,
        definition=_("Commitments of organisations that the secretariat has agreed to."),
        period=CALENDAR_YEAR,
        method=_("Commitments in the year of their agreement; dropped ones count."),
        records=_made,
        parts=BY_KIND,
        rank=50,
    ),
    Indicator(
        key="commitments-on-time",
        name=_("Commitments on time"),
        unit=UNIT,
        definition=_(
            "Agreed commitments that are not dropped and not late: due later, or with the target "
            "reached in a period that ended by the due date. While a report that shows this waits for "
            "its review, a commitment is neither."
        ),
        period=IN_YEAR_DUE,
        method=_("Worked out today from the due date and the accepted reports."),
        records=_on_time,
        parts=BY_KIND,
        rank=51,
    ),
    Indicator(
        key="commitments-late",
        name=_("Commitments that are late"),
        unit=UNIT,
        definition=_(
            "Agreed commitments whose due date has passed without the target, and those whose target "
            "was first reached in a period that ended after it."
        ),
        period=IN_YEAR_DUE,
        method=_("Worked out today from the due date and the accepted reports."),
        records=_late,
        parts=BY_KIND,
        rank=52,
    ),
)
