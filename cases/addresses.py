"""Where the pages about a case are."""

from functools import cache
from urllib.parse import quote

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from partnership.core import languages

ANY_NUMBER = "CN-AS-0000-000"
ANY_SLUG = "any-slug"


def case_url(number: str, slug: str | None, language: str | None = None) -> str:
    """Return the canonical address of a case's page; a draft may have no short name in it yet."""
    if not slug:
        return view_url("numbered", number, language)
    pattern = _pattern("detail", language or languages.current(), ANY_SLUG)
    return pattern.replace(ANY_NUMBER, number).replace(ANY_SLUG, quote(slug))


def view_url(name: str, number: str, language: str | None = None) -> str:
    """Return the address of another view of a case: `side-by-side`, `print`, `pdf`."""
    return _pattern(name, language or languages.current()).replace(ANY_NUMBER, number)


def permanent(number: str, language: str, *, version: int | None = None) -> str:
    """Return the full address by number alone, so that a new title breaks no link or citation.

    `version` names the version that was read.
    """
    address = settings.SITE_URL + view_url("numbered", number, language)
    return f"{address}?version={version}" if version else address


def pages(number: str) -> dict[str, str]:
    """Return the permanent addresses in both languages."""
    return {language: permanent(number, language) for language in languages.LANGUAGES}


@cache
def _pattern(name: str, language: str, *more: str) -> str:
    """Pages name dozens of addresses; looking up the way to them once is enough."""
    with override(language):
        return reverse(f"cases:{name}", args=[ANY_NUMBER, *more])


@cache
def list_url(language: str) -> str:
    """Return the address of the list of cases."""
    with override(language):
        return reverse("cases:list")
