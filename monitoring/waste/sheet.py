"""The sheet of a city's waste profile, and what its rows lack together."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from monitoring.choices import MASSES, MOST_VALUES, TREATED, WasteIndicator
from monitoring.waste import forms
from monitoring.waste.amounts import amount
from partnership.review.sheets import Part, Problem, Sheet
from partnership.review.sheets.sheet import Cleaned

PARTS: Final = (
    Part("about", gettext_lazy("The profile"), forms.About),
    Part(
        "values",
        gettext_lazy("Indicators"),
        forms.ValueRow,
        hint=gettext_lazy(
            "One row for each indicator. Rows whose value stays blank are left out: what is not "
            "known is never taken as zero."
        ),
        row_name=gettext_lazy("Indicator"),
        most=MOST_VALUES,
    ),
)
Row = dict[str, Any]


def sheet(language: str) -> Sheet:
    """Return the form of a profile written in `language`."""
    return Sheet(language, PARTS, problems)


def told(cleaned: Cleaned) -> list[tuple[int, Row]]:
    """Return place and fields of the rows that have a value."""
    return [(place, row) for place, row in enumerate(cleaned["values"]) if row["value"] is not None]


def problems(cleaned: Cleaned) -> Iterator[Problem]:
    """Yield what forbids to hand in; what looks unlikely does as long as no reason is given."""
    rows = told(cleaned)
    if not rows:
        yield _problem(0, "value", _("Give the value of at least one indicator."))
    seen: set[str] = set()
    for place, row in rows:
        if row["indicator"] in seen:
            yield _problem(place, "indicator", _("This indicator stands in two rows. Remove one."))
        seen.add(row["indicator"])
    if not cleaned["about"]["reason"]:
        yield from unlikely(rows)


def unlikely(rows: list[tuple[int, Row]]) -> Iterator[Problem]:
    """Yield what is larger than the waste generated, of the same kind of waste."""
    by_name = {row["indicator"]: (place, row) for place, row in rows}
    if WasteIndicator.GENERATED not in by_name:
        return
    generated = by_name[WasteIndicator.GENERATED][1]
    if WasteIndicator.COLLECTED in by_name:
        place, row = by_name[WasteIndicator.COLLECTED]
        if _tonnes(row, generated) > _tonnes(generated, generated):
            yield _problem(place, "value", TOO_MUCH_COLLECTED)
    treated = [by_name[each] for each in TREATED if each in by_name]
    if sum(_tonnes(row, generated) for _place, row in treated) > _tonnes(generated, generated):
        yield _problem(treated[0][0], "value", TOO_MUCH_TREATED)


TOO_MUCH_COLLECTED: Final = gettext_lazy(
    "More waste is collected than generated. Correct a value, or give the reason above."
)
TOO_MUCH_TREATED: Final = gettext_lazy(
    "More waste is treated than generated. Correct a value, or give the reason above."
)


def _tonnes(row: Row, beside: Row) -> Decimal:
    """Return the tonnes of a row; 0 where it is no mass or counts other waste than `beside`."""
    if row["unit"] not in MASSES or row["scope"] != beside["scope"]:
        return Decimal(0)
    return amount(row["value"], row["unit"], row["first_day"], row["last_day"])


def _problem(place: int, field: str, said: Any) -> Problem:
    row = f"{PARTS[1].row_name} {place + 1}"
    label = forms.ValueRow.base_fields[field].label
    return Problem(f"values.{place}.{field}", f"{row} · {label}", str(said))
