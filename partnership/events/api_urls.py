"""Resources of events in the API."""

from django.urls import path

from partnership.events.api.events import EventDetail, EventList
from partnership.events.api.registrations import (
    AcceptOffer,
    Cancel,
    RegistrationDetail,
    RegistrationList,
)

urlpatterns = [
    path("events/", EventList.as_view(), name="events"),
    path("events/<str:slug>/", EventDetail.as_view(), name="event"),
    path("registrations/", RegistrationList.as_view(), name="registrations"),
    path("registrations/<uuid:uid>/", RegistrationDetail.as_view(), name="registration"),
    path("registrations/<uuid:uid>/accept/", AcceptOffer.as_view(), name="accept-offer"),
    path("registrations/<uuid:uid>/cancel/", Cancel.as_view(), name="cancel-registration"),
]
