"""Who is on lists, sheets and badges: everybody with a seat, names in both scripts, no addresses."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.attendance.addresses import entry_address
from partnership.attendance.papers.printable import Printable
from partnership.core.choices import label_of
from partnership.events.choices import Attendance
from partnership.events.registration_querysets import RegistrationQuerySet


@dataclass(frozen=True, slots=True)
class Line:
    """One registration on a list."""

    number: int
    name: str
    latin_name: str
    organisation: str
    position: str
    group: str
    people: int
    attendance: str


@dataclass(frozen=True, slots=True)
class Badge:
    """One grown-up; minors wear none, since none of their names is kept. `address` is what its code
    says: that of the registration, which holds for everybody of it."""

    name: str
    latin_name: str
    organisation: str
    address: str


LIST_HEADINGS = (
    _("No."),
    pgettext_lazy("person", "Name"),
    _("Name in Latin letters"),
    _("Organisation"),
    pgettext_lazy("person", "Position"),
    _("Name of the group"),
    pgettext_lazy("number", "People"),
    _("Attendance"),
)
BADGE_HEADINGS = (*LIST_HEADINGS[1:4], _("Address in the code"))
SHEET_HEADINGS = (*LIST_HEADINGS[:7], _("Signature"))


def lines(rows: RegistrationQuerySet) -> Iterator[Line]:
    """Yield a line for everybody with a seat, by name."""
    for number, row in enumerate(rows.confirmed().order_by("name", "pk").iterator(), start=1):
        yield Line(
            number,
            row.name,
            row.latin_name,
            row.organisation_name,
            row.position,
            row.group_name,
            row.seats,
            label_of(Attendance, row.attendance),
        )


def badges(rows: RegistrationQuerySet) -> Iterator[Badge]:
    """Yield a badge for every named grown-up with a seat."""
    found = rows.confirmed().order_by("name", "pk").prefetch_related("members")
    for row in found.iterator(chunk_size=500):
        address = entry_address(row.uid)
        yield Badge(row.name, row.latin_name, row.organisation_name, address)
        team = row.organisation_name or row.group_name
        for member in row.members.all():
            yield Badge(member.name, member.latin_name, team, address)


def line_to_print(line: Line, printable: Printable) -> Line:
    """Return the line with texts that the fonts have."""
    given = (line.name, line.latin_name, line.organisation, line.position, line.group)
    name, latin_name, organisation, position, group = printable.texts(*given)
    return replace(
        line,
        name=name,
        latin_name=latin_name,
        organisation=organisation,
        position=position,
        group=group,
    )


def badge_to_print(badge: Badge, printable: Printable) -> Badge:
    """Return the badge with texts that the fonts have."""
    given = (badge.name, badge.latin_name, badge.organisation)
    name, latin_name, organisation = printable.texts(*given)
    return Badge(name, latin_name, organisation, badge.address)


def cells(line: Line, *, to_sign: bool) -> Sequence[object]:
    """Return the cells of a line; on a sheet the last one is left for the signature."""
    last = "" if to_sign else line.attendance
    return (
        line.number,
        line.name,
        line.latin_name,
        line.organisation,
        line.position,
        line.group,
        line.people,
        last,
    )
