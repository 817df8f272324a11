"""What the beach clean-ups say about the programme."""

from collections.abc import Iterator

from django.db.models import F, Sum
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core.indicators import CALENDAR_YEAR, Indicator, Record, register
from partnership.events.choices import Kind
from partnership.events.counting import came, people_record, with_events
from partnership.reference.breakdowns import BY_COUNTRY


def _young_people() -> Iterator[Record]:
    young = Sum(F("young_people") + F("children"))
    rows = came(Kind.CLEANUP).filter(seats__gt=1)
    for event, country, number in with_events(
        rows, "event__place__country__code", through="event__", people=young
    ):
        if number:
            yield people_record(event, country, number)


register(
    Indicator(
        key="young-people-at-cleanups",
        name=_("Children and young people at beach clean-ups"),
        unit=pgettext_lazy("unit", "people"),
        definition=_(
            "People under 18 who came to a beach clean-up of the partnership with a group."
        ),
        period=CALENDAR_YEAR,
        method=_(
            "The sum over the clean-ups held of the children and young people in the groups noted "
            "as present, under the country of the clean-up. Of minors the portal keeps numbers only."
        ),
        records=_young_people,
        parts=BY_COUNTRY,
        rank=40,
    )
)
