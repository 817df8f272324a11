"""Resources of the case collection in the API."""

from django.urls import path

from cases.api.citation import CaseCitation
from cases.api.views import CaseDetail, CaseList

urlpatterns = [
    path("cases/", CaseList.as_view(), name="cases"),
    path("cases/<str:number>/", CaseDetail.as_view(), name="case"),
    path("cases/<str:number>/citation/", CaseCitation.as_view(), name="case-citation"),
]
