"""What the city told of its waste in the years of a report: frozen with it, and its section."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from monitoring.models import WasteValue
from monitoring.reporting.document import Frozen, Quote, Section, Table
from monitoring.results.shapes import AreaResult
from monitoring.waste import words
from monitoring.waste.records import WasteRecord, records
from partnership.reference.models import Place

DAYS = ("first_day", "last_day")


def waste_of(result: AreaResult, place: Place, years: Iterable[int]) -> list[dict[str, Any]]:
    """Return the approved values of a city's profiles of some years as plain data, year by year.

    Demo profiles stand beside demo surveys alone.
    """
    values = WasteValue.objects.approved().filter(profile__place=place, profile__year__in=years)
    if not result.is_demo:
        values = values.filter(profile__is_demo=False)
    return [_plain(record) for record in records(values.order_by("profile__year", "pk"))]


def waste_section(frozen: Frozen) -> Section:
    """Return what the city told, with all that makes it comparable; masses are in tonnes."""
    rows = [_record(each) for each in frozen.report.content["waste"]]
    table = Table(
        _("What the city told of its waste"),
        [
            _("Year"),
            _("Indicator"),
            _("Value"),
            pgettext("of waste", "Counted"),
            _("Period"),
            _("Definition"),
            _("Source"),
            _("Evidence"),
        ],
        [_cells(each) for each in rows],
    )
    told = _(
        "Told by the city in its waste profile, reviewed by the secretariat, and not computed from surveys. "
        "Amounts told per day or in ten thousands of tonnes are given in tonnes."
    )
    return Section("waste", _("Waste of the city"), [told], [table])


def _cells(record: WasteRecord) -> list[str]:
    """Return a row whose numbers are the same in both languages."""
    return [
        str(record.year),
        words.indicator(record),
        words.with_unit(record),
        words.counted(record),
        f"{record.first_day.isoformat()} – {record.last_day.isoformat()}",
        Quote(record.definition, record.language),
        Quote(record.source, record.language),
        words.grade(record),
    ]


def _plain(record: WasteRecord) -> dict[str, Any]:
    found = asdict(record)
    return {
        **found,
        "value": str(record.value),
        **{name: found[name].isoformat() for name in DAYS},
    }


def _record(kept: dict[str, Any]) -> WasteRecord:
    days = {name: date.fromisoformat(kept[name]) for name in DAYS}
    return WasteRecord(**{**kept, **days, "value": Decimal(kept["value"])})
