"""The collection in the words of schema.org, for search engines of data."""

from collections.abc import Iterable

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from cases.open_data.offer import Offer
from partnership.core import languages
from partnership.core.page_meta import JsonLd, site_url


def dataset(offers: Iterable[Offer]) -> JsonLd:
    """Describe the collection as a Dataset with a distribution per file."""
    address = site_url(reverse("cases:downloads"))
    return {
        "@type": "Dataset",
        "@id": address,
        "url": address,
        "name": _("Collection of typical cases"),
        "description": _(
            "All published cases and their figures as open data, free to use with credit."
        ),
        "inLanguage": [languages.tag(code) for code in languages.LANGUAGES],
        "license": settings.DATA_LICENCE_URL,
        "isAccessibleForFree": True,
        "creator": {
            "@type": "Organization",
            "name": _("China-ASEAN Marine Plastic Reduction Partnership"),
            "url": site_url("/"),
        },
        "distribution": [_download(offer) for offer in offers],
    }


def _download(offer: Offer) -> JsonLd:
    return {
        "@type": "DataDownload",
        "name": offer.file.name,
        "encodingFormat": offer.file.media_type,
        "contentUrl": site_url(offer.url),
    }
