"""The page of one object: every text beside its source."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.text import capfirst

from partnership.core import languages
from partnership.core.differences import Piece, difference
from partnership.core.errors import DomainError
from partnership.translations import checks, following
from partnership.translations.actions.rows import token_of
from partnership.translations.checks import Finding
from partnership.translations.choices import LOOKS, OPEN, State
from partnership.translations.models import TranslatedObject, TranslationUnit
from partnership.translations.states import Pair
from partnership.translations.texts import Row


@dataclass
class Entry:
    """One text with its source. `typed` is what a refused form carried."""

    unit: TranslationUnit
    pair: Pair
    typed: QueryDict | None = None
    refusal: str = ""

    @property
    def anchor(self) -> str:
        part = self.unit.part
        return f"t-{self.unit.field}" if not part.owner else f"u-{self.unit.pk}"

    @property
    def look(self) -> str:
        return LOOKS[State(self.unit.state)]

    @property
    def token(self) -> str:
        """What the next try carries: the present state, once both were shown beside each other."""
        return token_of(self.unit)

    @property
    def text(self) -> str:
        """What stands in the field: what was typed, the draft, or the text in the object."""
        if self.typed is not None:
            return self.typed.get("text", "")
        return self.unit.draft or self.pair.text

    @property
    def note(self) -> str:
        return self.typed.get("note", "") if self.typed is not None else self.unit.note

    @property
    def reason(self) -> str:
        return self.typed.get("reason", "") if self.typed is not None else ""

    @property
    def lines(self) -> int:
        return min(max(len(self.pair.source) // 45, len(self.text) // 60, 2), 14)

    @property
    def pieces(self) -> list[Piece]:
        """The source with what has changed since the translation was approved."""
        now = _one_line_end(self.pair.source)
        return difference(_one_line_end(self.unit.source_text) if self.has_changed else now, now)

    @property
    def has_changed(self) -> bool:
        unit = self.unit
        return bool(unit.source_text) and unit.source_hash != unit.source_now

    @property
    def public_differs(self) -> bool:
        """A draft waits beside another text in the object."""
        return bool(self.unit.draft) and bool(self.pair.text)

    @property
    def findings(self) -> list[Finding]:
        return checks.findings(self.pair.source, self.text, self.unit.language)

    @property
    def source_findings(self) -> list[Finding]:
        return checks.findings_of_source(self.pair.source, self.unit.language)

    @property
    def may_choose(self) -> bool:
        """There is something to approve or to give to somebody."""
        return self.unit.state in OPEN or (bool(self.text) and self.unit.state != State.APPROVED)

    @property
    def may_confirm(self) -> bool:
        return self.unit.is_behind or self.unit.state == State.STALE

    @property
    def may_excuse(self) -> bool:
        return self.unit.state == State.MISSING


@dataclass
class Section:
    """The object's own texts, or those of one row."""

    title: str | Promise
    anchor: str
    entries: list[Entry] = field(default_factory=list)


@dataclass(frozen=True)
class Refused:
    """A form that was not accepted, and why."""

    unit: int
    typed: QueryDict
    error: DomainError


def _one_line_end(text: str) -> str:
    return text.replace("\r\n", "\n")


def sections(
    translated: TranslatedObject, *, everything: bool, refused: Refused | None = None
) -> list[Section]:
    """Return the texts that wait for somebody, or all that have a source, as the object has them."""
    units = {
        (unit.part.label, unit.object_id, unit.field): unit
        for unit in translated.units.select_related(
            "translated", "content_type", "translator", "reviewer", "assigned_to"
        )
    }
    found = []
    seen: set[str] = set()
    for number, row in _numbered(following.rows_of(translated)):
        section = Section(*_title(row, number, translated, is_first=row.part.label not in seen))
        seen.add(row.part.label)
        for name in row.part.fields:
            unit = units.get((row.part.label, row.key, name))
            if unit is not None and _is_shown(unit, everything, refused):
                section.entries.append(_entry(unit, row, refused))
        if section.entries:
            found.append(section)
    return found


def _numbered(rows: list[Row]) -> Iterator[tuple[int, Row]]:
    counts: dict[str, int] = {}
    for row in rows:
        counts[row.part.label] = counts.get(row.part.label, 0) + 1
        yield counts[row.part.label], row


def _title(
    row: Row, number: int, translated: TranslatedObject, *, is_first: bool
) -> tuple[str, str]:
    """Return the heading of a row and where links to its kind lead."""
    meta = row.part.model._meta
    if not row.part.owner:
        return capfirst(str(meta.verbose_name)), "own"
    column = languages.column(row.part.fields[0], translated.source_language)
    name = f"{capfirst(str(meta.verbose_name))} {number}"
    title = f"{name} · {row.texts[column]}" if row.texts[column] else name
    return title, f"p-{meta.model_name}" if is_first else f"r-{meta.model_name}-{row.key}"


def _is_shown(unit: TranslationUnit, everything: bool, refused: Refused | None) -> bool:
    if refused is not None and refused.unit == unit.pk:
        return True
    has_text = bool(unit.source_now or unit.text_now or unit.draft)
    return has_text if everything else unit.state in OPEN or unit.is_behind


def _entry(unit: TranslationUnit, row: Row, refused: Refused | None) -> Entry:
    entry = Entry(unit, row.pair(unit.field, unit.language))
    if refused is not None and refused.unit == unit.pk:
        entry.typed, entry.refusal = refused.typed, str(refused.error)
    return entry


def context_of(
    translated: TranslatedObject, *, everything: bool, refused: Refused | None = None
) -> dict[str, Any]:
    return {
        "translated": translated,
        "sections": sections(translated, everything=everything, refused=refused),
        "everything": everything,
        "source_tag": languages.tag(translated.source_language),
        "target_tag": languages.tag(translated.language),
        "source_name": languages.NAMES[translated.source_language],
        "target_name": languages.NAMES[translated.language],
    }
