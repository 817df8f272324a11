"""Citations for people: GB/T 7714-2015 and APA (7th edition), as plain text.

GB/T 7714-2015, 4.6 (electronic resources): author. title[type/OL]. place: publisher,
year(changed)[accessed]. address. Punctuation is half-width in Chinese, too, as in the
standard's own examples.
"""

import calendar
from typing import Final, NamedTuple

from partnership.core import languages, partial_dates
from partnership.core.citations.record import Cited, Record

# Marks of the standard, annex B; laws have none of their own there and take Z (other).
MARKS: Final = {
    Cited.WEBPAGE: "EB",
    Cited.REPORT: "R",
    Cited.ARTICLE: "J",
    Cited.NEWSPAPER: "N",
    Cited.LEGISLATION: "Z",
    Cited.DATASET: "DS",
}
STANDARDS: Final = (("gbt7714", "GB/T 7714—2015"), ("apa", "APA"))
IN_A_CONTAINER: Final = (Cited.ARTICLE, Cited.NEWSPAPER)


class Citation(NamedTuple):
    """A citation after a standard; `key` makes its id on the page."""

    key: str
    standard: str
    text: str


def for_people(record: Record) -> list[Citation]:
    """Return the citations a page shows, to be copied."""
    written = (gbt7714(record), apa(record))
    return [
        Citation(key, standard, text)
        for (key, standard), text in zip(STANDARDS, written, strict=True)
    ]


def gbt7714(record: Record) -> str:
    """Return the citation after GB/T 7714-2015."""
    mark = MARKS[Cited(record.kind)] + ("/OL" if record.url else "")
    title = _joined(": ", record.title, _designation(record)) + _bracketed(record.translation)
    accessed = f"[{record.accessed}]" if record.accessed and record.url else ""
    return _sentences(record.author, f"{title}[{mark}]", _imprint(record) + accessed, record.url)


def _imprint(record: Record) -> str:
    """Where and when it came out: journals by year, newspapers by day, pages by their date."""
    if record.kind in IN_A_CONTAINER:
        when = record.issued if record.kind == Cited.NEWSPAPER else record.issued[:4]
        return _joined(", ", record.container, when)
    by = _joined(", ", record.container, record.publisher)
    if record.kind == Cited.WEBPAGE:
        return _joined(", ", by, f"({record.issued})" if record.issued else "")
    return _joined(", ", by, record.issued[:4])


def apa(record: Record) -> str:
    """Return the citation after APA; the title's italics are left to the page."""
    title = _joined(" ", record.title, _round(record)) + _bracketed(record.translation)
    by = _joined(", ", record.container, record.publisher)
    when = _apa_date(record)
    head = _sentences(record.author, when, title) if record.author else _sentences(title, when)
    return _joined(" ", head, f"{by}." if by else "", _retrieved(record))


def _designation(record: Record) -> str:
    """The first part, the rest in brackets: case CN-AS-2026-001 (version 3)."""
    if not record.designation:
        return ""
    first, *rest = record.designation
    if not rest:
        return first
    space = "" if record.language == languages.CHINESE else " "
    return f"{first}{space}({', '.join(rest)})"


def _round(record: Record) -> str:
    """All parts in one pair of brackets, the first one capitalised."""
    text = ", ".join(record.designation)
    return f"({text[0].upper()}{text[1:]})" if text else ""


def _apa_date(record: Record) -> str:
    chinese = record.language == languages.CHINESE
    if not record.issued:
        return "(日期不详)" if chinese else "(n.d.)"
    if chinese:
        return f"({partial_dates.display(record.issued, languages.CHINESE)})"
    year, month, day = partial_dates.parts(record.issued)
    named = _joined(" ", calendar.month_name[month] if month else "", str(day or ""))
    return f"({_joined(', ', str(year), named)})"


def _retrieved(record: Record) -> str:
    if not (record.url and record.accessed):
        return record.url
    if record.language == languages.CHINESE:
        day = partial_dates.display(record.accessed, languages.CHINESE)
        return f"{day}检索自 {record.url}"
    year, month, day_of_month = partial_dates.parts(record.accessed)
    named = f"{calendar.month_name[month or 1]} {day_of_month}, {year}"
    return f"Retrieved {named}, from {record.url}"


def _bracketed(translation: str) -> str:
    """Some translations already stand in brackets, where no heading was recorded."""
    return f" [{translation.strip('[]［］')}]" if translation else ""


def _joined(mark: str, *texts: str) -> str:
    return mark.join(text for text in texts if text)


def _sentences(*texts: str) -> str:
    """Join parts by full stops, without doubling a stop that is there already."""
    ended = [text if text.endswith((".", "?", "!")) else f"{text}." for text in texts if text]
    return " ".join(ended)
