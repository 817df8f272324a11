"""What acceptance keeps of a report: its texts and figures as rows, in the language it is in."""

from typing import Any

from partnership.reports.models import CaseLead, EventReport, ReportedAction

TEXTS = {"about": ("title", "participants"), "learned": ("learned", "use"), "support": ("support",)}


def keep_accepted(report: EventReport, cleaned: dict[str, Any], language: str) -> EventReport:
    """Write what was accepted, in place of what an earlier acceptance has left. Runs in the
    transaction of the acceptance, which leaves the trace."""
    fresh: EventReport = EventReport.objects.select_for_update().get(pk=report.pk)
    for part, names in TEXTS.items():
        for name in names:
            setattr(fresh, name, cleaned[part][name])
    fresh.language = language
    fresh.save()
    fresh.actions.all().delete()
    fresh.leads.all().delete()
    ReportedAction.objects.bulk_create(
        ReportedAction(report=fresh, order=order, **row)
        for order, row in enumerate(cleaned["actions"])
    )
    CaseLead.objects.bulk_create(
        CaseLead(report=fresh, order=order, **row) for order, row in enumerate(cleaned["leads"])
    )
    return fresh
