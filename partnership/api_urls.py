"""Resources of the public API, each declared by its app."""

from django.urls import include, path
from drf_spectacular.views import SpectacularAPIView

app_name = "api"
urlpatterns = [
    path("schema/", SpectacularAPIView.as_view(authentication_classes=[]), name="schema"),
    path("", include("cases.api_urls")),
    path("", include("monitoring.api_urls")),
    path("", include("partnership.events.api_urls")),
    path("", include("partnership.network.api_urls")),
    path("", include("partnership.reference.api_urls")),
    path("", include("partnership.reports.api_urls")),
    path("", include("roundtables.api_urls")),
    path("", include("partnership.portal.api_urls")),
]
