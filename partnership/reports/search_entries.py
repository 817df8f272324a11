"""How city reports are found by the portal's search."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import cast

from django.utils.translation import gettext_lazy as _

from partnership.core.languages import LANGUAGES, column
from partnership.events.zones import zone
from partnership.reports.addresses import report_url
from partnership.reports.filters import SOURCE
from partnership.reports.models import EventReport
from partnership.search.sources import Found, Source, Texts, register


class ReportSource(Source):
    """In the language the city wrote in; city and event are found by their names in both."""

    kind = SOURCE
    label = _("City report")
    plural = _("City reports")
    model = EventReport

    def found(self, keys: Iterable[int]) -> Iterator[Found]:
        rows = EventReport.objects.published().filter(pk__in=keys)
        placed = rows.select_related(
            "event", "submission", "organisation__place__province", "organisation__place__country"
        )
        for report in placed.prefetch_related("actions", "leads"):
            yield _found(report)

    def public_keys(self) -> Iterable[int]:
        return EventReport.objects.published().values_list("pk", flat=True)


def _found(report: EventReport) -> Found:
    place, event = report.organisation.place, report.event
    body = "\n".join(
        [
            report.use,
            *(action.text for action in report.actions.all()),
            *(text for lead in report.leads.all() for text in (lead.title, lead.story)),
        ]
    )
    published_at = report.submission.published_at if report.submission else None
    return Found(
        object_id=report.pk,
        texts={report.language: Texts(report.title, report.learned, body)},
        addresses={code: report_url(report.pk, code) for code in LANGUAGES},
        languages=(report.language,),
        public_since=cast("datetime", published_at),
        countries=(place.country.code,) if place and place.country else (),
        year=event.starts_at.astimezone(zone(event.timezone)).year,
        labels=tuple(dict.fromkeys(filter(None, _labels(report)))),
        is_demo=event.is_demo,
    )


def _labels(report: EventReport) -> Iterator[str]:
    place = report.organisation.place
    places = [place, place.province, place.country] if place else []
    for language in LANGUAGES:
        name = column("name", language)
        yield getattr(report.organisation, name)
        yield getattr(report.event, column("title", language))
        for each in filter(None, places):
            yield getattr(each, name)


register(ReportSource())
