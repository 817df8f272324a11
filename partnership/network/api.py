"""/api/v1/organisations/ and /api/v1/organisations/<slug>/: listed ones only, never a person."""

from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Q
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
from partnership.network.addresses import organisation_url
from partnership.network.choices import OrganisationType, Standing
from partnership.network.models import Organisation
from partnership.network.querysets import OrganisationQuerySet
from partnership.reference import names

ORDERINGS = {
    "name_zh": "sort_key_zh",
    "name_en": "sort_key_en",
    "listed_since": "listed_since",
    "updated_at": "updated_at",
}
AS_THEY_ARE = ("slug", "type", "standing", "listed_since", "updated_at")
TEXTS = ("name", "short_name", "summary")
RELATED = {"place": "place__code", "country": "place__country__code"}


class OrganisationRow(serializers.Serializer):
    """Describes an organisation for the schema."""

    slug = serializers.CharField()
    name = TextsField()
    short_name = TextsField()
    summary = TextsField()
    type = serializers.ChoiceField(OrganisationType.choices)
    standing = serializers.ChoiceField(Standing.choices)
    place = serializers.CharField(allow_null=True, help_text=_("Code of the place it sits in."))
    country = serializers.CharField(allow_null=True)
    themes = serializers.ListField(child=serializers.CharField())
    website = serializers.URLField(allow_null=True)
    pages = serializers.DictField(child=serializers.URLField(), help_text=_("Per language."))
    listed_since = serializers.DateTimeField()
    updated_at = serializers.DateTimeField()


class OrganisationInFull(OrganisationRow):
    profile = TextsField()


class OrganisationList(ReadOnlyView):
    """Organisations of the public directory."""

    @extend_schema(
        operation_id="organisations",
        description=_("Organisations of the public directory, in pages; never a person."),
        parameters=[
            OpenApiParameter(
                "type", enum=OrganisationType.values, description=_("Type of the organisation.")
            ),
            OpenApiParameter("country", description=_("Code of the country it sits in.")),
            OpenApiParameter("theme", description=_("Code of a theme it works on.")),
            *list_parameters(ORDERINGS),
        ],
        responses=described("Organisation", OrganisationRow),
    )
    def get(self, request: Request) -> Response:
        parameters = Parameters(request.query_params, ["type", "country", "theme", *OF_LISTS])
        ordering = parameters.ordering(ORDERINGS, "name_en")
        return Response(page(request, _asked(parameters).order_by(*ordering), parameters, build))


class OrganisationDetail(ReadOnlyView):
    """One organisation of the public directory."""

    @extend_schema(
        operation_id="organisation",
        description=_("One organisation of the public directory, with its profile."),
        parameters=[
            OpenApiParameter("slug", location="path", description=_("Short name in the address."))
        ],
        responses=OrganisationInFull,
    )
    def get(self, request: Request, slug: str) -> Response:
        Parameters(request.query_params, ())
        listed = Organisation.objects.listed().filter(slug=slug)
        found = build(listed)
        if not found:
            raise Http404
        profile = pair(listed.values(*columns("profile")).get(), "profile")
        return Response({**found[0], "profile": profile})


def build(organisations: Any) -> list[dict[str, Any]]:
    """Return the organisations of one page as plain data, in one query."""
    wanted = [*AS_THEY_ARE, "website", *RELATED.values(), *columns(*TEXTS)]
    codes = ArrayAgg(
        "themes__code", filter=Q(themes__isnull=False), default=[], order_by="themes__code"
    )
    return [
        {
            **{name: row[name] for name in AS_THEY_ARE},
            **{name: row[column] for name, column in RELATED.items()},
            **{name: pair(row, name) for name in TEXTS},
            "themes": row["codes"],
            "website": row["website"] or None,
            "pages": {
                code: site_url(organisation_url(row["slug"], code)) for code in languages.LANGUAGES
            },
        }
        for row in organisations.values(*wanted, codes=codes)
    ]


def _asked(parameters: Parameters) -> OrganisationQuerySet:
    organisations: OrganisationQuerySet = Organisation.objects.listed()
    kind = parameters.one_of("type", OrganisationType.values)
    if kind:
        organisations = organisations.of_type(kind)
    for name, narrow in (("country", "in_place"), ("theme", "with_theme")):
        code = parameters.query.get(name, "")
        if code and not names.names_of(name, [code]):
            raise unknown_value(name, code)
        if code:
            organisations = getattr(organisations, narrow)(code)
    return organisations
