"""A certificate as PDF, set by Typst: both languages on one page."""

from threading import Lock
from typing import Any, Final

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override, pgettext

from partnership.attendance.models import Certificate
from partnership.core import languages, partial_dates, qr
from partnership.core.publishing import make_pdf

_one_at_a_time: Final = (
    Lock()
)  # setting takes a second of a processor: a process sets one at a time


def check_address(certificate: Certificate) -> str:
    """Return the public address at which anybody checks it, in its owner's language."""
    with override(certificate.registration.language):
        return settings.SITE_URL + reverse("attendance:certificate", args=[certificate.code])


def pdf_of(certificate: Certificate) -> bytes:
    """Return the PDF; the same certificate gives the same bytes."""
    with _one_at_a_time:
        return make_pdf("certificate", data_of(certificate), dated=certificate.issued_at)


def data_of(certificate: Certificate) -> dict[str, Any]:
    """Return what the template `certificate.typ` prints: texts only, all of them ready to read."""
    address = check_address(certificate)
    width, path = qr.path_of(address)
    return {
        "number": certificate.number,
        "code": certificate.shown_code,
        "address": address,
        "qr": {"width": width, "path": path},
        "name": certificate.name,
        "latin_name": certificate.latin_name,
        "organisation": certificate.organisation_name,
        "group": certificate.group_name,
        "members": certificate.members,
        "is_demo": certificate.registration.event.is_demo,
        "zh": _in(certificate, languages.CHINESE),
        "en": _in(certificate, languages.ENGLISH),
    }


def _in(certificate: Certificate, language: str) -> dict[str, str]:
    with override(language):
        return {
            "heading": certificate.heading,
            "partnership": _("China-ASEAN Marine Plastic Reduction Partnership"),
            "sentence": sentence(certificate),
            "event": certificate.printed[language]["title"],
            "facts": _facts(certificate, language),
            "members": _("Names of the other adults"),
            "issued": _("Issued on %(date)s") % {"date": _issued(certificate)},
            "number": pgettext("certificate", "Number"),
            "code": pgettext("certificate", "Check code"),
            "check": _("Check this certificate:"),
            "demo": _("Demo data"),
        }


def sentence(certificate: Certificate) -> str:
    """Say in the active language what is certified."""
    if certificate.people == 1:
        return _("has attended")
    return ngettext(
        "has attended with a group of %(count)d person",
        "has attended with a group of %(count)d people",
        certificate.people,
    ) % {"count": certificate.people}


def _facts(certificate: Certificate, language: str) -> str:
    printed = certificate.printed[language]
    return " · ".join(filter(None, [printed["when"], printed["where"]]))


def _issued(certificate: Certificate) -> str:
    return partial_dates.display(timezone.localdate(certificate.issued_at).isoformat())
