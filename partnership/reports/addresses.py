"""Where city reports are."""

from django.urls import reverse
from django.utils.translation import override

from partnership.core import languages


def report_url(number: int, language: str | None = None) -> str:
    """Return the path of a published report."""
    with override(language or languages.current()):
        return reverse("reports:report", args=[number])
