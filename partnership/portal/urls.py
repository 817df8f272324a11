"""Public pages over all apps."""

from django.urls import path

from partnership.portal import views

app_name = "portal"
urlpatterns = [
    path("", views.home, name="home"),
    path("about/", views.about, name="about"),
    path("style-guide/", views.style_guide, name="style-guide"),
]
