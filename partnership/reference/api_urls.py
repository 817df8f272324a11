"""Reference data in the API."""

from django.urls import path

from partnership.reference.api import PlaceList

urlpatterns = [path("places/", PlaceList.as_view(), name="places")]
