"""An annual report as PDF, set by the template of the monitoring reports."""

from typing import Any

from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from monitoring.annual.citing import citations_of
from monitoring.annual.document import Annual
from monitoring.reporting.papers import KEPT_FOR, printed
from partnership.core import languages, release
from partnership.core.page_meta import site_url
from partnership.core.publishing import make_pdf


def pdf_of(annual: Annual) -> bytes:
    """Return the PDF in the reader's language, from the cache where it is there."""
    name = f"annual-report-pdf:{annual.report.number}:{languages.current()}:"
    standing = "withdrawn" if annual.withdrawal else "standing"
    name += f"{standing}:{release.fingerprint()}:{timezone.localdate()}"  # citations name the day
    kept: bytes | None = cache.get(name)
    if kept is None:
        kept = make_pdf("monitoring_report", data_of(annual), dated=annual.report.made_at)
        cache.set(name, kept, KEPT_FOR)
    return kept


def data_of(annual: Annual) -> dict[str, Any]:
    """Return what the template prints: texts only, ready to read."""
    report = annual.report
    return {
        "language": "zh" if languages.current() == languages.CHINESE else "en",
        "title": annual.subtitle,
        "number": report.number,
        "mark": _("Demo data") if report.is_demo else "",
        "portal": _("China-ASEAN Marine Plastic Reduction Partnership"),
        "address": site_url(reverse("monitoring:annual-report", args=[report.number])),
        "facts": annual.facts,
        "sections": [printed(section) for section in annual.sections],
        "cite": _("How to cite this report"),
        "citations": [
            {"standard": each.standard, "text": each.text} for each in citations_of(annual)
        ],
    }
