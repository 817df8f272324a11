"""Resources of monitoring in the API."""

from django.urls import path

from monitoring.api import SurveyList, SurveySiteList
from monitoring.reporting.api import MonitoringReportList
from monitoring.results.api import MonitoringResultList
from monitoring.samples.api import MicroSampleList
from monitoring.sea.api import SeaSurveyList
from monitoring.two_periods.api import ComparisonList
from monitoring.waste.api import WasteValueList

urlpatterns = [
    path("survey-sites/", SurveySiteList.as_view(), name="survey-sites"),
    path("monitoring-results/", MonitoringResultList.as_view(), name="monitoring-results"),
    path("monitoring-comparisons/", ComparisonList.as_view(), name="monitoring-comparisons"),
    path("waste-of-cities/", WasteValueList.as_view(), name="waste-of-cities"),
    path("monitoring-reports/", MonitoringReportList.as_view(), name="monitoring-reports"),
    path("surveys-at-sea/", SeaSurveyList.as_view(), name="surveys-at-sea"),
    path("microplastic-samples/", MicroSampleList.as_view(), name="microplastic-samples"),
    path("surveys/", SurveyList.as_view(), name="surveys"),
]
