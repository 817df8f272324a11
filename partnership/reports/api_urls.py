"""Resources of city reports in the API."""

from django.urls import path

from partnership.reports.api import CityReportList

urlpatterns = [path("city-reports/", CityReportList.as_view(), name="city-reports")]
