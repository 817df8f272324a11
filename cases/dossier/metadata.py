"""What search engines and reference managers are told about a case."""

from typing import Any

from django.utils.translation import gettext as _

from cases.dossier.case import Dossier
from cases.dossier.rows import Source, Spot
from partnership.core import languages
from partnership.core.page_meta import JsonLd, PageMeta, site_url
from partnership.documents.on_page import PictureOnPage


def meta_of(dossier: Dossier) -> PageMeta:
    """Return the head metadata of a public case; a draft has none, since nobody shall find it."""
    return PageMeta(
        title=dossier.title,
        paths={code: dossier.url(code) for code in dossier.published},
        description=dossier.summary,
        language=dossier.language,
        is_article=True,
        published_at=dossier.public_since,
        changed_at=dossier.updated_at,
        image_path=dossier.lead_picture.share_url if dossier.lead_picture else "",
        json_ld=(_report(dossier),) if dossier.has_full_text else (),
    )


def _report(dossier: Dossier) -> JsonLd:
    """Describe the case as schema.org's Report; empty values are left out."""
    report: dict[str, Any] = {
        "@type": "Report",
        "@id": site_url(dossier.url()),
        "url": site_url(dossier.url()),
        "headline": dossier.title,
        "alternativeHeadline": dossier.short_title,
        "abstract": dossier.summary,
        "identifier": dossier.number,
        "reportNumber": dossier.number,
        "version": dossier.edition,
        "inLanguage": languages.tag(dossier.language),
        "datePublished": dossier.published_in_language,
        "dateModified": dossier.updated_at,
        "temporalCoverage": _coverage(dossier),
        "spatialCoverage": [_place(spot) for spot in dossier.places],
        "about": [theme.name for theme in dossier.themes],
        "citation": [_work(source) for source in dossier.sources],
        "isBasedOn": [source.url for source in dossier.sources if source.url],
        "publisher": {
            "@type": "Organization",
            "name": _("China-ASEAN Marine Plastic Reduction Partnership"),
            "url": site_url("/"),
        },
        "image": [_image(picture) for picture in dossier.pictures],
        "isAccessibleForFree": True,
        "workTranslation": [
            {"@id": site_url(dossier.url(code)), "inLanguage": languages.tag(code)}
            for code in dossier.published
            if code != dossier.language
        ],
    }
    return _filled(report)


def _coverage(dossier: Dossier) -> str:
    """Return the period as ISO 8601 interval; two dots stand for an open end."""
    return f"{dossier.started}/{dossier.ended or '..'}" if dossier.started else ""


def _place(spot: Spot) -> JsonLd:
    geo = {}
    if spot.point:
        latitude, longitude = spot.point
        geo = {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}
    return _filled({"@type": "Place", "name": spot.site or spot.label, "geo": geo})


def _image(picture: PictureOnPage) -> JsonLd:
    return _filled(
        {
            "@type": "ImageObject",
            "contentUrl": site_url(picture.share_url),
            "caption": picture.caption or picture.alt,
            "creator": picture.author,
            "creditText": picture.made_by,
            "license": picture.licence_url,
        }
    )


def _work(source: Source) -> JsonLd:
    return _filled(
        {
            "@type": "CreativeWork",
            "name": source.title,
            "author": source.author,
            "publisher": source.publisher,
            "datePublished": source.issued,
            "inLanguage": source.tag,
            "url": source.url,
        }
    )


def _filled(data: JsonLd) -> JsonLd:
    return {name: value for name, value in data.items() if value}
