"""Resources of projects and outcome documents in the API."""

from django.urls import path

from roundtables.api import OutcomeList, ProjectDetail, ProjectList

urlpatterns = [
    path("outcomes/", OutcomeList.as_view(), name="outcomes"),
    path("projects/", ProjectList.as_view(), name="projects"),
    path("projects/<str:slug>/", ProjectDetail.as_view(), name="project"),
]
