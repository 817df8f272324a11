"""An annual report as XLSX: the city's texts, and the tables of the figures they stand around."""

from django.utils.translation import gettext as _

from monitoring.annual.citing import citations_of
from monitoring.annual.document import Annual
from monitoring.reporting.workbook import Bound, written


def xlsx_of(annual: Annual) -> bytes:
    """Return the file in the reader's language; the texts stay in that of the city."""
    return written(
        Bound(
            first=_("Annual city report"),
            title=annual.subtitle,
            is_demo=annual.report.is_demo,
            facts=annual.facts,
            citations=citations_of(annual),
            sections=annual.sections,
        )
    )
