"""Resources of monitoring in the API."""

from django.urls import path

from monitoring.api import SurveyList, SurveySiteList

urlpatterns = [
    path("survey-sites/", SurveySiteList.as_view(), name="survey-sites"),
    path("surveys/", SurveyList.as_view(), name="surveys"),
]
