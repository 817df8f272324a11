"""Resources of the network in the API."""

from django.urls import path

from partnership.network.api import OrganisationDetail, OrganisationList

urlpatterns = [
    path("organisations/", OrganisationList.as_view(), name="organisations"),
    path("organisations/<str:slug>/", OrganisationDetail.as_view(), name="organisation"),
]
