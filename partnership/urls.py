"""All addresses. Public pages carry their language; the rest has one address for both."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

mailbox = [path("mailbox/", include("partnership.notifications.mailbox.urls"))]

# Most visitors read public pages, cases above all; what has a name of its own comes before what has
# none, since an address is held against each line in turn.
urlpatterns = [
    *i18n_patterns(
        path("cases/", include("cases.urls")),
        path("roundtables/", include("roundtables.urls")),
        path("monitoring/", include("monitoring.urls")),
        path("outreach/", include("outreach.urls")),
        path("search/", include("partnership.search.urls")),
        path("maps/", include("partnership.maps.urls")),
        path("submissions/", include("partnership.review.urls")),
        path("accounts/", include("partnership.accounts.urls")),
        path("notifications/", include("partnership.notifications.urls")),
        *(mailbox if settings.MAILBOX_DIR else ()),
        path("", include("partnership.portal.urls")),
        path("", include("partnership.network.urls")),
        path("", include("partnership.reports.urls")),
        path("", include("partnership.events.urls")),
        path("", include("partnership.attendance.urls")),
        path("", include("partnership.nominations.urls")),
        prefix_default_language=True,
    ),
    path("admin/", admin.site.urls),
    path("api/v1/", include("partnership.api_urls")),
    path("", include("partnership.portal.urls_plain")),
    path("", include("partnership.accounts.urls_plain")),
    path("", include("partnership.documents.urls")),
]

handler400 = "partnership.core.error_views.bad_request"
handler403 = "partnership.core.error_views.permission_denied"
handler404 = "partnership.core.error_views.page_not_found"
handler500 = "partnership.core.error_views.server_error"
