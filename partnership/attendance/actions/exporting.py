"""Having a file made: asked for, made by a worker in parts, fetched by who asked."""

from functools import partial
from typing import Any, Final

from django.db import transaction

from partnership.accounts.models import User
from partnership.attendance import policies
from partnership.attendance.choices import Paper
from partnership.attendance.models import Export
from partnership.attendance.papers.making import make
from partnership.attendance.querysets import shown_in_papers
from partnership.core import audit, made_files
from partnership.core.choices import Verb
from partnership.core.made_files import Told
from partnership.events.models import Event
from partnership.notifications import wake

TASK: Final = "partnership.attendance.tasks.make_export"
EVERY: Final = 500  # rows between two notes of how far it is


@transaction.atomic
def ask_for(event: Event, paper: str, *, by: User, language: str) -> Export:
    """Ask for a file; while the same one is being made, that one is returned."""
    policies.may_take(by, event, paper).require()
    same = Export.objects.of(by).filter(event=event, paper=paper, language=language)
    under_way: Export | None = same.under_way().first()
    if under_way is not None:
        return under_way
    made = Export.objects.create(event=event, paper=paper, asked_by=by, language=language)
    audit.record(Verb.EXPORTED, event, by=by, note=str(paper))
    number = made.pk
    transaction.on_commit(lambda: wake.up_for(TASK, number), robust=True)
    return made


def make_next() -> bool:
    """Make the file that waits longest; return whether there was one."""
    number = made_files.claim(Export.objects.all())
    if number is None:
        return False
    export: Export = Export.objects.select_related("event__place", "asked_by").get(pk=number)
    made_files.make(export, partial(_written, export))
    return True


def fetch(export: Export, *, by: User) -> bytes:
    """Return the content, and leave a trace; whoever may no longer have it is refused."""
    policies.may_take(by, export.event, export.paper).require()
    content: Any = Export.objects.filter(pk=export.pk).values_list("content", flat=True)[0]
    audit.record(Verb.EXPORTED, export.event, by=by, note=f"{export.paper}: {export.done}")
    return bytes(content)


def _written(export: Export, told: Told) -> bytes:
    policies.may_take(export.asked_by, export.event, export.paper).require()
    rows = shown_in_papers(export.asked_by, export.event)

    def noted(done: int, total: int) -> None:
        if done % EVERY == 0 or done == total:
            told(done, total)

    made = make(Paper(export.paper), export.event, rows, noted)
    if made.unset:
        Export.objects.filter(pk=export.pk).update(unset_names="\n".join(made.unset))
    return made.content
