"""Pages of roundtable dialogues, their outcomes and the projects that grow from them."""

from django.urls import path

from roundtables import views

app_name = "roundtables"
urlpatterns = [
    path("", views.home, name="home"),
    path("outcomes/", views.outcome_list, name="outcomes"),
    path("outcomes/<slug:slug>/", views.outcome, name="outcome"),
    path("outcomes/<slug:slug>.pdf", views.outcome_pdf, name="outcome-pdf"),
    path("outcomes/<slug:slug>/annexes/<int:number>/", views.annex, name="annex"),
    path("series/", views.series, name="series"),
    path("series/dialogues.csv", views.series_csv, name="series-csv"),
    path("series/participation.csv", views.participation_csv, name="participation-csv"),
    path("series/participants/", views.participants, name="participants"),
    path("series/participants.csv", views.participants_csv, name="participants-csv"),
    path("projects/", views.project_list, name="projects"),
    path("projects.csv", views.projects_csv, name="projects-csv"),
    path("projects/<slug:slug>/", views.project, name="project"),
    path("projects/<slug:slug>/outputs/<int:number>/", views.output, name="output"),
]
