"""Where outcome documents and projects are."""

from django.urls import reverse
from django.utils.translation import override

from partnership.core import languages


def outcome_url(slug: str, language: str | None = None) -> str:
    """Return the path of the outcome document of the event called `slug`."""
    return _reversed("outcome", slug, language)


def outcome_pdf_url(slug: str, language: str | None = None) -> str:
    return _reversed("outcome-pdf", slug, language)


def project_url(slug: str, language: str | None = None) -> str:
    """Return the path of a project's page."""
    return _reversed("project", slug, language)


def _reversed(name: str, slug: str, language: str | None) -> str:
    with override(language or languages.current()):
        return reverse(f"roundtables:{name}", args=[slug])
