"""Addresses without a language."""

from django.urls import path, re_path

from partnership.portal import views

SITEMAP = r"sitemap-(?P<language>zh-hans|en)"
RESPELLED = r"(?P<tag>(?!(?:zh-hans|en)/)(?i:zh|cn|en)(?:[-_][A-Za-z0-9]{2,8}){0,2})"

urlpatterns = [
    path("", views.root, name="root"),
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("robots.txt", views.robots_txt, name="robots-txt"),
    path(".well-known/security.txt", views.security_txt, name="security-txt"),
    re_path(rf"^{RESPELLED}/(?P<rest>.*)$", views.respelled, name="respelled"),
    path("sitemap.xml", views.sitemap_index, name="sitemap-index"),
    re_path(rf"^{SITEMAP}\.xml$", views.sitemap, name="sitemap"),
    re_path(rf"^{SITEMAP}-(?P<number>[1-9][0-9]{{0,3}})\.xml$", views.sitemap, name="sitemap"),
]
