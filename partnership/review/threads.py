"""Answers with what was said about them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.forms.boundfield import BoundField
from django.utils.functional import Promise

from partnership.review.models import FieldComment
from partnership.review.sheets import Part, SheetForm, ShownPart, path_of
from partnership.review.sheets.sheet import FormPart


@dataclass(frozen=True, slots=True)
class Thread:
    """One field: its answer, and the comments on it."""

    path: str
    label: str
    text: str
    is_typed: bool
    comments: list[FieldComment]


@dataclass(frozen=True, slots=True)
class ThreadRow:
    number: int | None
    threads: list[Thread]


@dataclass(frozen=True, slots=True)
class ThreadPart:
    key: str
    title: str | Promise
    row_name: str | Promise
    rows: list[ThreadRow]


@dataclass(frozen=True, slots=True)
class FieldToFill:
    """One field of the form, with the comments its author was shown."""

    field: BoundField
    comments: list[FieldComment]


@dataclass(frozen=True, slots=True)
class RowToFill:
    number: int | None
    prefix: str
    fields: list[FieldToFill]


@dataclass(frozen=True, slots=True)
class PartToFill:
    part: Part
    rows: list[RowToFill]
    may_grow: bool


def to_fill(parts: Iterable[FormPart], comments: Iterable[FieldComment]) -> list[PartToFill]:
    """Return the form with each comment at its field."""
    by_path = _by_path(comments)
    return [
        PartToFill(
            shown.part,
            [
                _row(shown.part, index if shown.part.has_rows else None, form, by_path)
                for index, form in enumerate(shown.forms)
            ],
            shown.may_grow,
        )
        for shown in parts
    ]


def _row(
    part: Part, index: int | None, form: SheetForm, by_path: dict[str, list[FieldComment]]
) -> RowToFill:
    fields = [
        FieldToFill(form[name], by_path.get(path_of(part, index, name), [])) for name in form.fields
    ]
    return RowToFill(None if index is None else index + 1, part.prefix(index), fields)


def _by_path(comments: Iterable[FieldComment]) -> dict[str, list[FieldComment]]:
    by_path: dict[str, list[FieldComment]] = defaultdict(list)
    for comment in comments:
        by_path[comment.path].append(comment)
    return by_path


def with_comments(parts: Iterable[ShownPart], comments: Iterable[FieldComment]) -> list[ThreadPart]:
    """Return the parts with each comment at its field; the comments are read once."""
    by_path = _by_path(comments)
    return [
        ThreadPart(
            part.key,
            part.title,
            part.row_name,
            [
                ThreadRow(
                    row.number,
                    [
                        Thread(
                            *(line.path, line.label, line.text, line.is_typed),
                            by_path.get(line.path, []),
                        )
                        for line in row.lines
                    ],
                )
                for row in part.rows
            ],
        )
        for part in parts
    ]
