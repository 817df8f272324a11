"""How a report is cited: by its number, which is that of one frozen version."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from monitoring.reporting.document import Frozen
from partnership.core.citations import SECRETARIAT, Citation, Cited, Record, for_people
from partnership.core.page_meta import site_url


def citations_of(frozen: Frozen) -> list[Citation]:
    """Cite the page in its language as it is read today."""
    report = frozen.report
    return for_people(
        Record(
            key=report.number,
            kind=Cited.REPORT,
            language=frozen.language,
            author=str(SECRETARIAT),
            title=frozen.title,
            designation=(report.number, *([_("demo data")] if report.is_demo else [])),
            issued=timezone.localdate(report.made_at).isoformat(),
            url=site_url(reverse("monitoring:report", args=[report.number])),
            accessed=timezone.localdate().isoformat(),
            text_language=frozen.language,
        )
    )
