"""A person's notifications."""

from django.urls import path

from partnership.notifications import views

app_name = "notifications"
urlpatterns = [
    path("", views.notification_list, name="list"),
    path("read/", views.read_all, name="read-all"),
    path("<int:number>/read/", views.read, name="read"),
    path("announcements/<int:number>/", views.announcement, name="announcement"),
    path("preferences/", views.preferences, name="preferences"),
]
