"""Pages of attendance."""

from django.urls import path

from partnership.attendance import views

app_name = "attendance"
urlpatterns = [
    path("check-in/<uuid:uid>/", views.entry, name="entry"),
    path("certificates/", views.check, name="check"),
    path("certificates/<str:code>/", views.certificate, name="certificate"),
    path("certificates/<str:code>/file/", views.certificate_file, name="certificate-file"),
    path("events/mine/<uuid:uid>/certificate/", views.own_certificate, name="own-certificate"),
    path(
        "events/link/<str:secret>/certificate/",
        views.certificate_by_link,
        name="certificate-by-link",
    ),
    path("events/mine/<uuid:uid>/evaluation/", views.own_evaluation, name="own-evaluation"),
    path(
        "events/link/<str:secret>/evaluation/",
        views.evaluation_by_link,
        name="evaluation-by-link",
    ),
    path("events/<slug:slug>/evaluation/", views.evaluation_results, name="evaluation"),
    path("events/<slug:slug>/evaluation.csv", views.evaluation_csv, name="evaluation-csv"),
    path("events/<slug:slug>/door/", views.door, name="door"),
    path("events/<slug:slug>/door/new/", views.walk_in, name="walk-in"),
    path("events/<slug:slug>/files/", views.exports, name="exports"),
    path("events/files/<int:number>/", views.export_file, name="export-file"),
    path("events/<slug:slug>/attendance/", views.table, name="table"),
]
