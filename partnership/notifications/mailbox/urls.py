"""The local mailbox; part of the addresses in development only."""

from django.urls import path

from partnership.notifications.mailbox import views

app_name = "mailbox"
urlpatterns = [
    path("", views.mail_list, name="list"),
    path("<slug:key>/", views.mail, name="mail"),
    path("<slug:key>/html/", views.mail_html, name="html"),
]
