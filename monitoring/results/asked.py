"""Which years a page of results is asked for: all of them, or some."""

from dataclasses import dataclass
from typing import Final

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from monitoring.results.periods import years
from monitoring.results.shapes import AreaResult
from monitoring.statistics.results import Period
from partnership.core.asking import Asked
from partnership.core.narrowing import FilterForm, NarrowedList, select

FIRST, LAST = gettext_lazy("First year"), gettext_lazy("Last year")
ALL: Final = gettext_lazy("all years")


class YearsForm(FilterForm):
    """Shows what is chosen; it is never refused, because unknown values were left out before."""

    def __init__(self, chosen: dict[str, str], known: list[str]) -> None:
        super().__init__(chosen)
        for name, label in (("first", FIRST), ("last", LAST)):
            self.fields[name] = select(label, ALL, [(year, year) for year in known])


@dataclass(frozen=True)
class Years(NarrowedList):
    """The years there are, those that are chosen, and what was left out."""

    period: Period | None

    @property
    def said(self) -> str:
        """The chosen years as a reader writes them."""
        if self.period is None:
            return ""
        ends = (str(day.year) for day in self.period)
        return "–".join(dict.fromkeys(ends))


def asked_years(query: QueryDict, whole: AreaResult) -> Years:
    """Read an address; `whole` is the result of all years, which knows what there are.

    One end alone means everything from there on, or up to there.
    """
    asked = Asked(query)
    known = [str(year) for year in _years(whole)]
    first, last = asked.choice("first", known, FIRST), asked.choice("last", known, LAST)
    notices = asked.notices
    if first and last and first > last:
        first, last = last, first
        notices = [*notices, _("The last year lay before the first; they have changed places.")]
    chosen = {"first": first, "last": last}
    period = years(int(first or known[0]), int(last or known[-1])) if first or last else None
    return Years(YearsForm(chosen, known), notices, period)


def _years(whole: AreaResult) -> list[int]:
    periods = [each.period for each in whole.sea] + [each.period for each in whole.micro]
    found = {*whole.coverage.years, *(day.year for period in periods for day in period)}
    return list(range(min(found), max(found) + 1)) if found else []
