"""Making a file: which rows, which form, told how far it is."""

import io
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from partnership.attendance.choices import Paper
from partnership.attendance.errors import NobodyToList
from partnership.attendance.papers import people, table
from partnership.attendance.papers.printable import Printable
from partnership.core import languages, qr
from partnership.core.publishing import make_pdf
from partnership.core.sheets import streaming
from partnership.events import times
from partnership.events.marks import marked
from partnership.events.models import Event
from partnership.events.registration_querysets import RegistrationQuerySet

Progress = Callable[[int, int], None]  # rows written, rows in all
BADGES = frozenset({Paper.BADGES, Paper.BADGES_XLSX})
TO_SIGN = frozenset({Paper.SHEET_XLSX, Paper.SHEET_PDF})


@dataclass(frozen=True, slots=True)
class Made:
    """A file, and the names that could not be printed as they are written."""

    content: bytes
    unset: Sequence[str] = ()


def make(paper: Paper, event: Event, rows: RegistrationQuerySet, told: Progress) -> Made:
    """Return the file in the active language. Raises NobodyToList where it would be empty."""
    if paper == Paper.REGISTRATIONS:
        total = rows.count()
        name = _sheet_name(event, paper)
        return Made(_workbook(name, table.headings(), table.rows(rows, event), total, told))
    if not rows.confirmed().exists():
        raise NobodyToList
    if paper in BADGES:
        return _badges(paper, event, rows, told)
    lines = list(people.lines(rows))
    to_sign = paper in TO_SIGN
    headings = [str(text) for text in (people.SHEET_HEADINGS if to_sign else people.LIST_HEADINGS)]
    if paper.ending == "xlsx":
        cells = [people.cells(line, to_sign=to_sign) for line in lines]
        return Made(_workbook(_sheet_name(event, paper), headings, cells, len(cells), told))
    told(0, len(lines))
    printable = Printable()
    to_print = [people.line_to_print(line, printable) for line in lines]
    cells = [people.cells(line, to_sign=to_sign) for line in to_print]
    data = {**_head(event, paper), "headings": headings, "rows": [_texts(row) for row in cells]}
    return Made(_pdf("people", data, len(cells), told), printable.unset)


def _workbook(name: str, headings: Sequence[str], rows: Any, total: int, told: Progress) -> bytes:
    file = io.BytesIO()
    told(0, total)
    done = streaming.write(file, name, headings, rows, lambda count: told(count, total))
    told(done, total)
    return file.getvalue()


def _badges(paper: Paper, event: Event, rows: RegistrationQuerySet, told: Progress) -> Made:
    """As pages to cut, or as a table for whoever prints badges on forms of their own."""
    found = list(people.badges(rows))
    if paper.ending == "xlsx":
        cells = [astuple(each) for each in found]
        headings = [str(text) for text in people.BADGE_HEADINGS]
        return Made(_workbook(_sheet_name(event, paper), headings, cells, len(cells), told))
    told(0, len(found))
    printable = Printable()
    data = {
        **_head(event, Paper.BADGES),
        "code": _("Code for the entrance"),
        "zh": getattr(event, languages.column("title", languages.CHINESE)),
        "en": getattr(event, languages.column("title", languages.ENGLISH)),
        "badges": [
            {
                "name": each.name,
                "latin_name": each.latin_name,
                "organisation": each.organisation,
                "code": dict(zip(("width", "path"), qr.path_of(each.address), strict=True)),
            }
            for each in (people.badge_to_print(badge, printable) for badge in found)
        ],
    }
    return Made(_pdf("badges", data, len(found), told), printable.unset)


def _pdf(template: str, data: dict[str, Any], total: int, told: Progress) -> bytes:
    made = make_pdf(template, data, dated=timezone.now())
    told(total, total)
    return made


def _head(event: Event, paper: Paper) -> dict[str, Any]:
    is_chinese = languages.current() == languages.CHINESE
    return {
        "language": "zh" if is_chinese else "en",
        "title": _title(paper),
        "event": getattr(event, languages.column("title")),
        "when": times.span(
            event.starts_at, event.ends_at, event.timezone, is_all_day=event.is_all_day
        ),
        "portal": _("China-ASEAN Marine Plastic Reduction Partnership"),
        "is_to_sign": paper in TO_SIGN,
        "mark": _("Demo data") if event.is_demo else "",
    }


def _sheet_name(event: Event, paper: Paper) -> str:
    return marked(event, _title(paper))


def _title(paper: Paper) -> str:
    """Return what the paper is, without its kind of file and the number of its columns."""
    name = str(paper.label).partition("（")[0].partition(" (")[0]
    return name.partition("，")[0].partition(", ")[0]


def _texts(row: Sequence[object]) -> list[str]:
    return [str(value) for value in row]
