"""Resources of the network in the API."""

from django.urls import path

from partnership.network.api import OrganisationDetail, OrganisationList
from partnership.network.commitment_api import CommitmentDetail, CommitmentList

urlpatterns = [
    path("commitments/", CommitmentList.as_view(), name="commitments"),
    path("commitments/<int:number>/", CommitmentDetail.as_view(), name="commitment"),
    path("organisations/", OrganisationList.as_view(), name="organisations"),
    path("organisations/<str:slug>/", OrganisationDetail.as_view(), name="organisation"),
]
