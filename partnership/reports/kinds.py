"""The kinds of message about city reports."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partnership.accounts import links
from partnership.accounts.models import User
from partnership.events.choices import Kind as EventKind
from partnership.events.models import Event
from partnership.network.models import Organisation
from partnership.notifications.registry import Context, Kind, register
from partnership.reports.models import EventReport


def _sample(person: User) -> Context:
    last = EventReport.objects.select_related("event", "organisation").order_by("-pk").first()
    link = links.absolute("reports:mine", person.language)
    return {"person": person, "report": last or _invented(), "link": link}


def _invented() -> EventReport:
    ended = timezone.now() - timedelta(days=14)
    event = Event(
        kind=EventKind.DIALOGUE,
        title_zh_hans="活动示例",
        title_en="Example of an event",
        starts_at=ended - timedelta(hours=8),
        ends_at=ended,
    )
    organisation = Organisation(name_zh_hans="组织示例", name_en="Example of an organisation")
    return EventReport(event=event, organisation=organisation, due_on=timezone.localdate())


register(
    Kind("reports.asked", _("Report after an event asked for"), _sample),
    Kind("reports.excused", _("No report is asked for any longer"), _sample),
    Kind("reports.overdue", _("Reminder of a report after an event"), _sample),
    Kind("reports.missing", _("A city's report is missing"), _sample),
)
