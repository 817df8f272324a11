"""Where the pages about a case are."""

from django.urls import reverse
from django.utils.translation import override

from partnership.core import languages


def case_url(number: str, slug: str, language: str | None = None) -> str:
    """Return the canonical address of a case's page."""
    return _in(language, "cases:detail", number, slug)


def view_url(name: str, number: str, language: str | None = None) -> str:
    """Return the address of another view of a case: `side-by-side`, `print`, `pdf`."""
    return _in(language, f"cases:{name}", number)


def _in(language: str | None, name: str, *parts: str) -> str:
    with override(language or languages.current()):
        return reverse(name, args=parts)
