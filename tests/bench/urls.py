"""The portal's addresses and those of the views measured beside it."""

from django.urls import path

from partnership import urls as portal
from tests.bench import views

urlpatterns = [
    path("en/bench/baseline/<str:number>/", views.baseline),
    path("api/bench/model-serializer/", views.ModelSerializerList.as_view()),
    *portal.urlpatterns,
]
