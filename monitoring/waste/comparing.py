"""Cities beside each other: only what counts the same stands in one table."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from monitoring.choices import WasteIndicator, WasteUnit
from monitoring.waste import words
from monitoring.waste.records import WasteRecord
from partnership.core.charts import Chart, Kind, Point, Series

Signature = tuple[str, str, WasteUnit, bool]
People = dict[tuple[str, int], WasteRecord]


@dataclass(frozen=True)
class CityValue:
    """The value of one city as a row of a table."""

    record: WasteRecord
    people: WasteRecord | None

    @property
    def url(self) -> str:
        return reverse("monitoring:waste-city", args=[self.record.city])

    @property
    def amount(self) -> str:
        return words.amount(self.record)

    @property
    def a_head(self) -> Decimal | None:
        """Kilograms for a person and day; None without the number of people in the same area."""
        if self.people is None or not self.people.amount:
            return None
        if self.record.measure != WasteUnit.TONNES:
            return None
        return self.record.amount * 1_000 / self.people.amount / self.record.days

    @property
    def shown_a_head(self) -> str:
        value = self.a_head
        return words.UNKNOWN if value is None else f"{value:.2f}"

    @property
    def period(self) -> str:
        return words.period(self.record)

    @property
    def grade(self) -> str:
        return words.grade(self.record)


@dataclass(frozen=True)
class Group:
    """Cities that count the same waste in the same kind of area, over periods of one length."""

    number: int
    title: str
    unit: str
    rows: list[CityValue]

    @property
    def chart_id(self) -> str:
        return f"chart-{self.number}"

    @property
    def has_heads(self) -> bool:
        return any(row.a_head is not None for row in self.rows)

    @property
    def chart(self) -> Chart | None:
        """Return the cities' values; for a person where the number of people is known of all."""
        if len(self.rows) < 2 or len({row.record.is_demo for row in self.rows}) > 1:
            return None
        by_head = all(row.a_head is not None for row in self.rows)
        points = [Point(row.record.city_name, _value(row, by_head)) for row in self.rows]
        name = words.indicator(self.rows[0].record)
        return Chart(
            title=_("%(indicator)s for a person and day") % {"indicator": name}
            if by_head
            else name,
            unit=_("kg for a person and day") if by_head else self.unit,
            series=[Series(name, points)],
            kind=Kind.RANKED,
            label_heading=_("City"),
            notes=[_("In the order of the list of cities, not of the values.")],
        )


def groups(records: Iterable[WasteRecord], people: People) -> list[Group]:
    """Return the values in groups that may be compared, the largest group first."""
    found: dict[Signature, list[CityValue]] = defaultdict(list)
    for record in records:
        near = people.get((record.city, record.year))
        found[_signature(record)].append(CityValue(record, near))
    ordered = sorted(found.items(), key=lambda each: -len(each[1]))
    return [
        Group(number, _title(rows[0].record), words.unit(signature[2]), rows)
        for number, (signature, rows) in enumerate(ordered, start=1)
    ]


def warnings(compared: list[Group]) -> list[str]:
    """Return what stands between the values; nothing for fewer than two."""
    records = [row.record for group in compared for row in group.rows]
    if len(records) < 2:
        return []
    return list(_warnings(compared, records))


def _warnings(compared: list[Group], records: list[WasteRecord]) -> Iterator[str]:
    if len({record.is_demo for record in records}) > 1:
        yield _("Some values are demo data, others are facts: they must not be compared.")
    if len({record.scope for record in records}) > 1:
        yield _("The cities count different waste: only values in the same table can be compared.")
    if len({record.area for record in records}) > 1:
        yield _("The values cover different kinds of area, each kind in a table of its own.")
    if len({record.measure for record in records}) > 1:
        yield _("Some cities tell an amount and others a share: these are not comparable.")
    if len({record.year for record in records}) > 1:
        yield _("The values are of different years.")
    part = sum(not record.is_of_a_year for record in records)
    if part:
        yield ngettext(
            "%(number)s value is not of a whole year and not comparable with the others.",
            "%(number)s values are not of a whole year and not comparable with the others.",
            part,
        ) % {"number": part}
    if any(record.indicator == WasteIndicator.LEAKAGE for record in records):
        yield _("Leakage is estimated by models; what differs may be the model and not the city.")
    yield _("Every city words its own definitions: read them before you compare.")


def _signature(record: WasteRecord) -> Signature:
    return record.scope, record.area, record.measure, record.is_of_a_year


def _title(record: WasteRecord) -> str:
    counted = words.counted(record)
    if record.is_of_a_year:
        return counted
    return pgettext("waste and period", "%(counted)s; part of a year") % {"counted": counted}


def _value(row: CityValue, by_head: bool) -> float:
    if by_head and row.a_head is not None:
        return round(float(row.a_head), 2)
    return float(words.rounded(row.record.amount))
