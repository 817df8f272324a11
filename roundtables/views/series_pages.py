"""The series of dialogues: province by theme by year, and who took part. What is over depends on the
moment, so these pages are made anew."""

from dataclasses import dataclass
from typing import Self, cast

from django.http import HttpRequest, HttpResponse, QueryDict, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from partnership.core.asking import Asked
from partnership.core.page_cache import page_of_the_moment
from partnership.core.page_meta import PageMeta
from partnership.core.paging import page_of
from partnership.core.spreadsheets import csv_lines
from partnership.events.cards import cards_of
from partnership.events.models import Event
from partnership.events.querysets import EventQuerySet
from roundtables import participation
from roundtables.series import ELSEWHERE, Series
from roundtables.series_table import NOWHERE_ELSE, by_province


@dataclass(frozen=True)
class Cell:
    """Which dialogues somebody wants to see; None stands for any."""

    province: str | None
    theme: str | None
    year: int | None
    notices: list[str]

    @classmethod
    def read(cls, query: QueryDict, series: Series) -> Self:
        """Read an address; what is not understood is left out, and a sentence says so."""
        asked = Asked(query)
        provinces = [code or NOWHERE_ELSE for code in series.provinces]
        province = asked.choice("province", provinces, _("Province")) or None
        theme = asked.choice("theme", series.themes, _("Theme")) or None
        year = asked.choice("year", [str(year) for year in series.years], _("Year"))
        return cls(
            ELSEWHERE if province == NOWHERE_ELSE else province,
            theme,
            int(year) if year else None,
            asked.notices,
        )

    def name(self, series: Series) -> str:
        """Return in words what was chosen."""
        parts = (
            series.provinces[self.province] if self.province is not None else "",
            series.themes[self.theme] if self.theme else "",
            str(self.year or ""),
        )
        return " · ".join(filter(None, parts)) or _("All dialogues")


@page_of_the_moment
def series(request: HttpRequest) -> HttpResponse:
    """Show the counts, empty cells too, and the dialogues behind the cell that was chosen."""
    found = Series.of_public()
    cell = Cell.read(request.GET, found)
    rows = Event.objects.filter(pk__in=found.keys(cell.province, cell.theme, cell.year))
    listed = page_of(rows.order_by("-starts_at", "-pk"), request.GET.get("page", ""))
    description = _("How many dialogues on which theme took place in which province and year.")
    context = {
        "meta": PageMeta.of_request(request, _("The series of dialogues"), description=description),
        "crumbs": [{"label": _("Roundtable dialogues"), "url": reverse("roundtables:home")}],
        "table": by_province(found, cell.year),
        "years": _years(found, cell.year),
        "year": cell.year,
        "chosen": cell.name(found),
        "cards": cards_of(cast("EventQuerySet", listed.page.object_list)),
        "page": listed.page,
        "left_out": [*cell.notices, *listed.notices],
        "chart": participation.chart(),
        "chart_csv": reverse("roundtables:participation-csv"),
        "counts_csv": reverse("roundtables:series-csv"),
    }
    return render(request, "roundtables/series.html", context)


@require_safe
def series_csv(request: HttpRequest) -> StreamingHttpResponse:
    """Send every cell of province, theme and year."""
    return _sent(csv_lines(Series.of_public().table()), "dialogues.csv")


@require_safe
def participation_csv(request: HttpRequest) -> StreamingHttpResponse:
    """Send cities and countries of each year."""
    return _sent(iter(["\ufeff", participation.chart().csv()]), "participation.csv")


def _sent(lines: object, name: str) -> StreamingHttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8", headers=headers)  # type: ignore[arg-type]


def _years(found: Series, chosen: int | None) -> list[dict[str, object]]:
    """Return the ways to each year's counts."""
    home = reverse("roundtables:series")
    every = {"label": _("All years"), "url": home, "is_chosen": chosen is None}
    years = (
        {"label": str(year), "url": f"{home}?year={year}", "is_chosen": year == chosen}
        for year in found.years
    )
    return [every, *years]
