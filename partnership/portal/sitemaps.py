"""Which pages are public in which language, and since when they are as they are."""

from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import islice
from typing import Any, Final, NamedTuple

from django.urls import reverse
from django.utils.translation import override

from cases.addresses import case_url
from cases.models import Case
from cases.querysets import CaseQuerySet
from monitoring.addresses import city_url as results_url
from monitoring.addresses import entry_url, report_url, survey_site_url
from monitoring.cities.lines import monitored_cities
from monitoring.library.entries import entries as library_entries
from monitoring.models import MonitoringReport, SurveySite
from monitoring.querysets import MonitoringReportQuerySet, SurveySiteQuerySet
from outreach.addresses import campaign_url
from outreach.models import Campaign
from outreach.querysets import CampaignQuerySet
from partnership.core import languages
from partnership.core.indicators import in_order
from partnership.core.page_meta import site_url
from partnership.events.addresses import event_url
from partnership.events.models import Event
from partnership.events.querysets import EventQuerySet
from partnership.network.addresses import commitment_url, organisation_url
from partnership.network.commitment_querysets import CommitmentQuerySet
from partnership.network.models import Commitment, Organisation
from partnership.network.querysets import OrganisationQuerySet
from partnership.portal.addresses import text_url
from partnership.portal.models import News, Page
from partnership.portal.querysets import TextQuerySet
from partnership.reference.addresses import city_url
from partnership.reference.models import Place
from partnership.reference.querysets import PlaceQuerySet
from roundtables.addresses import outcome_url, project_url
from roundtables.models import Outcome, Project
from roundtables.querysets import OutcomeQuerySet, ProjectQuerySet

PLACES: Final = (
    "portal:home",
    "cases:list",
    "cases:map",
    "cases:downloads",
    "cases:data-dictionary",
    "portal:api",
    "network:directory",
    "network:commitments",
    "events:list",
    "events:month",
    "roundtables:home",
    "roundtables:outcomes",
    "roundtables:projects",
    "roundtables:series",
    "roundtables:participants",
    "monitoring:home",
    "monitoring:sites",
    "monitoring:cities",
    "monitoring:region",
    "monitoring:lists",
    "monitoring:protocols",
    "monitoring:sea-surveys",
    "monitoring:samples",
    "monitoring:waste",
    "monitoring:annual-reports",
    "monitoring:library",
    "monitoring:data",
    "outreach:home",
    "portal:cities",
    "portal:results",
    "reports:list",
    "portal:news",
    "portal:notices",
    "review:notices",
    "portal:contact",
)
PER_FILE: Final = 45_000  # addresses; the protocol allows 50,000


class Entry(NamedTuple):
    """A full address; when its content last changed, if that is known."""

    address: str
    changed_at: datetime | None = None


def files() -> list[tuple[str, int]]:
    """Return the sitemaps there are, each as (language, number), one per language as a rule."""
    found = []
    for language in languages.LANGUAGES:
        rows = (
            *_texts(language),
            _cases(language),
            _organisations(),
            _commitments(),
            _events(language),
            _outcomes(language),
            _projects(language),
            _campaigns(),
            _provinces(),
            _cities(),
            _sites(),
            _monitored_cities(),
            _monitoring_reports(),
        )
        count = len(fixed()) + sum(each.count() for each in rows)
        found += [(language, number + 1) for number in range(-(-count // PER_FILE))]
    return found


def entries(language: str, number: int = 1) -> list[Entry]:
    """Return the pages public in `language`, those of the file `number`."""
    first = (number - 1) * PER_FILE
    with override(language):
        return list(islice(_all(language), first, first + PER_FILE))


def _all(language: str) -> Iterator[Entry]:
    yield from map(Entry, fixed())
    for rows in _texts(language):
        columns = rows.values_list(rows.kind_of_text(), "key", "updated_at")
        for kind, key, changed_at in columns.iterator():
            yield Entry(site_url(text_url(kind, key)), changed_at)
    columns = _cases(language).values_list("number", languages.column("slug"), "updated_at")
    for number, slug, changed_at in columns.iterator():
        yield Entry(site_url(case_url(number, slug)), changed_at)
    yield from _named(_organisations(), "slug", organisation_url)
    yield from _named(_commitments(), "pk", commitment_url)
    yield from _named(_events(language), "slug", event_url)
    yield from _named(_outcomes(language), "event__slug", outcome_url)
    yield from _named(_projects(language), "slug", project_url)
    yield from _named(_campaigns(), "slug", campaign_url)
    for code in _provinces().values_list("code", flat=True):
        yield Entry(site_url(reverse("portal:province", args=[code])))
    for code in _cities().values_list("code", flat=True):
        yield Entry(site_url(city_url(code)))
    yield from _named(_sites(), "code", survey_site_url)
    for code in _monitored_cities().values_list("code", flat=True):
        yield Entry(site_url(results_url(code)))
    for report, made_at in _monitoring_reports().values_list("number", "made_at").iterator():
        yield Entry(site_url(report_url(report)), made_at)


def fixed() -> list[str]:
    """Return the addresses no row of the database stands for."""
    results = [reverse("portal:result", args=[indicator.key]) for indicator in in_order()]
    library = [entry_url(entry.number) for entry in library_entries()]
    return [site_url(path) for path in (*map(reverse, PLACES), *results, *library)]


def _named(rows: Any, slug: str, address: Callable[[Any], str]) -> Iterator[Entry]:
    """Yield the pages whose address needs one short name, which stands in the column `slug`."""
    for name, changed_at in rows.values_list(slug, "updated_at").iterator():
        yield Entry(site_url(address(name)), changed_at)


def _cases(language: str) -> CaseQuerySet:
    cases: CaseQuerySet = Case.objects.published_in(language).latest_first()
    return cases


def _events(language: str) -> EventQuerySet:
    events: EventQuerySet = Event.objects.published_in(language).latest_first()
    return events


def _outcomes(language: str) -> OutcomeQuerySet:
    outcomes: OutcomeQuerySet = Outcome.objects.published_in(language).latest_first()
    return outcomes


def _projects(language: str) -> ProjectQuerySet:
    projects: ProjectQuerySet = Project.objects.published_in(language).latest_first()
    return projects


def _organisations() -> OrganisationQuerySet:
    """Listed organisations are public in both languages."""
    listed: OrganisationQuerySet = Organisation.objects.listed().order_by("pk")
    return listed


def _commitments() -> CommitmentQuerySet:
    """What was agreed is public in both languages."""
    agreed: CommitmentQuerySet = Commitment.objects.public().order_by("pk")
    return agreed


def _campaigns() -> CampaignQuerySet:
    """A campaign with a public clean-up is public in both languages."""
    campaigns: CampaignQuerySet = Campaign.objects.public().order_by("pk")
    return campaigns


def _provinces() -> PlaceQuerySet:
    """The coastal provinces in focus have a page each, which changes with every event."""
    provinces: PlaceQuerySet = Place.objects.provinces().in_focus().order_by("code")
    return provinces


def _cities() -> PlaceQuerySet:
    """Every city has a page, under each of its names."""
    cities: PlaceQuerySet = Place.objects.cities().order_by("code")
    return cities


def _sites() -> SurveySiteQuerySet:
    """Sites are public in both languages as soon as they are entered."""
    sites: SurveySiteQuerySet = SurveySite.objects.order_by("pk")
    return sites


def _monitored_cities() -> PlaceQuerySet:
    """Cities with sites or samples; their results change with every survey."""
    cities: PlaceQuerySet = monitored_cities().order_by("code")
    return cities


def _monitoring_reports() -> MonitoringReportQuerySet:
    """Reports are public in both languages and never change, unless one is withdrawn."""
    reports: MonitoringReportQuerySet = MonitoringReport.objects.standing().order_by("pk")
    return reports


def _texts(language: str) -> tuple[TextQuerySet, ...]:
    return (
        Page.objects.published_in(language).newest_first(),
        News.objects.published_in(language).newest_first(),
    )
