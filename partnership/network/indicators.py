"""What commitments say about the programme: how many were made, how many keep their date."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Final, NamedTuple

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core.choices import labels_in
from partnership.core.indicators import CALENDAR_YEAR, Axis, Indicator, Record, register, shared
from partnership.core.languages import column, current, values_of
from partnership.network.commitment_choices import CommitmentKind
from partnership.network.models import Commitment

UNIT: Final = _("commitments")
IN_YEAR_DUE: Final = _("The calendar year of the due date.")


def _kinds(found: Collection[str]) -> dict[str, str]:
    labels = labels_in(current(), CommitmentKind)
    return {kind: label for kind, label in labels.items() if kind in found}


BY_KIND: Final = Axis(pgettext_lazy("commitment", "Kind"), _kinds)


class Agreed(NamedTuple):
    """What a record says of a commitment, and which numbers it counts in."""

    key: int
    title: str
    agreed_on: date
    due_on: date
    kind: str
    is_demo: bool
    is_late: bool
    is_on_time: bool


@shared
def _agreed() -> Iterator[Agreed]:
    """All three numbers go by the same rows."""
    rows = Commitment.objects.public().with_last_report().with_timing()
    columns = ("pk", column("title"), *Agreed._fields[2:])
    yield from map(Agreed._make, values_of(rows.order_by("-pk"), *columns))


def _made() -> Iterator[Record]:
    for each in sorted(_agreed(), key=lambda row: row.agreed_on, reverse=True):
        yield _record(each, each.agreed_on)


def _on_time() -> Iterator[Record]:
    return _due(each for each in _agreed() if each.is_on_time)


def _late() -> Iterator[Record]:
    return _due(each for each in _agreed() if each.is_late)


def _due(found: Iterable[Agreed]) -> Iterator[Record]:
    for each in sorted(found, key=lambda row: row.due_on, reverse=True):
        yield _record(each, each.due_on)


def _record(each: Agreed, day: date) -> Record:
    return Record(
        key=each.key,
        name=each.title,
        period=str(day.year),
        address=("network:commitment", str(each.key)),
        part=each.kind,
        is_demo=each.is_demo,
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
