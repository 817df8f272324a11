"""/api/v1/outcomes/, /api/v1/projects/ and /api/v1/projects/<slug>/: what is public of them."""

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
from partnership.core.api.texts import Texts, TextsField, columns, pair
from partnership.core.api.views import ReadOnlyView
from partnership.core.models.publication import publication_field
from partnership.core.page_meta import site_url
from partnership.reference import names
from roundtables.addresses import outcome_url, project_url
from roundtables.choices import PROJECT_THEMES, PartnerRole, Stage
from roundtables.models import Outcome, Project
from roundtables.querysets import ProjectQuerySet

PUBLISHED = {code: publication_field(code) for code in languages.LANGUAGES}
ORDERINGS = {
    "stage_changed_at": "stage_changed_at",
    "public_since": "public_since",
    "updated_at": "updated_at",
}
OUTCOME_ORDERINGS = {"public_since": "public_since", "updated_at": "updated_at"}
AS_THEY_ARE = ("slug", "stage", "stage_changed_at", "starts_on", "ends_on", "is_demo", "updated_at")
RELATED = {"theme": "theme__code", "place": "place__code", "country": "place__country__code"}
TEXTS = ("title", "summary")


BUDGET = _("Size of the budget in million yuan: to-0.5, to-2, to-10, to-50 or above-50.")


class OutcomeRow(serializers.Serializer):
    """Describes an outcome document for the schema."""

    event = serializers.CharField(help_text=_("Short name of the dialogue, as under /events/."))
    title = TextsField()
    summary = TextsField()
    adopted_on = serializers.DateField(allow_null=True, help_text=_("Null: on its last day."))
    is_demo = serializers.BooleanField()
    pages = serializers.DictField(child=serializers.URLField(), help_text=_("Per language."))
    updated_at = serializers.DateTimeField()


class ProjectRow(serializers.Serializer):
    """Describes a project for the schema."""

    slug = serializers.CharField()
    title = TextsField()
    summary = TextsField()
    stage = serializers.ChoiceField(Stage.choices)
    stage_changed_at = serializers.DateTimeField()
    theme = serializers.ChoiceField(PROJECT_THEMES)
    place = serializers.CharField(allow_null=True, help_text=_("Code of its place."))
    country = serializers.CharField(allow_null=True)
    budget_band = serializers.CharField(allow_null=True, help_text=BUDGET)
    starts_on = serializers.DateField(allow_null=True)
    ends_on = serializers.DateField(allow_null=True)
    event = serializers.CharField(allow_null=True, help_text=_("The dialogue it came from."))
    is_demo = serializers.BooleanField()
    pages = serializers.DictField(child=serializers.URLField(), help_text=_("Per language."))
    updated_at = serializers.DateTimeField()


class PartnerRow(serializers.Serializer):
    name = TextsField()
    role = serializers.ChoiceField(PartnerRole.choices)


class MilestoneRow(serializers.Serializer):
    title = TextsField()
    due_on = serializers.DateField()
    reached_on = serializers.DateField(allow_null=True)


class ProjectInFull(ProjectRow):
    description = TextsField()
    partners = PartnerRow(many=True)
    milestones = MilestoneRow(many=True)


class OutcomeList(ReadOnlyView):
    """Public outcome documents."""

    @extend_schema(
        operation_id="outcomes",
        description=_("Outcome documents of the roundtable dialogues, in pages."),
        parameters=list_parameters(OUTCOME_ORDERINGS),
        responses=described("Outcome", OutcomeRow),
    )
    def get(self, request: Request) -> Response:
        parameters = Parameters(request.query_params, [*OF_LISTS])
        ordering = parameters.ordering(OUTCOME_ORDERINGS, "public_since")
        rows = Outcome.objects.published().order_by(*ordering)
        return Response(page(request, rows, parameters, build_outcomes))


class ProjectList(ReadOnlyView):
    """Public projects."""

    @extend_schema(
        operation_id="projects",
        description=_("Research and cooperation projects, in pages."),
        parameters=[
            OpenApiParameter("stage", enum=Stage.values, description=_("How far it is.")),
            OpenApiParameter("theme", enum=PROJECT_THEMES, description=_("Code of its theme.")),
            OpenApiParameter(
                "place", description=_("Code of a country, province or city it takes place in.")
            ),
            *list_parameters(ORDERINGS),
        ],
        responses=described("Project", ProjectRow),
    )
    def get(self, request: Request) -> Response:
        parameters = Parameters(request.query_params, ["stage", "theme", "place", *OF_LISTS])
        ordering = parameters.ordering(ORDERINGS, "stage_changed_at")
        return Response(page(request, _asked(parameters).order_by(*ordering), parameters, build))


class ProjectDetail(ReadOnlyView):
    """One public project."""

    @extend_schema(
        operation_id="project",
        description=_("One project in full: description, partners and milestones."),
        parameters=[
            OpenApiParameter("slug", location="path", description=_("Short name in the address."))
        ],
        responses=ProjectInFull,
    )
    def get(self, request: Request, slug: str) -> Response:
        Parameters(request.query_params, ())
        project = Project.objects.published().filter(slug=slug).first()
        if project is None:
            raise Http404
        [row] = build(Project.objects.filter(pk=project.pk))
        return Response({**row, **_in_full(project)})


def build(projects: Any) -> list[dict[str, Any]]:
    """Return the projects of one page as plain data, in one query."""
    dialogue = ("event__slug", "event__public_since")
    wanted = [
        *AS_THEY_ARE,
        "budget_band",
        *dialogue,
        *RELATED.values(),
        *PUBLISHED.values(),
        *columns(*TEXTS),
    ]
    return [
        {
            **{name: row[name] for name in AS_THEY_ARE},
            **{name: row[column] for name, column in RELATED.items()},
            **{name: pair(row, name) for name in TEXTS},
            "budget_band": row["budget_band"] or None,
            "event": row["event__slug"] if row["event__public_since"] else None,
            "pages": {
                code: site_url(project_url(row["slug"], code))
                for code, column in PUBLISHED.items()
                if row[column]
            },
        }
        for row in projects.values(*wanted)
    ]


def build_outcomes(outcomes: Any) -> list[dict[str, Any]]:
    """Return the documents of one page as plain data, in one query."""
    plain = ("adopted_on", "is_demo", "updated_at")
    wanted = [*plain, "event__slug", *PUBLISHED.values(), *columns(*TEXTS)]
    return [
        {
            **{name: row[name] for name in plain},
            **{name: pair(row, name) for name in TEXTS},
            "event": row["event__slug"],
            "pages": {
                code: site_url(outcome_url(row["event__slug"], code))
                for code, column in PUBLISHED.items()
                if row[column]
            },
        }
        for row in outcomes.values(*wanted)
    ]


def _in_full(project: Project) -> dict[str, Any]:
    """Return what only a project's own answer has, long texts where they are public."""
    partners = project.partners.values("role", *columns("organisation__name"))
    milestones = project.milestones.values("due_on", "reached_on", *columns("title"))
    return {
        "description": _where_public(
            project,
            pair({name: getattr(project, name) for name in columns("description")}, "description"),
        ),
        "partners": [
            {"name": pair(row, "organisation__name"), "role": row["role"]} for row in partners
        ],
        "milestones": [
            {
                "title": _where_public(project, pair(row, "title")),
                "due_on": row["due_on"],
                "reached_on": row["reached_on"],
            }
            for row in milestones
        ],
    }


def _where_public(project: Project, texts: Texts) -> Texts:
    """Return a long text in the languages in which the project is public."""
    return {code: text if project.published_at(code) else None for code, text in texts.items()}


def _asked(parameters: Parameters) -> ProjectQuerySet:
    projects: ProjectQuerySet = Project.objects.published()
    stage = parameters.one_of("stage", Stage.values)
    if stage:
        projects = projects.at_stage(stage)
    theme = parameters.one_of("theme", PROJECT_THEMES)
    if theme:
        projects = projects.with_theme(theme)
    place = parameters.query.get("place", "")
    if not place:
        return projects
    if not any(names.names_of(level, [place]) for level in ("country", "province", "city")):
        raise unknown_value("place", place)
    return projects.in_place(place)
