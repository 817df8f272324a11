"""The search over everything public."""

from django.urls import path

from partnership.search import views

app_name = "search"
urlpatterns = [
    path("", views.results, name="results"),
    path("suggestions/", views.suggestions, name="suggestions"),
    path("opened/", views.opened, name="opened"),
]
