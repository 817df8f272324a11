"""Pages of roundtable dialogues."""

from django.urls import path

from roundtables import views

app_name = "roundtables"
urlpatterns = [path("", views.home, name="home")]
