"""How survey sites, monitoring reports and entries of the library are found by the portal's search."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final

from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from monitoring.addresses import entry_url, report_url, survey_site_url
from monitoring.choices import ReportScope, Urbanisation
from monitoring.library.asked import country_name
from monitoring.library.entries import Entry, entries
from monitoring.models import MonitoringReport, SamplingUnit, SeaSurvey, Survey, SurveySite
from monitoring.reporting.document import title_of, whole_region
from partnership.core.languages import LANGUAGES, column
from partnership.reference import names
from partnership.search.sources import Found, Source, Texts, register

THEME: Final = "litter-monitoring"
LIBRARY_SINCE: Final = datetime(2026, 9, 1, tzinfo=UTC)  # the first entries


class SiteSource(Source):
    """Sites with their transects, and the years in which these were surveyed."""

    kind = "survey-site"
    label = _("Survey site")
    plural = _("Survey sites")
    model = SurveySite

    def found(self, keys: Iterable[int]) -> Iterator[Found]:
        keys = list(keys)
        transects, years = _transects(keys), _years(keys)
        rows = SurveySite.objects.filter(pk__in=keys)
        for site in rows.select_related("place__province", "place__country", "organisation"):
            yield _site(site, transects[site.pk], years[site.pk])

    def public_keys(self) -> Iterable[int]:
        return SurveySite.objects.values_list("pk", flat=True)


class ReportSource(Source):
    """All versions that stand: each may have been cited, and leads to the latest."""

    kind = "monitoring-report"
    label = _("Monitoring report")
    plural = _("Monitoring reports")
    model = MonitoringReport

    def found(self, keys: Iterable[int]) -> Iterator[Found]:
        standing = MonitoringReport.objects.standing().defer("content")
        rows = standing.filter(pk__in=list(keys))
        for report in rows.select_related("place__province", "place__country", "organisation"):
            yield _report(report)

    def public_keys(self) -> Iterable[int]:
        return MonitoringReport.objects.standing().values_list("pk", flat=True)


class LibrarySource(Source):
    """Entries come with the portal: the audit, which runs when it starts, brings them in step."""

    kind = "library"
    label = _("Entry of the library")
    plural = _("Library of policies, methods and technologies")

    def found(self, keys: Iterable[int]) -> Iterator[Found]:
        wanted = set(keys)
        return (_entry(entry) for entry in entries() if entry.number in wanted)

    def public_keys(self) -> Iterable[int]:
        return [entry.number for entry in entries()]


def _transects(sites: Sequence[int]) -> Mapping[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    rows = SamplingUnit.objects.filter(site__in=sites).order_by("code")
    for site, code in rows.values_list("site", "code"):
        found[site].append(code)
    return found


def _years(sites: Sequence[int]) -> Mapping[int, list[int]]:
    """Return the years with approved surveys, on the beach or off it, by site."""
    found: dict[int, list[int]] = defaultdict(list)
    on_beaches = Survey.objects.approved().filter(unit__site__in=sites).order_by()
    at_sea = SeaSurvey.objects.approved().filter(site__in=sites).order_by()
    rows = on_beaches.values_list("unit__site", "surveyed_on__year").union(
        at_sea.values_list("site", "surveyed_on__year")
    )
    for site, year in sorted(rows):
        found[site].append(year)
    return found


def _site(site: SurveySite, transects: list[str], years: list[int]) -> Found:
    return Found(
        object_id=site.pk,
        texts={code: _site_texts(site, transects, years, code) for code in LANGUAGES},
        addresses={code: survey_site_url(site.code, code) for code in LANGUAGES},
        languages=LANGUAGES,
        public_since=site.created_at,
        themes=(THEME,),
        countries=_country(site.place),
        year=years[-1] if years else None,
        labels=(site.code, *_labels(*_within(site.place), site.organisation)),
        is_demo=site.is_demo,
    )


def _site_texts(site: SurveySite, transects: list[str], years: list[int], language: str) -> Texts:
    name = column("name", language)
    with override(language):
        summary = gettext("Survey site %(code)s in %(city)s, surveyed by %(organisation)s.") % {
            "code": site.code,
            "city": getattr(site.place, name),
            "organisation": getattr(site.organisation, name),
        }
        surveyed = (
            gettext("Approved surveys of %(years)s.") % {"years": " · ".join(map(str, years))}
            if years
            else gettext("This site has not been surveyed yet.")
        )
        lines = [str(Urbanisation(site.urbanisation).label), surveyed]
        if transects:
            lines.append(gettext("Transects: %(codes)s") % {"codes": " · ".join(transects)})
    return Texts(getattr(site, name) or "", summary, "\n".join(lines))


def _report(report: MonitoringReport) -> Found:
    place = report.place
    return Found(
        object_id=report.pk,
        texts={code: _report_texts(report, code) for code in LANGUAGES},
        addresses={code: report_url(report.number, code) for code in LANGUAGES},
        languages=LANGUAGES,
        public_since=report.made_at,
        themes=(THEME,),
        countries=_country(place) if place else (),
        year=report.last_day.year,
        labels=(report.number, *_labels(*_within(place), report.organisation)),
        is_demo=report.is_demo,
    )


def _report_texts(report: MonitoringReport, language: str) -> Texts:
    with override(language):
        is_whole = report.scope == ReportScope.REGION
        area = whole_region() if is_whole else getattr(report.place, column("name", language))
        summary = gettext(
            "Monitoring report %(number)s, version %(version)s: figures, trend, charts and methods."
        ) % {"number": report.number, "version": report.version_no}
        return Texts(title_of(area, report.first_day.year, report.last_day.year), summary)


def _entry(entry: Entry) -> Found:
    return Found(
        object_id=entry.number,
        texts={code: _entry_texts(entry, code) for code in LANGUAGES},
        addresses={code: entry_url(entry.number, code) for code in LANGUAGES},
        languages=LANGUAGES,
        public_since=LIBRARY_SINCE,
        countries=(entry.country,) if entry.country else (),
        year=entry.year,
        labels=_entry_labels(entry),
    )


def _entry_texts(entry: Entry, language: str) -> Texts:
    return Texts(entry.names[language], entry.does[language], entry.sources[language])


def _entry_labels(entry: Entry) -> tuple[str, ...]:
    labels: list[str] = []
    for language in LANGUAGES:
        with override(language):
            places = names.places_among({entry.place} - {""})
            labels += [str(entry.kind.label), country_name(entry), *places.values()]
    return tuple(dict.fromkeys(labels))


def _country(place: Any) -> tuple[str, ...]:
    return (place.country.code,) if place.country else ()


def _within(place: Any) -> list[Any]:
    return [each for each in (place, place.province, place.country) if each] if place else []


def _labels(*named: Any) -> tuple[str, ...]:
    found = (getattr(each, column("name", code)) for each in named if each for code in LANGUAGES)
    return tuple(dict.fromkeys(filter(None, found)))


register(SiteSource())
register(ReportSource())
register(LibrarySource())
