"""Sign-in and the own account."""

from django.urls import include, path

urlpatterns = [path("", include("allauth.urls"))]
