"""The surveys of a result as one matrix, and what follows from it for each survey."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from typing import Any

import numpy as np

from monitoring.choices import Compartment
from monitoring.results.questions import Gathered, ItemRow, SurveyRow
from monitoring.statistics.densities import Density, area_m2, items_per_km2, kg_per_km2, rates
from monitoring.statistics.results import Period
from monitoring.statistics.series import Numbers, number
from partnership.reference.choices import Material


@dataclass(frozen=True, eq=False)
class Table:
    """Items as counted (items x surveys), NaN where a kind was not recorded."""

    surveys: Sequence[SurveyRow]
    items: Sequence[ItemRow]
    counts: Numbers

    @cached_property
    def per_100_m(self) -> Numbers:
        """Return the counts for 100 m of beach."""
        lengths = np.array([survey.length_m for survey in self.surveys])
        return self.counts * 100 / lengths

    @cached_property
    def in_total(self) -> list[ItemRow]:
        return [item for item in self.items if item.counts_in_total]

    @cached_property
    def totals(self) -> list[float | None]:
        """Items of each survey that count in totals; None where none of them was recorded."""
        return self._sums([item.counts_in_total for item in self.items])

    @cached_property
    def plastic(self) -> list[float | None]:
        """The same of plastic alone."""
        return self._sums(
            [item.counts_in_total and item.material == Material.PLASTIC for item in self.items]
        )

    @cached_property
    def totals_per_100_m(self) -> list[float | None]:
        return rates(self.totals, [survey.length_m for survey in self.surveys], 100)

    @cached_property
    def areas_m2(self) -> list[float | None]:
        """The area of each survey whose width is known."""
        return [
            None if survey.width_m is None else area_m2(survey.length_m, survey.width_m)
            for survey in self.surveys
        ]

    @cached_property
    def items_per_km2(self) -> list[Density | None]:
        """The density of each survey; None where its width is not known."""
        return [
            None if area is None else items_per_km2(total, area)
            for total, area in zip(self.totals, self.areas_m2, strict=True)
        ]

    @cached_property
    def kg_per_km2(self) -> list[Density | None]:
        """The same in kg; None where a survey was not weighed."""
        return [
            None if area is None or survey.weight_kg is None else kg_per_km2(survey.weight_kg, area)
            for survey, area in zip(self.surveys, self.areas_m2, strict=True)
        ]

    @cached_property
    def sums(self) -> dict[str, float | None]:
        """Items as counted over all surveys, of those kinds that count in totals."""
        recorded = ~np.isnan(self.counts)
        added = np.where(recorded, self.counts, 0).sum(axis=1)
        return {
            item.name: float(added[row]) if recorded[row].any() else None
            for row, item in enumerate(self.items)
            if item.counts_in_total
        }

    @property
    def period(self) -> Period | None:
        days = [survey.on for survey in self.surveys]
        return Period(min(days), max(days)) if days else None

    def of(self, places: Sequence[int]) -> "Table":
        """Return the table of some of the surveys, all kinds kept."""
        chosen = list(places)
        return Table([self.surveys[place] for place in chosen], self.items, self.counts[:, chosen])

    def _sums(self, wanted: list[bool]) -> list[float | None]:
        rows = self.counts[np.array(wanted, dtype=bool)]
        recorded = ~np.isnan(rows)
        added = np.where(recorded, rows, 0).sum(axis=0)
        known = recorded.any(axis=0)
        return [
            0.0 if survey.nothing_found else number(added[place] if known[place] else np.nan)
            for place, survey in enumerate(self.surveys)
        ]


def raw_table(gathered: Gathered) -> Table:
    """Return the counts of all surveys that enter the indicators, as they were recorded."""
    surveys = entering(gathered)
    rows = {item.key: row for row, item in enumerate(gathered.items)}
    counts = np.full((len(rows), len(surveys)), np.nan)
    for column, survey in enumerate(surveys):
        keys, numbers = gathered.counts.get(survey.number, ([], []))
        counts[np.array([rows[key] for key in keys], dtype=np.intp), column] = numbers
    return Table(surveys, gathered.items, counts)


def finished(raw: Table) -> Table:
    """Return the table of the kinds that any survey recorded.

    A survey that found nothing looked for all kinds of its list in vain.
    """
    recorded = np.flatnonzero((~np.isnan(raw.counts)).any(axis=1)).tolist()
    items = [raw.items[row] for row in recorded]
    counts = raw.counts[recorded]
    for column, survey in enumerate(raw.surveys):
        if survey.nothing_found:
            of_list = np.array([item.item_list == survey.item_list for item in items], bool)
            counts[of_list & np.isnan(counts[:, column]), column] = 0
    return Table(raw.surveys, items, counts)


def entering(gathered: Gathered) -> list[SurveyRow]:
    """Return the beach surveys that enter the indicators, in the order of their days."""
    return [
        survey
        for survey in gathered.surveys
        if survey.compartment == Compartment.BEACH and not survey.left_out
    ]


def facts_or_demo(gathered: Gathered) -> Gathered:
    """Return rows of one sort: without demo data where any survey or sample is real."""
    if all(_demo_marks(gathered)):
        return gathered
    return replace(
        gathered,
        sites=[site for site in gathered.sites if not site.is_demo],
        surveys=[survey for survey in gathered.surveys if not survey.is_demo],
        samples=[sample for sample in gathered.samples if not sample.is_demo],
        sea=[survey for survey in gathered.sea if not survey.is_demo],
    )


def is_demo(gathered: Gathered) -> bool:
    """Tell whether demo data are among the rows."""
    return any(_demo_marks(gathered))


def _demo_marks(gathered: Gathered) -> list[bool]:
    rows: Iterable[Any] = chain(gathered.surveys, gathered.samples, gathered.sea)
    return [each.is_demo for each in rows]
