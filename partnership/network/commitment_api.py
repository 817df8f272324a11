"""/api/v1/commitments/ and /api/v1/commitments/<number>/: what was agreed, never a person."""

from typing import Any

from django.http import Http404
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
from partnership.network.addresses import commitment_url
from partnership.network.commitment_choices import (
    CommitmentKind,
    CommitmentState,
    Data,
    Direction,
    Finding,
    Light,
    Pace,
    light_of,
)
from partnership.network.commitment_filters import narrow
from partnership.network.commitment_querysets import CommitmentQuerySet
from partnership.network.models import Commitment, CommitmentReport
from partnership.reference import names

ORDERINGS = {"due_on": "due_on", "agreed_on": "agreed_on", "number": "pk"}
AS_THEY_ARE = (
    "kind",
    "direction",
    "baseline",
    "target",
    "due_on",
    "state",
    "agreed_on",
    "report_every",
    "is_demo",
)
TEXTS = ("title", "indicator", "unit")
CHOICES = {
    "kind": CommitmentKind.values,
    "state": [value for value in CommitmentState.values if value != CommitmentState.PROPOSED],
    "light": Light.values,
    "pace": Pace.values,
    "data": Data.values,
}
OWNER = "organisation__slug"


class ReportRow(serializers.Serializer):
    """Describes an accepted progress report for the schema."""

    period_from = serializers.DateField()
    period_to = serializers.DateField()
    value = serializers.DecimalField(15, 3, help_text=_("The figure at the end of the period."))
    given_on = serializers.DateField()
    text = TextsField()


class EarlierOwner(serializers.Serializer):
    """Describes who had a commitment before it was handed over for the schema."""

    organisation = serializers.CharField(help_text=_("Short name of the owner."))
    organisation_name = TextsField()
    until = serializers.DateField()


class CommitmentRow(serializers.Serializer):
    """Describes a commitment for the schema."""

    number = serializers.IntegerField(help_text=_("Its number."))
    organisation = serializers.CharField(help_text=_("Short name of the owner."))
    organisation_name = TextsField()
    title = TextsField()
    indicator = TextsField()
    unit = TextsField(help_text=_("In what the figures are counted."))
    kind = serializers.CharField(help_text=_("One of the kinds that the list is narrowed by."))
    direction = serializers.ChoiceField(Direction.choices)
    baseline = serializers.DecimalField(15, 3)
    target = serializers.DecimalField(15, 3)
    due_on = serializers.DateField()
    state = serializers.ChoiceField(CommitmentState.choices)
    agreed_on = serializers.DateField()
    report_every = serializers.IntegerField(
        help_text=_("Months after which the owner is asked for a report.")
    )
    last_value = serializers.DecimalField(15, 3, allow_null=True)
    last_given_on = serializers.DateField(allow_null=True)
    light = serializers.ChoiceField(Light.choices)
    finding = serializers.ChoiceField(Finding.choices)
    is_demo = serializers.BooleanField()
    pages = serializers.DictField(child=serializers.URLField(), help_text=_("Per language."))


class CommitmentInFull(CommitmentRow):
    description = TextsField()
    reports = ReportRow(many=True)
    earlier_owners = EarlierOwner(many=True)


class CommitmentList(ReadOnlyView):
    """Commitments of the public register."""

    @extend_schema(
        operation_id="commitments",
        description=_("Commitments of the public register, in pages; never a person."),
        parameters=[
            *(
                OpenApiParameter(name, enum=values, description=_("Only these."))
                for name, values in CHOICES.items()
            ),
            OpenApiParameter("country", description=_("Code of the country the owner sits in.")),
            OpenApiParameter("city", description=_("Code of the city the owner sits in.")),
            OpenApiParameter("organisation", description=_("Short name of the owner.")),
            OpenApiParameter("year", int, description=_("Year in which they are due.")),
            *list_parameters(ORDERINGS),
        ],
        responses=described("Commitment", CommitmentRow),
    )
    def get(self, request: Request) -> Response:
        known = [*CHOICES, "country", "city", "organisation", "year", *OF_LISTS]
        parameters = Parameters(request.query_params, known)
        ordering = parameters.ordering(ORDERINGS, "due_on")
        return Response(page(request, _asked(parameters).order_by(*ordering), parameters, build))


class CommitmentDetail(ReadOnlyView):
    """One commitment of the public register."""

    @extend_schema(
        operation_id="commitment",
        description=_("One commitment of the public register, with its accepted reports."),
        parameters=[OpenApiParameter("number", int, location="path", description=_("Its number."))],
        responses=CommitmentInFull,
    )
    def get(self, request: Request, number: int) -> Response:
        Parameters(request.query_params, ())
        found = Commitment.objects.public().with_light().filter(pk=number)
        rows = build(found)
        if not rows:
            raise Http404
        description = pair(found.values(*columns("description")).get(), "description")
        commitment = found.get()
        more = {"reports": _reports(commitment), "earlier_owners": _earlier_owners(commitment)}
        return Response({**rows[0], "description": description, **more})


def build(commitments: Any) -> list[dict[str, Any]]:
    """Return the commitments of one page as plain data, in one query."""
    owner = [f"organisation__{column}" for column in columns("name")]
    figures = ("pk", OWNER, "last_value", "last_given_on", "finding")
    return [
        {
            "number": row["pk"],
            "organisation": row[OWNER],
            "organisation_name": pair(row, "organisation__name"),
            **{name: pair(row, name) for name in TEXTS},
            **{name: row[name] for name in AS_THEY_ARE},
            "last_value": row["last_value"],
            "last_given_on": row["last_given_on"],
            "light": light_of(row["finding"]).value,
            "finding": row["finding"],
            "pages": {
                code: site_url(commitment_url(row["pk"], code)) for code in languages.LANGUAGES
            },
        }
        for row in commitments.values(*figures, *AS_THEY_ARE, *columns(*TEXTS), *owner)
    ]


def _reports(commitment: Commitment) -> list[dict[str, Any]]:
    names_of_columns = ("period_from", "period_to", "value", "given_on")
    rows = CommitmentReport.objects.accepted().filter(commitment=commitment).order_by("period_to")
    return [
        {**{name: row[name] for name in names_of_columns}, "text": pair(row, "text")}
        for row in rows.values(*names_of_columns, *columns("text"))
    ]


def _earlier_owners(commitment: Commitment) -> list[dict[str, Any]]:
    texts = [f"giver__{column}" for column in columns("name")]
    rows = commitment.handovers.values("giver__slug", "day", *texts)
    return [
        {
            "organisation": row["giver__slug"],
            "organisation_name": pair(row, "giver__name"),
            "until": row["day"],
        }
        for row in rows
    ]


def _asked(parameters: Parameters) -> CommitmentQuerySet:
    public: CommitmentQuerySet = Commitment.objects.public().with_light()
    chosen = {name: parameters.one_of(name, values) or "" for name, values in CHOICES.items()}
    asked = {
        name: parameters.query.get(name, "") for name in ("country", "city", "organisation", "year")
    }
    for level in ("country", "city"):
        if asked[level] and not names.names_of(level, [asked[level]]):
            raise unknown_value(level, asked[level])
    year = asked["year"]
    if year and not (year.isascii() and year.isdigit() and len(year) == 4):
        raise unknown_value("year", year)
    return narrow(public, {**chosen, **asked})
