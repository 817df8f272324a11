"""Public pages of the case collection."""

from django.urls import URLPattern

app_name = "cases"
urlpatterns: list[URLPattern] = []
