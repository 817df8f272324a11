"""Values of waste in words: amounts with their unit, what they count, of which days."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from monitoring.choices import WasteArea, WasteIndicator, WasteScope, WasteUnit
from monitoring.waste.records import WasteRecord
from partnership.core.choices import label_of
from partnership.core.figures import grouped
from partnership.reference.choices import Grade

UNKNOWN: Final = "–"
NO_BREAK: Final = "\u00a0"


def indicator(record: WasteRecord) -> str:
    return capfirst(label_of(WasteIndicator, record.indicator))


def unit(measure: WasteUnit) -> str:
    """Return a unit as it stands behind an amount."""
    if measure == WasteUnit.TONNES:
        return pgettext("tonnes", "t")
    return label_of(WasteUnit, measure)


def rounded(value: Decimal) -> Decimal:
    """Return an amount with what readers need: whole from a hundred on, else two decimals."""
    return value.quantize(Decimal(1) if value >= 100 else Decimal("0.01"))


def amount(record: WasteRecord) -> str:
    return grouped(rounded(record.amount))


def with_unit(record: WasteRecord) -> str:
    words = pgettext("value with its unit", "%(value)s %(unit)s")
    return words % {"value": amount(record), "unit": unit(record.measure)}


def as_told(record: WasteRecord) -> str:
    """Return the value as the city typed it, in its own unit."""
    told = WasteUnit(record.unit)
    behind = pgettext("behind a value", "× 10,000 t")
    words = pgettext("value with its unit", "%(value)s %(unit)s")
    said = words % {
        "value": grouped(record.value),
        "unit": behind if told == WasteUnit.TEN_THOUSAND_TONNES else unit(told),
    }
    return said.replace(" ", NO_BREAK)


def counted(record: WasteRecord) -> str:
    """Say which waste in which area a value counts."""
    area = label_of(WasteArea, record.area)
    if not record.scope:
        return capfirst(area)
    words = pgettext("waste and area", "%(waste)s; %(area)s")
    return words % {"waste": capfirst(label_of(WasteScope, record.scope)), "area": area}


def period(record: WasteRecord) -> str:
    """Return the days a value is of; a calendar year by its number."""
    first, last = record.first_day, record.last_day
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and record.is_of_a_year:
        return str(record.year)
    words = _("%(first)s to %(last)s")
    return words % {"first": date_format(first), "last": date_format(last)}


def grade(record: WasteRecord) -> str:
    return label_of(Grade, record.grade) if record.grade else _("not known")


def listed(names: Iterable[str]) -> str:
    """Return names one after the other."""
    return pgettext("between names", ", ").join(names)
