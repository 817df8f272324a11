"""A table of people: what it looks like, and everything that is wrong with one.

Nothing is written while one fault stands; all of them are named at once, with row and reason.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import override

from partnership.core import languages
from partnership.core.sheets.files import Sheet
from partnership.core.spreadsheets import csv_lines
from partnership.nominations.forms import NomineeForm
from partnership.nominations.forms.people import COLUMNS
from partnership.nominations.models import Nomination, NominationQuota
from partnership.nominations.nominee import Nominee

NEEDED: Final = ("name", "email")
LANGUAGE_WORDS: Final = {
    "中文": languages.CHINESE,
    "汉语": languages.CHINESE,
    "chinese": languages.CHINESE,
    "zh": languages.CHINESE,
    "英文": languages.ENGLISH,
    "英语": languages.ENGLISH,
    "english": languages.ENGLISH,
}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, where, and what to do. `line` counts as a spreadsheet program does."""

    line: int
    heading: str
    text: str


@dataclass
class Reading:
    """The people of a table, or what is wrong with it."""

    nominees: list[Nominee] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def headings() -> dict[str, str]:
    """Return the heading of each column in the active language."""
    return {name: str(NomineeForm.base_fields[name].label) for name in COLUMNS}


def template() -> Iterator[str]:
    """Yield an empty table with its headings, as CSV."""
    return csv_lines([headings().values()])


def read(sheet: Sheet, quota: NominationQuota) -> Reading:
    """Return everybody in the table, or every fault of it."""
    reading = Reading()
    places, unknown = _places(sheet.headings)
    first = sheet.rows[0][0] - 1 if sheet.rows else 1
    for heading in unknown:
        text = _("There is no such column. Take the headings from the empty table.")
        reading.faults.append(Fault(first, heading, text))
    for heading in _repeated(sheet.headings, places):
        text = _("This column is there twice. Keep one.")
        reading.faults.append(Fault(first, heading, text))
    for name in NEEDED:
        if name not in places.values():
            text = _("This column is missing. Take the headings from the empty table.")
            reading.faults.append(Fault(first, headings()[name], text))
    if not reading.faults:
        _read_rows(sheet, places, quota, reading)
    return reading


def _places(found: list[str]) -> tuple[dict[int, str], list[str]]:
    """Return which column is which, by its heading in either language or its short name."""
    known = {name: name for name in COLUMNS}
    for language in languages.LANGUAGES:
        with override(language):
            known |= {heading.lower(): name for name, heading in headings().items()}
    places = {
        number: known[heading.strip().lower()]
        for number, heading in enumerate(found)
        if heading.strip().lower() in known
    }
    unknown = [
        heading for number, heading in enumerate(found) if heading.strip() and number not in places
    ]
    return places, unknown


def _repeated(found: list[str], places: dict[int, str]) -> list[str]:
    """Return the headings of columns that stand further left already, in whichever language."""
    names = list(places.values())
    return [found[at] for nth, (at, name) in enumerate(places.items()) if name in names[:nth]]


def _read_rows(
    sheet: Sheet, places: dict[int, str], quota: NominationQuota, reading: Reading
) -> None:
    names, seen = headings(), _known(quota)
    for line, cells in sheet.rows:
        form = NomineeForm(_typed(cells, places))
        if form.is_valid():
            nominee = form.nominee()
            reading.nominees.append(nominee)
            if nominee.address in seen:
                text = _("This address is nominated for this event already: %(where)s.")
                where = {"where": seen[nominee.address]}
                reading.faults.append(Fault(line, names["email"], text % where))
            seen.setdefault(nominee.address, _("row %(line)d") % {"line": line})
        for name, errors in form.errors.items():
            sentences = " ".join(str(error) for error in errors)
            reading.faults.append(Fault(line, names.get(name, ""), sentences))
    if not sheet.rows:
        reading.faults.append(Fault(2, "", _("The table names nobody.")))
    _judge_number(quota, len(sheet.rows), reading)


def _judge_number(quota: NominationQuota, number: int, reading: Reading) -> None:
    free = quota.places - quota.nominations.counting().count()
    if number > free:
        text = _("The table names %(number)d people; there is room for %(free)d.")
        reading.faults.append(Fault(0, "", text % {"number": number, "free": max(free, 0)}))


def _known(quota: NominationQuota) -> dict[str, str]:
    """Return the addresses nominated for the event, and on which list they stand."""
    rows = Nomination.objects.live().filter(quota__hold__event=quota.hold.event_id)
    own, other = _("on your list"), _("by another organisation")
    return {
        address: own if owner == quota.pk else other
        for address, owner in rows.values_list("email", "quota")
    }


def _typed(cells: list[str], places: dict[int, str]) -> dict[str, str]:
    typed = {name: cells[at].strip() for at, name in places.items() if at < len(cells)}
    given = typed.get("language", "").lower()
    typed["language"] = LANGUAGE_WORDS.get(given, given) or languages.current()
    return typed
