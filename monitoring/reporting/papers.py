"""A report as PDF, set by Typst from its document."""

from typing import Any, Final

from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from monitoring.reporting.citing import citations_of
from monitoring.reporting.document import Frozen, Section, Table
from monitoring.reporting.sections import head_of, sections_of
from partnership.core import languages, release
from partnership.core.charts import Chart, standalone, svg
from partnership.core.charts.drawn import Drawn
from partnership.core.charts.shares import Shares
from partnership.core.charts.shares_svg import patterns
from partnership.core.page_meta import site_url
from partnership.core.publishing import make_pdf

KEPT_FOR: Final = 7 * 24 * 3600  # seconds; a report never changes, only the code that sets it


def pdf_of(frozen: Frozen) -> bytes:
    """Return the PDF in the language of the document, from the cache where it is there."""
    name = f"monitoring-report-pdf:{frozen.report.number}:{frozen.language}:"
    name += f"{release.fingerprint()}:{timezone.localdate()}"  # citations name the day
    kept: bytes | None = cache.get(name)
    if kept is None:
        kept = make_pdf("monitoring_report", data_of(frozen), dated=frozen.report.made_at)
        cache.set(name, kept, KEPT_FOR)
    return kept


def data_of(frozen: Frozen) -> dict[str, Any]:
    """Return what the template `monitoring_report.typ` prints: texts only, ready to read."""
    address = site_url(reverse("monitoring:report", args=[frozen.report.number]))
    return {
        "language": "zh" if frozen.language == languages.CHINESE else "en",
        "title": frozen.title,
        "number": frozen.report.number,
        "mark": _("Demo data") if frozen.report.is_demo else "",
        "portal": _("China-ASEAN Marine Plastic Reduction Partnership"),
        "address": address,
        "facts": head_of(frozen),
        "sections": [printed(section) for section in sections_of(frozen)],
        "cite": _("How to cite this report"),
        "citations": [
            {"standard": each.standard, "text": each.text} for each in citations_of(frozen)
        ],
    }


def printed(section: Section) -> dict[str, Any]:
    """Return a part as the template prints it."""
    return {
        "title": section.title,
        "texts": section.texts,
        "tables": [_table(table) for table in section.tables],
        "charts": [
            _chart(chart, f"{section.key}-{number}")
            for number, chart in enumerate(section.charts, start=1)
        ],
    }


def _table(table: Table) -> dict[str, Any]:
    return {
        "title": table.title,
        "headings": table.headings,
        "rows": table.rows,
        "note": table.note,
    }


def _chart(chart: Chart | Drawn, chart_id: str) -> dict[str, Any]:
    if isinstance(chart, Chart):
        drawing, keys, described = svg.render(chart, chart_id), [], svg.description(chart)
    else:
        drawing, keys = chart.svg(chart_id), chart.keys(chart_id)
        described = chart.description
    hatches = patterns(chart_id, len(chart.parts)) if isinstance(chart, Shares) else ""
    return {
        "title": chart.title,
        "unit": chart.unit,
        "svg": standalone.drawing(drawing),
        "alt": f"{chart.title}. {described}",
        "keys": [{"svg": standalone.sample(key.sample, hatches), "text": key.text} for key in keys],
        "notes": chart.remarks,
        "headings": chart.headings,
        "rows": chart.rows,
    }
