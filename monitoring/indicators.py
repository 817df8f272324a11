"""What the trainings say about the programme."""

from collections.abc import Iterator
from typing import Final

from django.db.models import F, Sum
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core.indicators import CALENDAR_YEAR, Indicator, Record, register
from partnership.events.choices import Attendance, Kind
from partnership.events.counting import came, people_record, with_events
from partnership.reference.breakdowns import BY_COUNTRY

SENT_FROM: Final = "hold__organisation__place__country__code"


def _trained() -> Iterator[Record]:
    attended = came(Kind.TRAINING).filter(attendance=Attendance.ATTENDED)
    people = Sum(1 + F("other_adults"))
    for event, country, number in with_events(
        attended, SENT_FROM, through="event__", people=people
    ):
        yield people_record(event, country, number)


register(
    Indicator(
        key="officials-trained",
        name=_("Officials and specialists trained"),
        unit=pgettext_lazy("unit", "people"),
        definition=_(
            "People who attended a training of the partnership for as long as its certificate asks. "
            "The trainings are for officials and specialists of coastal cities; the portal does not "
            "tell the two apart."
        ),
        period=CALENDAR_YEAR,
        method=_(
            "The sum over the trainings held of the people noted as having attended, under the "
            "country of the organisation on whose seats they sat. Somebody who attends two "
            "trainings is counted twice."
        ),
        records=_trained,
        parts=BY_COUNTRY,
        rank=15,
    )
)
