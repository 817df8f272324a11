"""Where campaigns are."""

from django.urls import reverse
from django.utils.translation import override

from partnership.core import languages


def campaign_url(slug: str, language: str | None = None) -> str:
    """Return the path of a campaign's page."""
    with override(language or languages.current()):
        return reverse("outreach:campaign", args=[slug])
