"""Pages of city reports: the published ones, and one's own."""

from django.urls import path

from partnership.reports import views

app_name = "reports"
urlpatterns = [
    path("reports/", views.report_list, name="list"),
    path("reports/mine/", views.mine, name="mine"),
    path("reports/mine/<int:number>/", views.own, name="own"),
    path("reports/mine/<int:number>/begin/", views.begin, name="begin"),
    path("reports/<int:number>/", views.report, name="report"),
    path("events/<slug:slug>/report/", views.of_event, name="of-event"),
]
