"""Pages of events."""

from django.urls import path

from partnership.events import views

app_name = "events"
urlpatterns = [
    path("events/", views.event_list, name="list"),
    path("events/calendar/", views.month, name="month"),
    path("events/calendar.ics", views.calendar_feed, name="calendar"),
    path("events/feed.atom", views.event_feed, name="feed"),
    path("events/mine/", views.mine, name="mine"),
    path("events/mine/<uuid:uid>/", views.own, name="own"),
    path("events/link/<str:secret>/", views.registration, name="registration"),
    path(
        "events/link/<str:secret>/participants/",
        views.participants_by_link,
        name="participants-by-link",
    ),
    path("events/<slug:slug>/", views.event, name="event"),
    path("events/<slug:slug>/participants/", views.participants, name="participants"),
    path("events/<slug:slug>/event.ics", views.event_calendar, name="event-calendar"),
    path("events/<slug:slug>/share/", views.share, name="share"),
    path("events/<slug:slug>/materials/<int:number>/", views.material, name="material"),
    path("events/<slug:slug>/register/", views.register, name="register"),
    path("events/<slug:slug>/sent/", views.sent, name="sent"),
    path("events/<slug:slug>/my-link/", views.link_again, name="link-again"),
]
