"""The series of dialogues: province by theme by year, and who took part. What is over depends on the
moment, so these pages are made anew."""

from dataclasses import dataclass
from typing import Final, Self, cast

from django.http import HttpRequest, HttpResponse, QueryDict, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from partnership.core.asking import Asked
from partnership.core.page_cache import page_of_the_moment
from partnership.core.page_meta import PageMeta
from partnership.core.paging import page_of
from partnership.core.spreadsheets import BOM, csv_lines
from partnership.events.cards import cards_of
from partnership.events.models import Event
from partnership.events.querysets import EventQuerySet
from roundtables import participation_table
from roundtables.participation import Participation
from roundtables.series import ELSEWHERE, Series
from roundtables.series_table import NOWHERE_ELSE, by_province

CITIES_AT_ONCE: Final = 50


@dataclass(frozen=True)
class Cell:
    """Which dialogues somebody wants to see; None stands for any. `place` took part in them, wherever
    they were held."""

    province: str | None
    theme: str | None
    year: int | None
    place: str | None
    notices: list[str]

    @classmethod
    def read(cls, query: QueryDict, series: Series, took_part: Participation) -> Self:
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
            asked.choice("place", took_part.places, _("Took part")) or None,
            asked.notices,
        )

    def name(self, series: Series, took_part: Participation) -> str:
        """Return in words what was chosen."""
        place = took_part.places[self.place] if self.place else ""
        parts = (
            _("%(place)s took part") % {"place": place} if place else "",
            series.provinces[self.province] if self.province is not None else "",
            series.themes[self.theme] if self.theme else "",
            str(self.year or ""),
        )
        return " · ".join(filter(None, parts)) or _("All dialogues")

    def keys(self, series: Series, took_part: Participation) -> set[int]:
        """Return the keys of the dialogues."""
        found = set(series.keys(self.province, self.theme, self.year))
        return found & took_part.events(self.place, self.year) if self.place else found


@page_of_the_moment
def series(request: HttpRequest) -> HttpResponse:
    """Show the counts, empty cells too, and the dialogues behind the cell that was chosen."""
    found, took_part = Series.of_public(), Participation.of_public()
    cell = Cell.read(request.GET, found, took_part)
    rows = Event.objects.filter(pk__in=cell.keys(found, took_part))
    listed = page_of(rows.order_by("-starts_at", "-pk"), request.GET.get("page", ""))
    description = _("How many dialogues on which theme took place in which province and year.")
    context = {
        "meta": PageMeta.of_request(request, _("The series of dialogues"), description=description),
        "crumbs": [{"label": _("Roundtable dialogues"), "url": reverse("roundtables:home")}],
        "table": by_province(found, cell.year),
        "years": _years(found, cell.year),
        "year": cell.year,
        "chosen": cell.name(found, took_part),
        "cards": cards_of(cast("EventQuerySet", listed.page.object_list)),
        "page": listed.page,
        "left_out": [*cell.notices, *listed.notices],
        "chart": took_part.chart,
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
    chart = Participation.of_public().chart
    return _sent(iter([BOM, chart.csv()]), "participation.csv")


@page_of_the_moment
def participants(request: HttpRequest) -> HttpResponse:
    """Show which countries and cities took part in how many dialogues of each year."""
    found, asked = Participation.of_public(), Asked(request.GET)
    country = asked.choice("country", found.countries, _("Country"))
    cities = found.cities_in(country) if country else found.cities
    listed = page_of(list(cities.items()), request.GET.get("page", ""), CITIES_AT_ONCE)
    description = _("In how many dialogues of each year a country and a city took part.")
    series = {"label": _("The series of dialogues"), "url": reverse("roundtables:series")}
    context = {
        "meta": PageMeta.of_request(request, _("Who took part"), description=description),
        "crumbs": [
            {"label": _("Roundtable dialogues"), "url": reverse("roundtables:home")},
            series,
        ],
        "took_part": found,
        "heads": participation_table.heads(found),
        "countries": participation_table.of_countries(found),
        "ways": _countries(found, country),
        "cities": participation_table.of_cities(found, dict(listed.page.object_list)),
        "page": listed.page,
        "left_out": [*asked.notices, *listed.notices],
        "csv_url": reverse("roundtables:participants-csv"),
    }
    return render(request, "roundtables/participants.html", context)


@require_safe
def participants_csv(request: HttpRequest) -> StreamingHttpResponse:
    """Send in how many dialogues of each year each country and city took part."""
    rows = participation_table.table(Participation.of_public())
    return _sent(csv_lines(rows), "participants.csv")


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


def _countries(found: Participation, chosen: str) -> list[dict[str, object]]:
    """Return the ways to the cities of each country."""
    home = reverse("roundtables:participants")
    every = {"label": _("All countries"), "url": f"{home}#cities", "is_chosen": not chosen}
    countries = (
        {"label": name, "url": f"{home}?country={code}#cities", "is_chosen": code == chosen}
        for code, name in found.countries.items()
    )
    return [every, *countries]
