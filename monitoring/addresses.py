"""Where sites, reports, entries of the library and files with surveys are."""

from django.urls import reverse
from django.utils.translation import override

from partnership.core import languages


def survey_site_url(code: str, language: str | None = None) -> str:
    """Return the path of the page of a survey site."""
    return _path("site", code, language)


def report_url(number: str, language: str | None = None) -> str:
    """Return the path of a frozen report."""
    return _path("report", number, language)


def entry_url(number: int, language: str | None = None) -> str:
    """Return the path of an entry of the library."""
    return _path("entry", number, language)


def city_url(code: str, language: str | None = None) -> str:
    """Return the path of the results of a city."""
    return _path("city", code, language)


def upload_url(key: str, language: str | None = None) -> str:
    """Return the path of the page that follows a file with surveys."""
    return _path("upload", key, language)


def _path(name: str, key: str | int, language: str | None) -> str:
    with override(language or languages.current()):
        return reverse(f"monitoring:{name}", args=[key])
