"""What commitments say about the programme: how many were made, how many keep their date."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any, Final, NamedTuple

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core.choices import labels_in
from partnership.core.indicators import CALENDAR_YEAR, Axis, Indicator, Record, register, shared
from partnership.core.languages import column, current, values_of
from partnership.network.commitment_choices import CommitmentKind
from partnership.network.commitment_querysets import LATE, ON_TIME, CommitmentQuerySet
from partnership.network.models import Commitment

UNIT: Final = _("commitments")
IN_YEAR_DUE: Final = _("The calendar year of the due date.")


def _kinds(found: Collection[str]) -> dict[str, str]:
    labels = labels_in(current(), CommitmentKind)
    return {kind: label for kind, label in labels.items() if kind in found}


BY_KIND: Final = Axis(pgettext_lazy("commitment", "Kind"), _kinds)


class Timed(NamedTuple):
    """Whether a commitment is late or on time, with the record that counts for it."""

    timing: str
    record: Record


@shared
def _timed() -> Iterator[Timed]:
    """Two numbers go by the same rows, which take subqueries on reports."""
    rows = Commitment.objects.public().with_last_report().with_timing()
    for timing, *about in _rows(rows, "due_on", "timing"):
        yield Timed(timing, _record(*about))


def _made() -> Iterator[Record]:
    for about in _rows(Commitment.objects.public(), "agreed_on"):
        yield _record(*about)


def _on_time() -> Iterator[Record]:
    return (each.record for each in _timed() if each.timing == ON_TIME)


def _late() -> Iterator[Record]:
    return (each.record for each in _timed() if each.timing == LATE)


def _rows(rows: CommitmentQuerySet, day: str, *first: str) -> Iterable[tuple[Any, ...]]:
    """Return `first` and what a record says of each commitment, the latest `day` first."""
    ordered = rows.order_by(f"-{day}", "-pk")
    return values_of(ordered, *first, "pk", column("title"), day, "kind", "is_demo")


def _record(key: int, title: str, day: date, kind: str, is_demo: bool) -> Record:
    return Record(
        key=key,
        name=title,
        period=str(day.year),
        address=("network:commitment", str(key)),
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
