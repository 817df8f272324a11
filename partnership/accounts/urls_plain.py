"""Addresses without a language."""

from django.urls import path

from partnership.accounts.language_view import switch_language

urlpatterns = [path("language/", switch_language, name="switch_language")]
