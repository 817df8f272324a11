"""What the dialogues say about the programme."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from partnership.core.indicators import CALENDAR_YEAR, Indicator, Record, register
from partnership.events.choices import Kind
from partnership.events.counting import event_record, held, with_events
from partnership.reference.breakdowns import BY_COUNTRY


def _dialogues() -> Iterator[Record]:
    for event, country in with_events(held(Kind.DIALOGUE), "place__country__code"):
        yield event_record(event, country)


register(
    Indicator(
        key="roundtables-held",
        name=_("Roundtable dialogues held"),
        unit=_("dialogues"),
        definition=_("Local roundtable dialogues of the partnership that took place."),
        period=CALENDAR_YEAR,
        method=_(
            "Public events of this kind noted as held, in the year of their first day by the clock "
            "of their place and under the country of their place."
        ),
        records=_dialogues,
        parts=BY_COUNTRY,
        rank=10,
    )
)
