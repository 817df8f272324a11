"""Resources of events in the API."""

from django.urls import path

from partnership.events.api.events import EventDetail, EventList
from partnership.events.api.registrations import RegistrationList

urlpatterns = [
    path("events/", EventList.as_view(), name="events"),
    path("events/<str:slug>/", EventDetail.as_view(), name="event"),
    path("registrations/", RegistrationList.as_view(), name="registrations"),
]
