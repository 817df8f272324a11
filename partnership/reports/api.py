"""/api/v1/city-reports/: what cities reported after events, never a person."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from partnership.core import languages
from partnership.core.api.paging import described, list_parameters, page
from partnership.core.api.parameters import OF_LISTS, Parameters, unknown_value
from partnership.core.api.texts import TextsField, columns, pair
from partnership.core.api.views import ReadOnlyView
from partnership.core.page_meta import site_url
from partnership.reference import names
from partnership.reports.addresses import report_url
from partnership.reports.filters import narrow
from partnership.reports.models import EventReport

ORDERINGS = {"published_at": "submission__published_at", "number": "pk"}
AS_THEY_ARE = ("language", "title", "participants", "learned", "use")
EVENT, CITY, COUNTRY = (
    "event__slug",
    "organisation__place__code",
    "organisation__place__country__code",
)


class ActionRow(serializers.Serializer):
    """Describes what a city does because of an event, for the schema."""

    text = serializers.CharField()
    by_when = serializers.CharField(help_text=_("Year, month or day; empty where not said."))


class LeadRow(serializers.Serializer):
    """Describes what others might take over, for the schema."""

    title = serializers.CharField()
    story = serializers.CharField()


class CityReportRow(serializers.Serializer):
    """Describes a city report for the schema; its texts are in the language it was written in."""

    number = serializers.IntegerField(help_text=_("Its number."))
    event = serializers.CharField(help_text=_("Short name of the event."))
    event_title = TextsField()
    city = serializers.CharField(allow_null=True, help_text=_("Code of the city."))
    country = serializers.CharField(allow_null=True, help_text=_("Code of the country."))
    organisation_name = TextsField()
    language = serializers.CharField(help_text=_("The language of its texts."))
    title = serializers.CharField()
    participants = serializers.IntegerField()
    learned = serializers.CharField()
    use = serializers.CharField(help_text=_("What the city does with it."))
    actions = ActionRow(many=True)
    leads = LeadRow(many=True)
    published_at = serializers.DateTimeField()
    is_demo = serializers.BooleanField()
    pages = serializers.DictField(child=serializers.URLField(), help_text=_("Per language."))


class CityReportList(ReadOnlyView):
    """Published reports of cities."""

    @extend_schema(
        operation_id="city_reports",
        description=_("What cities reported after events, in pages; never a person."),
        parameters=[
            OpenApiParameter("country", description=_("Code of the country the city lies in.")),
            OpenApiParameter("city", description=_("Code of the city.")),
            OpenApiParameter("year", int, description=_("Year of the event.")),
            *list_parameters(ORDERINGS),
        ],
        responses=described("CityReport", CityReportRow),
    )
    def get(self, request: Request) -> Response:
        parameters = Parameters(request.query_params, ["country", "city", "year", *OF_LISTS])
        found = narrow(EventReport.objects.published(), _chosen(parameters))
        ordering = parameters.ordering(ORDERINGS, "-published_at")
        return Response(page(request, found.order_by(*ordering), parameters, build))


def build(reports: Any) -> list[dict[str, Any]]:
    """Return the reports of one page as plain data: three questions, however many there are."""
    facts = ("pk", EVENT, CITY, COUNTRY, "submission__published_at", "event__is_demo")
    texts = [f"event__{name}" for name in columns("title")]
    texts += [f"organisation__{name}" for name in columns("name")]
    parts = {report.pk: report for report in reports.prefetch_related("actions", "leads")}
    return [
        {
            "number": row["pk"],
            "event": row[EVENT],
            "event_title": pair(row, "event__title"),
            "city": row[CITY],
            "country": row[COUNTRY],
            "organisation_name": pair(row, "organisation__name"),
            **{name: row[name] for name in AS_THEY_ARE},
            **_parts(parts[row["pk"]]),
            "published_at": row["submission__published_at"],
            "is_demo": row["event__is_demo"],
            "pages": {code: site_url(report_url(row["pk"], code)) for code in languages.LANGUAGES},
        }
        for row in reports.values(*facts, *AS_THEY_ARE, *texts)
    ]


def _parts(report: EventReport) -> dict[str, list[dict[str, str]]]:
    return {
        "actions": [{"text": each.text, "by_when": each.by_when} for each in report.actions.all()],
        "leads": [{"title": each.title, "story": each.story} for each in report.leads.all()],
    }


def _chosen(parameters: Parameters) -> dict[str, str]:
    chosen = {name: parameters.query.get(name, "") for name in ("country", "city", "year")}
    for level in ("country", "city"):
        if chosen[level] and not names.names_of(level, [chosen[level]]):
            raise unknown_value(level, chosen[level])
    year = chosen["year"]
    if year and not (year.isascii() and year.isdigit() and len(year) == 4):
        raise unknown_value("year", year)
    return chosen
