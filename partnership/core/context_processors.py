"""What every page's frame needs."""

from collections.abc import Hashable
from typing import NamedTuple
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest

from partnership.core import languages


class Contact(NamedTuple):
    """How to reach the secretariat."""

    address: str
    phone: str
    email: str
    website: str


def site(request: HttpRequest) -> dict[str, object]:
    """What every page's frame needs: where the page is, and what is the same on all pages."""
    return {
        **constants(),
        **address_of(request),
        "section_path": request.path,
        "has_session": has_session(request),
    }


def has_session(request: HttpRequest) -> bool:
    """Whether a browser holds the key of a sign-in, good or ended. Not more than a hint, but one
    for which nobody has to be looked up; its pages are never kept (`core.page_cache`)."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def address_of(request: HttpRequest) -> dict[str, str]:
    """Where the page is: its path, and the same as it stands in a query."""
    return {"page_path": request.path, "page_path_quoted": quote(request.path)}


def constants() -> dict[str, Hashable]:
    """The language of the page, its counterpart, and the programme's contact facts."""
    language = languages.current()
    chinese = language == languages.CHINESE
    return {
        "language": language,
        "language_tag": languages.tag(language),
        "other_language": languages.other(language),
        "other_language_tag": languages.tag(languages.other(language)),
        "contact": Contact(
            address=settings.CONTACT_ADDRESS_ZH if chinese else settings.CONTACT_ADDRESS_EN,
            phone=settings.CONTACT_PHONE,
            email=settings.CONTACT_EMAIL,
            website=settings.CONTACT_WEBSITE,
        ),
        "icp_filing_number": settings.ICP_FILING_NUMBER,
        "public_security_filing_number": settings.PUBLIC_SECURITY_FILING_NUMBER,
        "site_url": settings.SITE_URL,
        "demo": settings.DEMO,
    }
