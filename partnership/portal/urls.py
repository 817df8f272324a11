"""Public pages over all apps."""

from django.urls import path

from partnership.portal import views

app_name = "portal"
urlpatterns = [path("", views.home, name="home")]
