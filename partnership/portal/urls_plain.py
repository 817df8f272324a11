"""Addresses without a language."""

from django.urls import path, re_path

from partnership.portal import views

SITEMAP = r"sitemap-(?P<language>zh-hans|en)"

urlpatterns = [
    path("", views.root, name="root"),
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("robots.txt", views.robots_txt, name="robots-txt"),
    path(".well-known/security.txt", views.security_txt, name="security-txt"),
    path("sitemap.xml", views.sitemap_index, name="sitemap-index"),
    re_path(rf"^{SITEMAP}\.xml$", views.sitemap, name="sitemap"),
    re_path(rf"^{SITEMAP}-(?P<number>[1-9][0-9]{{0,3}})\.xml$", views.sitemap, name="sitemap"),
]
