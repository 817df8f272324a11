"""Where the pages about a case are."""

from functools import cache

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from partnership.core import languages

ANY_NUMBER = "CN-AS-0000-000"


def case_url(number: str, slug: str, language: str | None = None) -> str:
    """Return the canonical address of a case's page."""
    return _in(language, "cases:detail", number, slug)


def view_url(name: str, number: str, language: str | None = None) -> str:
    """Return the address of another view of a case: `side-by-side`, `print`, `pdf`."""
    return _in(language, f"cases:{name}", number)


def permanent(number: str, language: str, *, version: int | None = None) -> str:
    """Return the full address by number alone, so that a new title breaks no link or citation.

    `version` names the version that was read.
    """
    address = settings.SITE_URL + _numbered(language).replace(ANY_NUMBER, number)
    return f"{address}?version={version}" if version else address


def pages(number: str) -> dict[str, str]:
    """Return the permanent addresses in both languages."""
    return {language: permanent(number, language) for language in languages.LANGUAGES}


@cache
def _numbered(language: str) -> str:
    """Lists name hundreds of addresses; looking up the way to them once is enough."""
    return _in(language, "cases:numbered", ANY_NUMBER)


def _in(language: str | None, name: str, *parts: str) -> str:
    with override(language or languages.current()):
        return reverse(name, args=parts)
