"""Resources over all apps in the API."""

from django.urls import path

from partnership.portal.api import ResultList

urlpatterns = [path("results/", ResultList.as_view(), name="results")]
