"""A city: what its organisations do, promise and report, and what happens there, over all apps."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final, cast

from django.http import Http404
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cases.listing.fragments import cards_html
from cases.models import Case
from cases.querysets import CaseQuerySet
from monitoring.cities.lines import CityRow, row_of
from monitoring.models import WasteProfile
from partnership.core import languages
from partnership.core.charts import DotMap, MapPoint
from partnership.core.page_meta import JsonLd, site_url
from partnership.events.cards import EventCard
from partnership.events.cards import cards_of as event_cards
from partnership.events.counting import attended_from
from partnership.events.models import Event
from partnership.events.querysets import EventQuerySet
from partnership.events.sections import Section
from partnership.network.cards import OrganisationCard
from partnership.network.cards import cards_of as organisation_cards
from partnership.network.commitment_querysets import CommitmentQuerySet
from partnership.network.commitment_rows import CommitmentRow, rows_of
from partnership.network.models import Commitment, Organisation
from partnership.network.querysets import OrganisationQuerySet
from partnership.reference.addresses import city_url
from partnership.reference.models import Place
from partnership.reports.models import EventReport
from partnership.reports.pages import ReportCard
from partnership.reports.pages import cards_of as report_cards
from partnership.reports.querysets import EventReportQuerySet
from roundtables.models import Project
from roundtables.project_cards import ProjectCard
from roundtables.project_cards import cards_of as project_cards
from roundtables.querysets import ProjectQuerySet

MOST: Final = 12  # cases, projects, events and reports shown at once
MOST_OF_ITS_OWN: Final = 60  # organisations and commitments, which no other list has by city


@dataclass(frozen=True)
class CityPage:
    """`place` is a city, under its present or an earlier name."""

    place: Place

    @classmethod
    def of(cls, code: str) -> "CityPage":
        """Return the page of a city; 404 for any other place."""
        rows = Place.objects.cities().select_related("country", "province", "successor")
        found = rows.filter(code=code).first()
        if found is None:
            raise Http404
        return cls(found)

    @property
    def code(self) -> str:
        return self.place.code

    @property
    def name(self) -> str:
        return _name(self.place)

    @property
    def badges(self) -> list[dict[str, object]]:
        found: list[dict[str, object]] = []
        if self.place.zero_waste_city_since:
            found.append({"text": _("Zero-waste city"), "tone": "ok"})
        if self.place.is_coastal:
            found.append({"text": _("Coastal city"), "tone": "sea"})
        return found

    @property
    def facts(self) -> list[dict[str, str]]:
        """Return what `partials/facts.html` shows."""
        here = languages.current()
        other = languages.other(here)
        country, province = self.place.country, self.place.province
        since = self.place.zero_waste_city_since
        found = [
            {
                "term": _("Name in the other language"),
                "value": _name(self.place, other),
                "lang": languages.tag(other),
            },
            {
                "term": _("Country"),
                "value": _name(country),
                "url": f"{reverse('portal:cities')}?country={country.code}" if country else "",
            },
            {
                "term": _("Province or state"),
                "value": _name(province),
                "url": _province_url(province),
            },
            {"term": _("Zero-waste city"), "value": _since(since) if since else ""},
            {"term": _("Earlier names"), "value": self._earlier},
        ]
        return [fact for fact in found if fact["value"]]

    @property
    def json_ld(self) -> JsonLd:
        """The city for search engines."""
        place, other = self.place, languages.other(languages.current())
        data: JsonLd = {
            "@type": "City",
            "@id": site_url(city_url(self.code)),
            "name": self.name,
            "alternateName": _name(place, other),
            "containedInPlace": _name(place.province) or _name(place.country),
        }
        if place.latitude is not None and place.longitude is not None:
            data["geo"] = {
                "@type": "GeoCoordinates",
                "latitude": float(place.latitude),
                "longitude": float(place.longitude),
            }
        return data

    @property
    def successor(self) -> dict[str, str] | None:
        """The city this one was merged into or renamed to."""
        later = self.place.successor
        return {"name": _name(later), "url": city_url(later.code)} if later else None

    @property
    def map(self) -> DotMap:
        """The city on a map; without a point where its position is not known."""
        points = []
        if self.place.latitude is not None and self.place.longitude is not None:
            position = float(self.place.latitude), float(self.place.longitude)
            points.append(MapPoint(self.name, *position))
        return DotMap(_("Where the city lies"), points)

    @cached_property
    def organisations(self) -> list[OrganisationCard]:
        """Who of the directory sits there."""
        rows = Organisation.objects.listed().in_place(self.code).ordered_for()
        return organisation_cards(cast("OrganisationQuerySet", rows[:MOST_OF_ITS_OWN]))

    @cached_property
    def commitments(self) -> list[CommitmentRow]:
        """What these have committed themselves to, the next due first."""
        agreed: CommitmentQuerySet = Commitment.objects.public().in_place(self.code)
        return rows_of(agreed.with_light().in_order()[:MOST_OF_ITS_OWN])

    @cached_property
    def cases(self) -> SafeString:
        """Cards of its latest cases; empty where there are none."""
        rows: CaseQuerySet = Case.objects.published().in_place(self.code)
        return cards_html(list(rows.latest_first().values_list("pk", "version")[:MOST]))

    @cached_property
    def projects(self) -> list[ProjectCard]:
        """Research and projects at work there."""
        rows: ProjectQuerySet = Project.objects.published().in_place(self.code)
        return project_cards(rows.moved_last_first()[:MOST])

    @cached_property
    def section(self) -> Section:
        """Events there, to come and past."""
        events: EventQuerySet = Event.objects.published()
        return Section.of(events.in_place(self.code), place=self.code)

    @cached_property
    def attended(self) -> list[EventCard]:
        """Events elsewhere to which its organisations sent people, the latest first."""
        return event_cards(attended_from(self.code)[:MOST])

    @cached_property
    def reports(self) -> list[ReportCard]:
        """What it reported after events."""
        rows: EventReportQuerySet = EventReport.objects.published().in_place(self.code)
        return report_cards(rows.latest_first()[:MOST])

    @cached_property
    def monitoring(self) -> CityRow | None:
        """What was found on its beaches; None where nobody looked."""
        return row_of(self.place)

    @cached_property
    def has_waste(self) -> bool:
        """A profile of its waste is public."""
        return bool(WasteProfile.objects.approved().filter(place=self.place).exists())

    @property
    def is_empty(self) -> bool:
        """Nothing at all is known of it beside its name."""
        section = self.section
        lists = (self.organisations, self.commitments, self.cases, self.projects, self.reports)
        known = self.attended or self.monitoring or self.has_waste
        return not (any(lists) or known or section.is_filled)

    @property
    def _earlier(self) -> str:
        """Under which names it, or a part of it, was known."""
        rows = Place.objects.filter(successor=self.place).ordered_for()
        names = rows.values_list(languages.column("name"), flat=True)
        return pgettext("between items", ", ").join(names)


def _name(place: Place | None, language: str | None = None) -> str:
    return str(getattr(place, languages.column("name", language))) if place else ""


def _since(year: int) -> str:
    return _("since %(year)d") % {"year": year}


def _province_url(province: Place | None) -> str:
    """A province in focus has a page of its own, the others the list of their cities."""
    if province is None:
        return ""
    if province.programme_focus:
        return reverse("portal:province", args=[province.code])
    return f"{reverse('portal:cities')}?province={province.code}"
