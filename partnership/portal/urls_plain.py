"""Addresses without a language."""

from django.urls import path

from partnership.portal import views

urlpatterns = [
    path("", views.root, name="root"),
    path("healthz", views.healthz, name="healthz"),
]
