"""How an annual report is cited: by its number, as a work of the city."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from monitoring.annual.document import Annual
from partnership.core import languages
from partnership.core.citations import Citation, Cited, Record, for_people
from partnership.core.page_meta import site_url


def citations_of(annual: Annual) -> list[Citation]:
    """Cite the page in its language as it is read today."""
    report = annual.report
    return for_people(
        Record(
            key=report.number,
            kind=Cited.REPORT,
            language=languages.current(),
            author=annual.author,
            title=annual.subtitle,
            designation=(report.number, *([_("demo data")] if report.is_demo else [])),
            issued=timezone.localdate(report.made_at).isoformat(),
            url=site_url(reverse("monitoring:annual-report", args=[report.number])),
            accessed=timezone.localdate().isoformat(),
            text_language=languages.current(),
        )
    )
