"""Public pages over all apps."""

from django.urls import path

from partnership.portal import views
from partnership.portal.choices import PageKey

app_name = "portal"
urlpatterns = [
    path("", views.home, name="home"),
    *(path(f"{key}/", views.page, {"key": key}, name=key) for key in PageKey),
    path("contact/", views.contact, name="contact"),
    path("api/", views.api, name="api"),
    path("desk/", views.desk, name="desk"),
    path("notices/", views.notice_list, name="notices"),
    path("notices/<slug:key>/", views.notice, name="notice"),
    path("news/", views.news_list, name="news"),
    path("news/feed.atom", views.news_feed, name="news-feed"),
    path("news/<slug:key>/", views.news_item, name="news-item"),
    path("cities/", views.city_list, name="cities"),
    path("cities/<slug:code>/", views.city, name="city"),
    path("provinces/<str:code>/", views.province, name="province"),
    path("results/", views.result_list, name="results"),
    path("results/<slug:key>/", views.result, name="result"),
    path("results/<slug:key>/data.csv", views.result_csv, name="result-csv"),
    path("style-guide/", views.style_guide, name="style-guide"),
]
