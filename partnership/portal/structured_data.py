"""The portal in the words of schema.org, for search engines."""

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _

from partnership.core import languages
from partnership.core.page_meta import JsonLd, site_url
from partnership.portal.headlines import Headline


def organisation() -> JsonLd:
    """The partnership as publisher and author."""
    return {
        "@type": "Organization",
        "@id": f"{settings.SITE_URL}/#organisation",
        "name": _("China-ASEAN Marine Plastic Reduction Partnership"),
        "url": site_url(reverse("portal:home")),
        "logo": site_url(static("img/mark.svg")),
        "email": settings.CONTACT_EMAIL,
        "telephone": settings.CONTACT_PHONE,
        "address": settings.CONTACT_ADDRESS_ZH
        if languages.current() == languages.CHINESE
        else settings.CONTACT_ADDRESS_EN,
    }


def website() -> JsonLd:
    return {
        "@type": "WebSite",
        "@id": f"{settings.SITE_URL}/#website",
        "name": _("China-ASEAN Marine Plastic Reduction Partnership"),
        "url": site_url(reverse("portal:home")),
        "inLanguage": [languages.tag(code) for code in languages.LANGUAGES],
        "publisher": {"@id": f"{settings.SITE_URL}/#organisation"},
    }


def news_article(headline: Headline, address: str) -> JsonLd:
    return {
        "@type": "NewsArticle",
        "headline": headline.title,
        "description": headline.summary,
        "datePublished": headline.date.isoformat(),
        "dateModified": headline.updated_at.isoformat(),
        "inLanguage": [languages.tag(code) for code in headline.published],
        "mainEntityOfPage": address,
        "publisher": organisation(),
    }
