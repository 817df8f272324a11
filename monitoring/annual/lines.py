"""Annual reports in a list: plain columns, without their texts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from monitoring.models import AnnualReport
from partnership.core import languages


@dataclass(frozen=True, slots=True)
class AnnualLine:
    """One report, in the reader's language but for its title."""

    number: str
    title: str
    language: str
    made_at: datetime
    is_demo: bool
    last_day: date
    city: str
    country: str

    @property
    def heading(self) -> str:
        words = _("Annual report of %(area)s, %(year)s")
        return words % {"area": self.city, "year": self.last_day.year}

    @property
    def language_tag(self) -> str:
        return languages.tag(self.language)

    @property
    def only_in(self) -> str:
        """Say in which language the city wrote, where it is the other one."""
        if self.language == languages.current():
            return ""
        is_chinese = self.language == languages.CHINESE
        return _("In Chinese only") if is_chinese else _("In English only")


def annual_lines(reports: Iterable[Any]) -> list[AnnualLine]:
    """Return the rows of a page in its order, in one question more."""
    keys = [report.pk for report in reports]
    name = languages.column("name")
    own = ("number", "title", "language", "made_at", "is_demo", "computed__last_day")
    places = (f"computed__place__{name}", f"computed__place__country__{name}")
    rows = AnnualReport.objects.filter(pk__in=keys).latest_first()
    return [AnnualLine(*row) for row in rows.values_list(*own, *places)]


def later_than(report: AnnualReport) -> str:
    """Return the number of the latest report of the same city and year, if it is not this one."""
    period = report.computed.first_day, report.computed.last_day
    same = AnnualReport.objects.approved().same_question(report.computed.place, period)
    same = same.latest_first()
    number: str = same.values_list("number", flat=True).first() or ""
    return number if number != report.number else ""
