"""What maps are made of."""

from django.urls import path

from partnership.maps import views

app_name = "maps"
urlpatterns = [path("settings/", views.map_settings, name="settings")]
