"""Having a file made: asked for, made by a worker in parts, fetched by who asked."""

from datetime import timedelta
from typing import Any, Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, override

from partnership.accounts.models import User
from partnership.attendance import policies
from partnership.attendance.choices import ExportState, Paper
from partnership.attendance.models import Export
from partnership.attendance.papers.making import make
from partnership.attendance.querysets import shown_in_papers
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.core.errors import DomainError
from partnership.events.models import Event
from partnership.notifications import wake

TASK: Final = "partnership.attendance.tasks.make_export"
ABANDONED: Final = timedelta(minutes=10)  # as long as a task may run
FAULT: Final = gettext_noop("A fault of the portal; it is written down. Please try again later.")
EVERY: Final = 500  # rows between two notes of how far it is


@transaction.atomic
def ask_for(event: Event, paper: str, *, by: User, language: str) -> Export:
    """Ask for a file; while the same one is being made, that one is returned."""
    policies.may_take(by, event, paper).require()
    same = Export.objects.of(by).filter(event=event, paper=paper, language=language)
    under_way: Export | None = same.filter(
        state__in=[ExportState.WAITING, ExportState.RUNNING]
    ).first()
    if under_way is not None:
        return under_way
    made = Export.objects.create(event=event, paper=paper, asked_by=by, language=language)
    audit.record(Verb.EXPORTED, event, by=by, note=str(paper))
    number = made.pk
    transaction.on_commit(lambda: wake.up_for(TASK, number), robust=True)
    return made


def make_next() -> bool:
    """Make the file that waits longest; return whether there was one."""
    number = _claimed()
    if number is None:
        return False
    _make(Export.objects.select_related("event__place", "asked_by").get(pk=number))
    return True


def fetch(export: Export, *, by: User) -> bytes:
    """Return the content, and leave a trace; whoever may no longer have it is refused."""
    policies.may_take(by, export.event, export.paper).require()
    content: Any = Export.objects.filter(pk=export.pk).values_list("content", flat=True)[0]
    audit.record(Verb.EXPORTED, export.event, by=by, note=f"{export.paper}: {export.done}")
    return bytes(content)


@transaction.atomic
def _claimed() -> int | None:
    now = timezone.now()
    rows = Export.objects.to_make(now - ABANDONED).select_for_update(skip_locked=True)
    export = rows.first()
    if export is None:
        return None
    number: int = export.pk
    Export.objects.filter(pk=number).update(state=ExportState.RUNNING, begun_at=now, done=0)
    return number


def _make(export: Export) -> None:
    """Outside of a transaction, so that everybody sees how far it is."""
    row, ended = Export.objects.filter(pk=export.pk), dict[str, object]()

    def told(done: int, total: int) -> None:
        if done % EVERY == 0 or done == total:
            row.update(done=done, total=total)

    with override(export.language):
        try:
            policies.may_take(export.asked_by, export.event, export.paper).require()
            rows = shown_in_papers(export.asked_by, export.event)
            content = make(Paper(export.paper), export.event, rows, told)
        except DomainError as refused:
            ended = {"state": ExportState.FAILED, "failure": str(refused)}
        except (
            Exception
        ):  # a fault of ours: said on the page, surfaces in the log, not tried for ever
            row.update(state=ExportState.FAILED, failure=_(FAULT), finished_at=timezone.now())
            raise
        else:
            ended = {"state": ExportState.DONE, "content": content}
    row.update(finished_at=timezone.now(), **ended)
