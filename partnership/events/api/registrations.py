"""/api/v1/registrations/: the registrations of the account that asks, and nobody else's.

To register, to accept an offered seat and to cancel are the same deeds as on the pages; what is sent
is judged by the form of the pages.
"""

from typing import Any, cast
from uuid import UUID

from django.http import Http404
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers, status
from rest_framework.authentication import SessionAuthentication
from rest_framework.parsers import JSONParser
from rest_framework.permissions import IsAuthenticated
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from partnership.accounts.models import User
from partnership.core import languages
from partnership.core.api.paging import described, list_parameters, page
from partnership.core.api.parameters import OF_LISTS, Parameters
from partnership.core.api.texts import TextsField, columns, pair
from partnership.core.page_meta import site_url
from partnership.events import actions
from partnership.events.addresses import own_url
from partnership.events.api.sent import AnswerSent, RegistrationSent, checked, details_of
from partnership.events.choices import RegistrationStatus
from partnership.events.forms.registering import CONSENT
from partnership.events.models import Event, Registration

ORDERINGS = {"starts_at": "event__starts_at", "created_at": "created_at"}
AS_THEY_ARE = (
    "status",
    "seats",
    "other_adults",
    "young_people",
    "children",
    "offer_expires_at",
    "confirmed_at",
    "created_at",
)

UID = OpenApiParameter("uid", UUID, "path", description=_("The registration’s own name, its uid."))


class RegistrationRow(serializers.Serializer):
    """Describes a registration for the schema."""

    uid = serializers.UUIDField()
    event = serializers.CharField(help_text=_("Short name of the event."))
    title = TextsField(help_text=_("Title of the event."))
    starts_at = serializers.DateTimeField(help_text=_("Beginning of the event."))
    status = serializers.ChoiceField(RegistrationStatus.choices)
    seats = serializers.IntegerField(help_text=_("People, the contact included."))
    other_adults = serializers.IntegerField()
    young_people = serializers.IntegerField(help_text=_("Of 14 to 17 years."))
    children = serializers.IntegerField(help_text=_("Under 14 years."))
    offer_expires_at = serializers.DateTimeField(allow_null=True)
    confirmed_at = serializers.DateTimeField(allow_null=True)
    created_at = serializers.DateTimeField()
    pages = serializers.DictField(child=serializers.URLField(), help_text=_("Per language."))


class PrivateView(APIView):
    """Answers who is signed in; nothing of it is kept on the way."""

    authentication_classes = (SessionAuthentication,)
    permission_classes = (IsAuthenticated,)
    renderer_classes = (JSONRenderer,)
    parser_classes = (JSONParser,)

    def finalize_response(
        self, request: Request, response: Any, *args: Any, **kwargs: Any
    ) -> Response:
        final = super().finalize_response(request, response, *args, **kwargs)
        patch_cache_control(final, no_store=True, private=True)
        return final


class RegistrationList(PrivateView):
    """One's own registrations, and one more."""

    http_method_names = ("get", "head", "options", "post")

    @extend_schema(
        operation_id="registrations",
        description=_(
            "The registrations of the account that is signed in, in pages. Without a sign-in the "
            "answer is 403."
        ),
        parameters=[
            OpenApiParameter(
                "status",
                enum=RegistrationStatus.values,
                description=_("How far the registration is."),
            ),
            *list_parameters(ORDERINGS),
        ],
        responses=described("Registration", RegistrationRow),
    )
    def get(self, request: Request) -> Response:
        parameters = Parameters(request.query_params, ["status", *OF_LISTS])
        rows = Registration.objects.of(request.user)
        wanted = parameters.one_of("status", RegistrationStatus.values)
        if wanted:
            rows = rows.filter(status=wanted)
        ordering = parameters.ordering(ORDERINGS, "-starts_at")
        return Response(page(request, rows.order_by(*ordering), parameters, _build))

    @extend_schema(
        operation_id="register",
        description=_(
            "Register the account that is signed in for an announced event. The answer says whether "
            "there is a seat, or a place on the waiting list."
        ),
        request=RegistrationSent,
        responses={201: RegistrationRow},
    )
    def post(self, request: Request) -> Response:
        sent = checked(RegistrationSent, request.data)
        event = Event.objects.published().filter(slug=sent.pop("event")).first()
        if event is None:
            raise Http404
        details = details_of(sent, _person(request), event)
        row = actions.register(event, details, person=_person(request))
        return Response(_one(row), status=status.HTTP_201_CREATED)


class RegistrationDetail(PrivateView):
    """One of one's own registrations; somebody else's is not there."""

    http_method_names = ("get", "head", "options")

    @extend_schema(
        operation_id="registration",
        description=_("One registration of the account that is signed in."),
        parameters=[UID],
        responses=RegistrationRow,
    )
    def get(self, request: Request, uid: UUID) -> Response:
        return Response(_one(_own(request, uid)))


class Deed(PrivateView):
    """A step of one's own registration; a second time changes nothing."""

    http_method_names = ("post", "options")


class AcceptOffer(Deed):
    @extend_schema(
        operation_id="accept_offer",
        description=_("Accept the seat that is offered."),
        parameters=[UID],
        request=AnswerSent,
        responses=RegistrationRow,
    )
    def post(self, request: Request, uid: UUID) -> Response:
        row = _own(request, uid)
        version = CONSENT if checked(AnswerSent, request.data)["consent"] else ""
        actions.accept_offer(row, person=_person(request), consent_version=version)
        return Response(_one(row))


class Cancel(Deed):
    @extend_schema(
        operation_id="cancel",
        description=_("Give the seat, or the place in the line, back."),
        parameters=[UID],
        request=None,
        responses=RegistrationRow,
    )
    def post(self, request: Request, uid: UUID) -> Response:
        row = _own(request, uid)
        actions.cancel(row, person=_person(request))
        return Response(_one(row))


def _person(request: Request) -> User:
    """Return who is signed in: the permission has let nobody else in."""
    return cast("User", request.user)


def _own(request: Request, uid: UUID) -> Registration:
    row = Registration.objects.of(request.user).filter(uid=uid).first()
    if row is None:
        raise Http404
    return row


def _one(row: Registration) -> dict[str, Any]:
    [built] = _build(Registration.objects.filter(pk=row.pk))
    return built


def _page(uid: UUID, language: str) -> str:
    with override(language):
        return site_url(own_url(uid))


def _build(registrations: Any) -> list[dict[str, Any]]:
    titles = [f"event__{column}" for column in columns("title")]
    related = ("event__slug", "event__starts_at")
    return [
        {
            "uid": row["uid"],
            "event": row["event__slug"],
            "title": pair(row, "event__title"),
            "starts_at": row["event__starts_at"],
            **{name: row[name] for name in AS_THEY_ARE},
            "pages": {code: _page(row["uid"], code) for code in languages.LANGUAGES},
        }
        for row in registrations.values("uid", *related, *titles, *AS_THEY_ARE)
    ]
