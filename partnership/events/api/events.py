"""/api/v1/events/ and /api/v1/events/<slug>/: what is announced, never who comes."""

from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Q
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from partnership.core import languages
from partnership.core.api.paging import described, list_parameters, page
from partnership.core.api.parameters import OF_LISTS, Parameters, unknown_value
from partnership.core.api.texts import TextsField, both, columns, pair
from partnership.core.api.views import ReadOnlyView
from partnership.core.models.publication import publication_field
from partnership.core.page_meta import site_url
from partnership.events import phases
from partnership.events.addresses import event_url
from partnership.events.choices import CALLED_OFF, Format, Kind, Mode, Phase, Status, as_shown
from partnership.events.models import Event
from partnership.events.querysets import EventQuerySet
from partnership.reference import names

COMING, PAST = "coming", "past"
ORDERINGS = {"starts_at": "starts_at", "public_since": "public_since", "updated_at": "updated_at"}
AS_THEY_ARE = (
    "slug",
    "kind",
    "status",
    "format",
    "mode",
    "starts_at",
    "ends_at",
    "timezone",
    "is_all_day",
    "registration_opens_at",
    "registration_closes_at",
    "capacity",
    "is_demo",
    "updated_at",
)
TEXTS = ("title", "summary", "venue")
LONG_TEXTS = ("description", "practical_notes")
PUBLISHED = {code: publication_field(code) for code in languages.LANGUAGES}
RELATED = {"place": "place__code", "country": "place__country__code"}


class EventRow(serializers.Serializer):
    """Describes an event for the schema."""

    slug = serializers.CharField()
    title = TextsField()
    summary = TextsField()
    venue = TextsField()
    kind = serializers.ChoiceField(Kind.choices)
    status = serializers.ChoiceField(Status.choices)
    public_reason = TextsField(help_text=_("Why it was postponed or cancelled."))
    format = serializers.ChoiceField(Format.choices)
    mode = serializers.ChoiceField(Mode.choices)
    starts_at = serializers.DateTimeField()
    ends_at = serializers.DateTimeField()
    timezone = serializers.CharField(help_text=_("Zone of the place, as in the IANA database."))
    is_all_day = serializers.BooleanField()
    registration_opens_at = serializers.DateTimeField(allow_null=True)
    registration_closes_at = serializers.DateTimeField(allow_null=True)
    capacity = serializers.IntegerField(allow_null=True, help_text=_("Null: no limit."))
    place = serializers.CharField(allow_null=True, help_text=_("Code of its place."))
    country = serializers.CharField(allow_null=True)
    themes = serializers.ListField(child=serializers.CharField())
    is_demo = serializers.BooleanField()
    pages = serializers.DictField(child=serializers.URLField(), help_text=_("Per language."))
    updated_at = serializers.DateTimeField()


class EventInFull(EventRow):
    description = TextsField()
    practical_notes = TextsField()
    registration_phase = serializers.ChoiceField(Phase.choices)
    seats_free = serializers.IntegerField(allow_null=True, help_text=_("Null: no limit."))


class EventList(ReadOnlyView):
    """Announced events."""

    @extend_schema(
        operation_id="events",
        description=_("Announced events, in pages; never who comes."),
        parameters=[
            OpenApiParameter("kind", enum=Kind.values, description=_("Kind of the event.")),
            OpenApiParameter(
                "when", enum=[COMING, PAST], description=_("To come, or over at this moment.")
            ),
            OpenApiParameter(
                "place", description=_("Code of a country, province or city it takes place in.")
            ),
            OpenApiParameter("theme", description=_("Code of a theme it is about.")),
            *list_parameters(ORDERINGS),
        ],
        responses=described("Event", EventRow),
    )
    def get(self, request: Request) -> Response:
        known = ["kind", "when", "place", "theme", *OF_LISTS]
        parameters = Parameters(request.query_params, known)
        ordering = parameters.ordering(ORDERINGS, "starts_at")
        return Response(page(request, _asked(parameters).order_by(*ordering), parameters, build))


class EventDetail(ReadOnlyView):
    """One announced event."""

    @extend_schema(
        operation_id="event",
        description=_("One announced event in full, and how registration stands."),
        parameters=[
            OpenApiParameter("slug", location="path", description=_("Short name in the address."))
        ],
        responses=EventInFull,
    )
    def get(self, request: Request, slug: str) -> Response:
        Parameters(request.query_params, ())
        event = Event.objects.published().filter(slug=slug).first()
        if event is None:
            raise Http404
        [row] = build(Event.objects.filter(pk=event.pk))
        seats = phases.seats_of(event)
        return Response(
            {
                **row,
                **{name: _where_public(event, name) for name in LONG_TEXTS},
                "registration_phase": phases.phase(event, seats, timezone.now()),
                "seats_free": None if seats.free is None else max(seats.free, 0),
            }
        )


def build(events: Any) -> list[dict[str, Any]]:
    """Return the events of one page as plain data, in one query."""
    wanted = [
        *AS_THEY_ARE,
        *RELATED.values(),
        *PUBLISHED.values(),
        *columns(*TEXTS, "public_reason"),
    ]
    codes = ArrayAgg(
        "themes__code", filter=Q(themes__isnull=False), default=[], order_by="themes__code"
    )
    return [
        {
            **{name: row[name] for name in AS_THEY_ARE},
            **{name: row[column] for name, column in RELATED.items()},
            **{name: pair(row, name) for name in TEXTS},
            **_status(row),
            "themes": row["codes"],
            "pages": {
                code: site_url(event_url(row["slug"], code))
                for code, column in PUBLISHED.items()
                if row[column]
            },
        }
        for row in events.values(*wanted, codes=codes)
    ]


def _status(row: dict[str, Any]) -> dict[str, Any]:
    """Return the status as readers know it, and why the event was called off, if it was."""
    status = as_shown(row["status"], row[languages.column("public_reason", languages.CHINESE)])
    reason = pair(row, "public_reason") if status in CALLED_OFF else both(None, None)
    return {"status": status, "public_reason": reason}


def _where_public(event: Event, name: str) -> dict[str, str | None]:
    """Return a long text in the languages in which it is announced."""
    return both(
        *(
            getattr(event, languages.column(name, code)) if event.published_at(code) else None
            for code in (languages.CHINESE, languages.ENGLISH)
        )
    )


def _asked(parameters: Parameters) -> EventQuerySet:
    events: EventQuerySet = Event.objects.published()
    kind = parameters.one_of("kind", Kind.values)
    if kind:
        events = events.of_kind(kind)
    when = parameters.one_of("when", (COMING, PAST))
    if when:
        now = timezone.now()
        events = events.upcoming(now) if when == COMING else events.past(now)
    place, theme = (parameters.query.get(name, "") for name in ("place", "theme"))
    if place:
        if not any(names.names_of(level, [place]) for level in ("country", "province", "city")):
            raise unknown_value("place", place)
        events = events.in_place(place)
    if theme:
        if not names.names_of("theme", [theme]):
            raise unknown_value("theme", theme)
        events = events.with_theme(theme)
    return events
