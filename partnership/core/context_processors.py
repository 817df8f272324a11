"""What every page's frame needs."""

from django.conf import settings
from django.http import HttpRequest

from partnership.core import languages


def site(request: HttpRequest) -> dict[str, object]:
    """The language of the page, its counterpart, and the programme's contact facts."""
    language = languages.current()
    chinese = language == languages.CHINESE
    return {
        "language": language,
        "language_tag": languages.tag(language),
        "other_language": languages.other(language),
        "other_language_tag": languages.tag(languages.other(language)),
        "contact": {
            "address": settings.CONTACT_ADDRESS_ZH if chinese else settings.CONTACT_ADDRESS_EN,
            "phone": settings.CONTACT_PHONE,
            "email": settings.CONTACT_EMAIL,
            "website": settings.CONTACT_WEBSITE,
        },
        "icp_filing_number": settings.ICP_FILING_NUMBER,
        "public_security_filing_number": settings.PUBLIC_SECURITY_FILING_NUMBER,
        "site_url": settings.SITE_URL,
        "demo": settings.DEMO,
    }
