"""What the reports of cities say about the programme. Only published ones count."""

from collections.abc import Iterator
from functools import partial
from typing import Any, Final, NamedTuple

from django.db.models import Count, F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core import languages
from partnership.core.indicators import CALENDAR_YEAR, UNSTATED, Indicator, Record, register, shared
from partnership.events.zones import zone
from partnership.reference.breakdowns import BY_COUNTRY
from partnership.reports.models import CaseLead, EventReport, ReportedAction


def _number_of(rows: QuerySet[Any]) -> Any:
    """Count the rows of a report by themselves: two kinds joined at once would multiply each other."""
    own = rows.filter(report=OuterRef("pk")).order_by().values("report")
    return Coalesce(Subquery(own.annotate(number=Count("pk")).values("number")), 0)


NAME: Final = _("%(city)s: %(event)s")
NUMBERS: Final[dict[str, Any]] = {
    "reports": Value(1),
    "people": F("participants"),
    "things_done": _number_of(ReportedAction.objects.all()),
    "leads_given": _number_of(CaseLead.objects.all()),
}
METHOD: Final = _(
    "From the published reports of cities, in the year of the event they are about and under the "
    "country of the city."
)


class Published(NamedTuple):
    """What a record says of a published report, and the amounts of the four numbers."""

    key: int
    city: str
    event: str
    year: str
    is_demo: bool
    country: str
    amounts: dict[str, int]


@shared
def _published() -> Iterator[Published]:
    """All four numbers go by the same rows."""
    city = f"organisation__{languages.column('name')}"
    event = f"event__{languages.column('title')}"
    columns = ("event__starts_at", "event__timezone", "event__is_demo")
    rows = EventReport.objects.published().latest_first().annotate(**NUMBERS)
    country = "organisation__place__country__code"
    for key, name, about, starts_at, clock, is_demo, code, *numbers in rows.values_list(
        "pk", city, event, *columns, country, *NUMBERS
    ):
        year = str(starts_at.astimezone(zone(clock)).year)
        amounts = dict(zip(NUMBERS, numbers, strict=True))
        yield Published(key, name, about, year, is_demo, code or UNSTATED, amounts)


def _records(number: str) -> Iterator[Record]:
    """Yield the published reports that say something of `number`."""
    text = str(NAME)
    for each in _published():
        if amount := each.amounts[number]:
            yield Record(
                key=each.key,
                name=text % {"city": each.city, "event": each.event},
                period=each.year,
                address=("reports:report", str(each.key)),
                part=each.country,
                amount=amount,
                is_demo=each.is_demo,
            )


def _of(
    key: str,
    texts: tuple[str | Promise, str | Promise, str | Promise],
    number: str,
    rank: int,
) -> Indicator:
    name, unit, definition = texts
    return Indicator(
        key=key,
        name=name,
        unit=unit,
        definition=definition,
        period=CALENDAR_YEAR,
        method=METHOD,
        records=partial(_records, number),
        parts=BY_COUNTRY,
        rank=rank,
    )


register(
    _of(
        "city-reports",
        (
            _("City reports after events"),
            _("reports"),
            _(
                "Reports in which cities say what they learned at an event and what they do with it."
            ),
        ),
        "reports",
        60,
    ),
    _of(
        "city-participants",
        (
            _("Participants that cities report"),
            pgettext_lazy("unit", "people"),
            _("People of the reporting cities who took part in the events, as the cities say."),
        ),
        "people",
        62,
    ),
    _of(
        "city-actions",
        (
            _("Actions that cities report"),
            _("actions"),
            _("What cities began or changed because of an event, as their reports name it."),
        ),
        "things_done",
        64,
    ),
    _of(
        "case-leads",
        (
            _("Case leads from city reports"),
            _("leads"),
            _("What cities do that others might take over, and that could become a case."),
        ),
        "leads_given",
        66,
    ),
)
