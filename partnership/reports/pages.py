"""Published reports for their readers: lists of light rows, and one report in full."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from partnership.core import languages
from partnership.reports.addresses import report_url
from partnership.reports.querysets import EventReportQuerySet


@dataclass(frozen=True, slots=True)
class ReportCard:
    """What a list shows of a report, in the reader's language."""

    key: int
    language: str
    published_at: datetime
    is_demo: bool
    city: str
    event: str
    place: str | None

    @property
    def url(self) -> str:
        return report_url(self.key)

    @property
    def title(self) -> str:
        return _("%(city)s: %(event)s") % {"city": self.city, "event": self.event}

    @property
    def day(self) -> str:
        """Since when it is public."""
        return date_format(timezone.localtime(self.published_at), "DATE_FORMAT")

    @property
    def badges(self) -> list[dict[str, object]]:
        found: list[dict[str, object]] = []
        if self.language != languages.current():
            found.append({"text": only_in(self.language), "tone": "sea"})
        if self.is_demo:
            found.append({"text": _("Demo data"), "tone": "demo"})
        return found


def only_in(language: str) -> str:
    """Say in which language alone a text is."""
    return _("In Chinese only") if language == languages.CHINESE else _("In English only")


def cards_of(reports: EventReportQuerySet) -> list[ReportCard]:
    """Return the cards of `reports`, in their order: one query."""
    name, title = languages.column("name"), languages.column("title")
    columns = ("pk", "language", "submission__published_at", "event__is_demo")
    texts = (f"organisation__{name}", f"event__{title}", f"organisation__place__{name}")
    rows: Iterable[tuple[Any, ...]] = reports.values_list(*columns, *texts)
    return [ReportCard(*row) for row in rows]
