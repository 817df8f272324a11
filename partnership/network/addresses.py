"""Where organisations are."""

from django.urls import reverse
from django.utils.translation import override

from partnership.core import languages


def organisation_url(slug: str, language: str | None = None) -> str:
    """Return the path of an organisation's public page."""
    with override(language or languages.current()):
        return reverse("network:organisation", args=[slug])


def commitment_url(number: int, language: str | None = None) -> str:
    """Return the path of a commitment's public page."""
    with override(language or languages.current()):
        return reverse("network:commitment", args=[number])
