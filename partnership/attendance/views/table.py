"""The table of attendance: a row for each registration, a column for each session."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from partnership.accounts.requests import SignedInRequest
from partnership.attendance import actions
from partnership.attendance.actions.noting import Marks
from partnership.attendance.choices import State
from partnership.attendance.judging import Noted, Yardstick, noted_of
from partnership.attendance.querysets import door_of, expected_at
from partnership.attendance.views.heads import Box, Columns, Typed
from partnership.core import languages
from partnership.core.errors import DomainError
from partnership.core.paging import page_of
from partnership.events.event_page import EventPage
from partnership.events.models import Event, Registration, Session

CELL: Final = re.compile(r"cell-(\d{1,18})-(\d{1,18})-([a-z]*)")


@dataclass(frozen=True, slots=True)
class Cell:
    """One select of the table. Its name ends with what is noted as the table is opened: thus only
    what somebody changed is taken, and a colleague's marks of meanwhile stay."""

    name: str
    label: str
    state: str


@dataclass(frozen=True, slots=True)
class Line:
    """One registration with its cells, the share and the word that follow from them."""

    row: Registration
    cells: Sequence[Cell]
    boxes: Sequence[Box | None]
    share: int


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def table(request: SignedInRequest, slug: str) -> HttpResponse:
    """Show and take the table, page by page; a refusal keeps what was chosen."""
    event = door_of(request.user, slug)
    if event is None:
        raise Http404
    refusal: DomainError | None = None
    chosen: Marks = {}
    typed = Typed.of(request)
    if request.method == "POST":
        chosen, seen = _marks(request)
        try:
            _save(request, event, (chosen, seen), typed)
        except DomainError as refused:
            refusal = refused
        else:
            return redirect(request.get_full_path())
    found = page_of(expected_at(event), request.GET.get("page", ""))
    rows, sessions = list(found.page.object_list), list(event.sessions.all())
    heads = Columns.of(event, rows, typed, of_everybody=not sessions)
    context = {
        "page": EventPage.at_present(event),
        "sessions": [(session.pk, _title(session)) for session in sessions],
        "heads": heads,
        "lines": _lines(event, rows, sessions, chosen, heads),
        "states": [("", "–"), *State.choices],
        "found": found.page,
        "left_out": found.notices,
        "refusal": refusal,
    }
    return render(request, "attendance/table.html", context)


@transaction.atomic
def _save(request: SignedInRequest, event: Event, marks: tuple[Marks, Marks], typed: Typed) -> None:
    """Save all that was changed, or nothing of it."""
    fill = request.POST.get("fill", "")
    chosen, seen = marks
    heads, heads_seen = typed.heads()
    count = actions.note(event, chosen, by=request.user, seen=seen)
    count += actions.count_heads(event, heads, by=request.user, seen=heads_seen)
    if fill:
        session = get_object_or_404(event.sessions, pk=fill if fill.isdecimal() else 0)
        count += actions.fill(event, session, by=request.user)
    sentence = ngettext("%(count)d entry is noted.", "%(count)d entries are noted.", count)
    messages.success(request, sentence % {"count": count})


def _marks(request: SignedInRequest) -> tuple[Marks, Marks]:
    """The cells that were changed, and what stood in them; a value that is none of the states is
    passed over."""
    chosen, seen = {}, {}
    for name, value in request.POST.items():
        cell = CELL.fullmatch(name)
        if cell and value != cell[3] and value in ("", *State.values):
            key = int(cell[1]), int(cell[2])
            chosen[key], seen[key] = str(value), cell[3]
    return chosen, seen


def _lines(
    event: Event,
    rows: Sequence[Registration],
    sessions: Sequence[Session],
    chosen: Marks,
    heads: Columns,
) -> list[Line]:
    yardstick = Yardstick.of(event, sessions)
    noted = noted_of([row.pk for row in rows])
    return [
        Line(
            row,
            _cells(row, sessions, noted[row.pk], chosen),
            heads.boxes(row),
            yardstick.share(noted[row.pk]),
        )
        for row in rows
    ]


def _cells(
    row: Registration, sessions: Sequence[Session], noted: Noted, chosen: Marks
) -> list[Cell]:
    return [
        _cell(row, session, noted.states.get(session.pk, ""), chosen.get((row.pk, session.pk)))
        for session in sessions
    ]


def _cell(row: Registration, session: Session, state: str, chosen: str | None) -> Cell:
    return Cell(
        name=f"cell-{row.pk}-{session.pk}-{state}",
        label=f"{row.name}, {_title(session)}",
        state=state if chosen is None else chosen,
    )


def _title(session: Session) -> str:
    return getattr(session, languages.column("title")) or str(session)
