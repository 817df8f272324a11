"""Resources of monitoring in the API."""

from django.urls import path

from monitoring.api import SurveyList, SurveySiteList
from monitoring.results.api import MonitoringResultList

urlpatterns = [
    path("survey-sites/", SurveySiteList.as_view(), name="survey-sites"),
    path("monitoring-results/", MonitoringResultList.as_view(), name="monitoring-results"),
    path("surveys/", SurveyList.as_view(), name="surveys"),
]
