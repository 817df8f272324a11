"""Files about people take whatever somebody has typed, and no cell of theirs becomes a formula."""

import csv
import io

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from partnership.accounts.models import User
from partnership.attendance.choices import Paper
from partnership.core.spreadsheets import BOM, GUARD
from partnership.events import actions
from partnership.events.models import Event, GroupMember, Registration
from tests.factories.events import RegistrationFactory, SeatHoldFactory, clerk, details
from tests.factories.network import MembershipFactory
from tests.partnership.attendance.test_exports import made
from tests.pdf_texts import squeezed, text_of

pytestmark = pytest.mark.django_db

STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
FIELDS = ("name", "latin_name", "organisation_name", "position", "group_name")
NAMES = ("李娜", "M" * 60, "Nur'aini D’Souza", "梅🌊", "Ｍｅｉ", '"Wu" <b>')
HARM = "cmd|'/C calc'!A0"
EXPORT = reverse("admin:events_registration_export")


@pytest.fixture
def focal(event: Event) -> User:
    """Focal speaks for the city whose ten people have typed such texts into every field; as rows, since
    the forms would have taken blanks away."""
    hold = SeatHoldFactory(event=event, seats=len(STARTS))
    for number, start in enumerate(STARTS):
        typed = details(f"n{number}@example.org")
        row = actions.enter(event, typed, by=clerk(), hold=hold)
        Registration.objects.filter(pk=row.pk).update(**dict.fromkeys(FIELDS, f"{start}{HARM}"))
        GroupMember.objects.create(registration=row, name=f"{start}{HARM}")
    return MembershipFactory(organisation=hold.organisation, user__name="Focal").user


def harmful(content: bytes) -> list[str]:
    """Return the texts of a workbook that were typed to do harm; none of its cells is a formula."""
    book = load_workbook(io.BytesIO(content))
    cells = [cell for row in book.worksheets[0].iter_rows(min_row=2) for cell in row]
    assert "f" not in {cell.data_type for cell in cells}
    return [str(cell.value) for cell in cells if HARM in str(cell.value)]


def only_texts(found: list[str], columns: int) -> bool:
    """Tell whether every such text of every row is there, and begins with the sign for a text."""
    return len(found) == columns * len(STARTS) and all(text.startswith(GUARD) for text in found)


@pytest.mark.parametrize(
    ("paper", "columns"),
    [(Paper.REGISTRATIONS, 6), (Paper.LIST_XLSX, 5), (Paper.SHEET_XLSX, 5)],
)
def test_workbooks_about_people(
    event: Event, focal: User, lin: User, paper: Paper, columns: int
) -> None:
    assert only_texts(harmful(bytes(made(event, paper, lin).content)), columns)


def test_badges_of_contacts_and_of_those_with_them(event: Event, focal: User, lin: User) -> None:
    found = harmful(bytes(made(event, Paper.BADGES_XLSX, lin).content))

    assert only_texts(found, 3 + 2)


def test_the_list_a_city_gets_of_its_people(event: Event, focal: User) -> None:
    assert only_texts(harmful(bytes(made(event, Paper.LIST_XLSX, focal).content)), 5)


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_the_table_that_comes_back(client: Client, focal: User, lin: User, ending: str) -> None:
    client.force_login(lin)

    content = client.post(EXPORT, {"format": ending}).content

    found = harmful(content) if ending == "xlsx" else harmful_lines(content)
    assert only_texts(found, 6)


def test_names_as_people_write_them(event: Event, lin: User) -> None:
    for name in NAMES:
        RegistrationFactory(event=event, name=name)

    book = load_workbook(io.BytesIO(bytes(made(event, Paper.LIST_XLSX, lin).content)))
    listed, badges = (made(event, paper, lin) for paper in (Paper.LIST_PDF, Paper.BADGES))

    assert {row[1] for row in book.worksheets[0].iter_rows(min_row=2, values_only=True)} == {*NAMES}
    for export in (listed, badges):
        text = text_of(bytes(export.content))
        assert export.marked_names == ["梅🌊"]
        assert not [name for name in ("李娜", "M" * 60, "Ｍｅｉ") if squeezed(name) not in text]


def harmful_lines(content: bytes) -> list[str]:
    text = content.decode().removeprefix(BOM)
    rows = csv.reader(io.StringIO(text, newline=""))
    return [cell for row in rows for cell in row if HARM in cell]
