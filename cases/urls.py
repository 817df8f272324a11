"""Public pages of the case collection."""

from django.urls import path, register_converter

from cases import views
from cases.converters import CaseNumberConverter, CaseSlugConverter

register_converter(CaseNumberConverter, "case_number")
register_converter(CaseSlugConverter, "case_slug")

app_name = "cases"
urlpatterns = [
    path("", views.case_list, name="list"),
    path("map/", views.case_map, name="map"),
    path("map/points/", views.case_points, name="map-points"),
    path("downloads/", views.downloads, name="downloads"),
    path("downloads/data-dictionary/", views.data_dictionary, name="data-dictionary"),
    path("<case_number:number>/", views.numbered, name="numbered"),
    path("<case_number:number>/side-by-side/", views.side_by_side, name="side-by-side"),
    path("<case_number:number>/print/", views.print_view, name="print"),
    path("<case_number:number>.pdf", views.pdf, name="pdf"),
    path("<case_number:number>/<case_slug:slug>/", views.detail, name="detail"),
    path("from-lead/<int:number>/", views.from_lead, name="from-lead"),
]
