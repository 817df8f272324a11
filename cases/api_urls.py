"""Resources of the case collection in the API."""

from django.urls import path

from cases.api.citation import CaseCitation
from cases.api.downloads import CasesCsv, CasesJson, DictionaryCsv, IndicatorsCsv
from cases.api.views import CaseDetail, CaseList

urlpatterns = [
    path("cases/", CaseList.as_view(), name="cases"),
    path("cases/<str:number>/", CaseDetail.as_view(), name="case"),
    path("cases/<str:number>/citation/", CaseCitation.as_view(), name="case-citation"),
    path("downloads/cases.csv", CasesCsv.as_view(), name="cases-csv"),
    path("downloads/cases.json", CasesJson.as_view(), name="cases-json"),
    path("downloads/indicators.csv", IndicatorsCsv.as_view(), name="indicators-csv"),
    path("downloads/data-dictionary.csv", DictionaryCsv.as_view(), name="data-dictionary-csv"),
]
