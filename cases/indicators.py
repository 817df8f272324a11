"""What the case collection says about the programme."""

from collections.abc import Iterator
from typing import Final

from django.utils.translation import gettext_lazy as _

from cases.models import Case
from partnership.core import languages
from partnership.core.indicators import CALENDAR_YEAR, UNSTATED, Indicator, Record, register
from partnership.reference.breakdowns import BY_COUNTRY
from partnership.reference.zones import BEIJING, zone

COUNTRY: Final = "places__place__country__code"


def _published() -> Iterator[Record]:
    """A case in two countries stands under both and counts once."""
    texts = [languages.column(name) for name in ("slug", "title")]
    columns = ("number", *texts, "public_since", "is_demo", COUNTRY)
    rows = languages.values_of(Case.objects.published().latest_first(), *columns)
    clock = zone(BEIJING)
    for number, slug, title, public_since, is_demo, country in rows:
        yield Record(
            key=number,
            name=title,
            period=str(public_since.astimezone(clock).year),
            address=("cases:detail", number, slug),
            part=country or UNSTATED,
            is_demo=is_demo,
        )


register(
    Indicator(
        key="cases-published",
        name=_("Typical cases published"),
        unit=_("cases"),
        definition=_("Typical cases public on this portal in Chinese, in English or in both."),
        period=CALENDAR_YEAR,
        method=_(
            "Public cases in the year in which they first became public, by Beijing time. A case "
            "that takes place in several countries stands under each of them and counts once in "
            "the total."
        ),
        records=_published,
        parts=BY_COUNTRY,
        rank=45,
    )
)
