"""Pages of the network."""

from django.urls import path

from partnership.network import views

app_name = "network"
urlpatterns = [
    path("organisations/", views.directory, name="directory"),
    path("organisations/map/points/", views.directory_points, name="directory-points"),
    path("organisations/<slug:slug>/", views.organisation, name="organisation"),
    path("join/", views.join, name="join"),
    path("join/sent/<slug:reference>/", views.join_sent, name="join-sent"),
    path("write/", views.write, name="write"),
    path("write/sent/<slug:reference>/", views.written, name="written"),
    path("my-organisations/", views.mine, name="mine"),
    path("my-organisations/<slug:slug>/", views.people, name="people"),
    path("my-organisations/<slug:slug>/profile/", views.profile, name="profile"),
    path("my-organisations/<slug:slug>/name/", views.name, name="name"),
    path("my-organisations/<slug:slug>/listing/", views.listing, name="listing"),
    path("my-organisations/<slug:slug>/propose/", views.propose, name="propose"),
    path("my-organisations/<slug:slug>/<int:number>/role/", views.change_role, name="role"),
    path("my-organisations/<slug:slug>/<int:number>/end/", views.withdraw, name="withdraw"),
]
