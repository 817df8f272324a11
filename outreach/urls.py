"""Pages of awareness and participation."""

from django.urls import path

from outreach import views

app_name = "outreach"
urlpatterns = [
    path("", views.home, name="home"),
    path("campaigns/<slug:slug>/", views.campaign, name="campaign"),
]
