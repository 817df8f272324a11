"""What the reports of cities say about the programme. Only published ones count."""

from collections.abc import Iterator
from functools import partial
from typing import Any, Final

from django.db.models import Count, F, Value
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core import languages
from partnership.core.indicators import CALENDAR_YEAR, UNSTATED, Indicator, Record, register
from partnership.events.zones import zone
from partnership.reference.breakdowns import BY_COUNTRY
from partnership.reports.models import EventReport

NAME: Final = _("%(city)s: %(event)s")
METHOD: Final = _(
    "From the published reports of cities, in the year of the event they are about and under the "
    "country of the city."
)


def _records(amount: Any) -> Iterator[Record]:
    """Yield the published reports that say something of `amount`."""
    city = f"organisation__{languages.column('name')}"
    event = f"event__{languages.column('title')}"
    columns = ("event__starts_at", "event__timezone", "event__is_demo")
    rows = EventReport.objects.published().latest_first().annotate(amount=amount)
    for key, name, about, starts_at, clock, is_demo, country, number in rows.values_list(
        "pk", city, event, *columns, "organisation__place__country__code", "amount"
    ):
        if number:
            yield Record(
                key=key,
                name=str(NAME % {"city": name, "event": about}),
                period=str(starts_at.astimezone(zone(clock)).year),
                address=("reports:report", str(key)),
                part=country or UNSTATED,
                amount=number,
                is_demo=is_demo,
            )


def _of(
    key: str,
    texts: tuple[str | Promise, str | Promise, str | Promise],
    amount: Any,
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
        records=partial(_records, amount),
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
        Value(1),
        60,
    ),
    _of(
        "city-participants",
        (
            _("Participants that cities report"),
            pgettext_lazy("unit", "people"),
            _("People of the reporting cities who took part in the events, as the cities say."),
        ),
        F("participants"),
        62,
    ),
    _of(
        "city-actions",
        (
            _("Actions that cities report"),
            _("actions"),
            _("What cities began or changed because of an event, as their reports name it."),
        ),
        Count("actions"),
        64,
    ),
    _of(
        "case-leads",
        (
            _("Case leads from city reports"),
            _("leads"),
            _("What cities do that others might take over, and that could become a case."),
        ),
        Count("leads"),
        66,
    ),
)
