"""Where the portal's own texts are."""

from django.urls import reverse
from django.utils.translation import override

from partnership.core import languages
from partnership.portal.choices import NEWS, PageKind


def text_url(kind: str, key: str, language: str | None = None) -> str:
    """Return the path of a text: `kind` is a kind of page, or `news`."""
    with override(language or languages.current()):
        if kind == PageKind.PAGE:
            return reverse(f"portal:{key}")
        return reverse("portal:news-item" if kind == NEWS else "portal:notice", args=[key])
