"""What the beach clean-ups say about the programme."""

from collections.abc import Iterator

from django.db.models import Sum
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from outreach.minors import MINORS
from partnership.core.indicators import CALENDAR_YEAR, Indicator, Record, register
from partnership.events.choices import Kind
from partnership.events.counting import came, people_record, with_events
from partnership.reference.breakdowns import BY_COUNTRY


def _young_people() -> Iterator[Record]:
    rows = came(Kind.CLEANUP).filter(seats__gt=1).with_heads()
    for event, country, number in with_events(
        rows, "event__place__country__code", through="event__", people=Sum(MINORS)
    ):
        if number:
            yield people_record(event, country, number)


register(
    Indicator(
        key="young-people-at-cleanups",
        name=_("Children and young people at beach clean-ups"),
        unit=pgettext_lazy("unit", "people"),
        definition=_(
            "People under 18 booked in groups that came to a beach clean-up of the partnership."
        ),
        period=CALENDAR_YEAR,
        method=_(
            "The sum over the clean-ups held of the children and young people booked by the groups "
            "noted as present, of each group never more than the heads counted at the door, under "
            "the country of the clean-up. Of minors the portal keeps numbers only."
        ),
        records=_young_people,
        parts=BY_COUNTRY,
        rank=40,
    )
)
