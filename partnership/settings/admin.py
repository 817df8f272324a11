"""The look of the secretariat's admin and what its pages may load.

Imported by `base`. Colours are those of the public pages (static/css/tokens.css).
"""

from csp.constants import SELF, UNSAFE_EVAL, UNSAFE_INLINE
from django.templatetags.static import static
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

LANGUAGE_LABELS = {"zh-hans": _("{name} (Chinese)"), "en": _("{name} (English)")}


def label_in_language(name: str | Promise, language: str) -> Promise:
    """Return the name of a text's column of one language, as forms and history show it."""
    return format_lazy(LANGUAGE_LABELS[language], name=name)


MODELTRANSLATION_BUILD_LOCALIZED_VERBOSE_NAME = label_in_language

# The theme's scripts evaluate expressions in attributes and set styles; nothing else is looser
# than on public pages, and only below /admin/ (see core's ContentPolicyMiddleware).
ADMIN_CONTENT_SECURITY_POLICY = {
    "script-src": [SELF, UNSAFE_EVAL],
    "style-src": [SELF, UNSAFE_INLINE],
}

BASE_COLOURS = {
    "50": "#f6f9f9",
    "100": "#eff5f5",
    "200": "#d9e4e5",
    "300": "#cbd9db",
    "400": "#8fa7ae",
    "500": "#5a727b",
    "600": "#47606a",
    "700": "#2f4852",
    "800": "#1d343e",
    "900": "#10252e",
    "950": "#0a1a21",
}
SEA_COLOURS = {
    "50": "#f1f8f9",
    "100": "#dfeef0",
    "200": "#bfdfe4",
    "300": "#86ccd6",
    "400": "#5cb9c7",
    "500": "#45adbd",
    "600": "#075468",
    "700": "#06485a",
    "800": "#043c4b",
    "900": "#06303e",
    "950": "#03222c",
}

UNFOLD = {
    "SITE_TITLE": _("Secretariat's desk"),
    "SITE_HEADER": _("Marine Plastic Reduction Partnership"),
    "SITE_SUBHEADER": _("Secretariat's desk"),
    "SITE_ICON": lambda request: static("img/mark.svg"),
    "SITE_FAVICONS": [
        {"rel": "icon", "type": "image/svg+xml", "href": lambda request: static("img/mark.svg")}
    ],
    "SHOW_LANGUAGES": True,
    "SHOW_VIEW_ON_SITE": False,  # the preview leads to the public page in each language
    "ENVIRONMENT": "partnership.core.admin.frame.environment",
    "DASHBOARD_CALLBACK": "partnership.core.admin.frame.desk",
    "STYLES": [lambda request: static("admin/desk.css")],
    "SCRIPTS": [lambda request: static("admin/names.js")],
    "COLORS": {"base": BASE_COLOURS, "primary": SEA_COLOURS},
    "SIDEBAR": {"navigation": "partnership.portal.admin_navigation.sidebar"},
}
