"""What the list of published city reports can be narrowed by."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from partnership.core.asking import Asked
from partnership.core.narrowing import FilterForm, NarrowedList, select, text_box
from partnership.reference import names
from partnership.reports.models import EventReport
from partnership.reports.querysets import EventReportQuerySet
from partnership.search.asking import keys_of_things

SOURCE: Final = "report"  # the kind under which the search knows them
TEXT: Final = "q"
LABELS: Final[dict[str, Any]] = {
    "country": _("Country"),
    "city": _("City"),
    "year": _("Year of the event"),
}
ALL: Final[dict[str, Any]] = {
    "country": _("all countries"),
    "city": _("all cities"),
    "year": _("all years"),
}
Options = dict[str, str]


class ReportFilter(FilterForm):
    """Shows what is chosen; it is never refused, because unknown values were left out before."""

    q = text_box(_("Search"))

    def __init__(self, chosen: Mapping[str, str], offered: Mapping[str, Options]) -> None:
        super().__init__(chosen)
        for name, options in offered.items():
            self.fields[name] = select(LABELS[name], ALL[name], options)


@dataclass(frozen=True)
class Narrowed(NarrowedList):
    """The narrowed list, the latest first, the form that shows how, what was left out."""

    reports: EventReportQuerySet


def narrowed(query: QueryDict) -> Narrowed:
    """Read an address; what is not understood is left out, and a sentence says so."""
    asked = Asked(query)
    public: EventReportQuerySet = EventReport.objects.published()
    offered = {
        "country": names.names_of("country", public.place_codes("country")),
        "city": names.names_of("city", public.place_codes()),
        "year": {str(year): str(year) for year in public.years()},
    }
    chosen = {name: asked.choice(name, offered[name], LABELS[name]) for name in offered}
    chosen = {TEXT: asked.text(TEXT), **chosen}
    form = ReportFilter(chosen, offered)
    return Narrowed(form, asked.notices, narrow(public, chosen).latest_first())


def narrow(reports: EventReportQuerySet, chosen: Mapping[str, str]) -> EventReportQuerySet:
    """Return those of `reports` that have everything chosen; nothing chosen under a name narrows
    nothing."""
    found = reports
    for level in ("country", "city"):
        if chosen.get(level):
            found = found.in_place(chosen[level])
    if chosen.get("year"):
        found = found.of_year(int(chosen["year"]))
    if chosen.get(TEXT):
        found = found.filter(pk__in=keys_of_things(SOURCE, chosen[TEXT]))
    return found
