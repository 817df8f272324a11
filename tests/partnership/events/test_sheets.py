"""Registrations from a file: the same rule of seats, everything wrong said with its row."""

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from partnership.accounts.models import User
from partnership.core.sheets import files
from partnership.core.spreadsheets import csv_lines
from partnership.events.choices import RegistrationStatus, Source
from partnership.events.details import Named
from partnership.events.models import Event, Registration
from partnership.notifications.models import OutgoingMessage
from tests.factories.events import EventFactory, RegistrationFactory

pytestmark = pytest.mark.django_db

IMPORT = reverse("admin:events_registration_import")
EXPORT = reverse("admin:events_registration_export")
S = RegistrationStatus


@pytest.fixture
def desk(client: Client, lin: User) -> Client:
    client.force_login(lin)
    return client


def looked_at(desk: Client, *rows: list[str]) -> str:
    file = SimpleUploadedFile("people.csv", "".join(csv_lines(rows)).encode())
    return desk.post(IMPORT, {"file": file}).content.decode()


def imported(desk: Client, *rows: list[str]) -> str:
    """Go both steps; return the page of the first."""
    page = looked_at(desk, *rows)
    for signed in re.findall(r'name="looked_at" value="([^"]+)"', page):
        desk.post(IMPORT, {"looked_at": signed})
    return page


def faults(page: str) -> list[tuple[str, str]]:
    return re.findall(r"<tr><td>(\d+)</td><td>([^<]*)</td>", page)


def test_the_first_rows_get_the_seats_and_the_next_ones_wait(desk: Client, event: Event) -> None:
    told = OutgoingMessage.objects.count()

    page = imported(
        desk,
        ["编号", "活动", "姓名", "邮箱", "语言"],
        ["", event.slug, "Mei", "MEI@example.org", "English"],
        ["", event.title_zh_hans, "林", "lin@example.org", ""],
        ["", event.title_en, "Wu", "wu@example.org", "中文"],
    )

    assert not faults(page)
    rows = list(Registration.objects.order_by("pk"))
    assert [(row.email, row.status, row.language) for row in rows] == [
        ("mei@example.org", S.CONFIRMED, "en"),
        ("lin@example.org", S.CONFIRMED, "zh-hans"),
        ("wu@example.org", S.WAITLISTED, "zh-hans"),
    ]
    assert {row.source for row in rows} == {Source.IMPORT}
    assert OutgoingMessage.objects.count() == told + 3


def test_looking_at_the_file_writes_and_tells_nothing(desk: Client, event: Event) -> None:
    told = OutgoingMessage.objects.count()

    page = looked_at(
        desk, ["uid", "event_id", "name", "email"], ["", event.slug, "Mei", "mei@example.org"]
    )

    assert "Mei (mei@example.org)" in page
    assert not Registration.objects.exists()
    assert OutgoingMessage.objects.count() == told


def test_a_school_group_needs_the_consent_of_the_guardians(desk: Client) -> None:
    event = EventFactory(published=True, max_group_size=40)
    head = ["uid", "event_id", "name", "email", "children", "guardians_agree"]
    row = ["", event.slug, "Teacher", "teacher@example.org", "30"]

    assert faults(imported(desk, head, [*row, ""])) == [("2", "–")]
    imported(desk, head, [*row, "是"])

    assert Registration.objects.get().seats == 31
    assert Registration.objects.get().guardians_agreed_at


TEAM = ["uid", "event_id", "name", "email", "other_adults", "members", "members_agree"]


def test_other_adults_are_named_with_their_own_consent(desk: Client) -> None:
    event = EventFactory(published=True, max_group_size=40)
    row = ["", event.slug, "Leader", "leader@example.org", "2", " 林海；Wu  Mei"]

    unasked = imported(desk, TEAM, [*row, ""])
    assert faults(unasked) == [("2", "其他成年人同意")]
    assert not Registration.objects.exists()
    assert not faults(imported(desk, TEAM, [*row, "是"]))

    team = Registration.objects.get()
    assert [member.name for member in team.members.all()] == ["林海", "Wu Mei"]
    assert (team.seats, team.members_agreed_at is None) == (3, False)


def test_no_more_adults_are_named_than_have_seats(desk: Client) -> None:
    event = EventFactory(published=True, max_group_size=40)
    rows = [
        ["", event.slug, "One", "one@example.org", "1", "Wu; Mei", "yes"],
        ["", event.slug, "Two", "two@example.org", "1", "x" * 121, "yes"],
    ]

    page = imported(desk, TEAM, *rows)

    assert faults(page) == [("2", "其他成年人姓名"), ("3", "其他成年人姓名")]
    assert not Registration.objects.exists()


def test_the_consent_of_the_other_adults_goes_out_and_comes_back(
    desk: Client, django_assert_max_num_queries: Any
) -> None:
    event = EventFactory(published=True, max_group_size=40)

    def exported() -> tuple[list[list[str]], int]:
        with django_assert_max_num_queries(40) as found:
            sheet = files.read(desk.post(EXPORT, {"format": "xlsx"}).content)
        return [sheet.headings, *(cells for _line, cells in sheet.rows)], len(found)

    named = {"other_adults": 2, "members": (Named("林海"), Named("Wu Mei"))}
    RegistrationFactory(event=event, **named)
    before = RegistrationFactory(event=event, **named)
    Registration.objects.filter(pk=before.pk).update(members_agreed_at=None)
    RegistrationFactory(event=event)

    table, three = exported()
    place = table[0].index("其他成年人同意")
    found = sorted((row[place - 1], row[place]) for row in table[1:])
    assert found == [("", "否"), ("林海；Wu Mei", "否"), ("林海；Wu Mei", "是")]
    assert not faults(imported(desk, *table)), "nothing is asked anew of whoever is on the list"
    RegistrationFactory.create_batch(20, event=event, **named)
    assert exported()[1] == three


def test_every_fault_is_told_at_once_and_nothing_is_written(desk: Client, event: Event) -> None:
    RegistrationFactory(event=event, email="known@example.org")
    past = EventFactory(held=True)
    before = Registration.objects.count()

    page = imported(
        desk,
        ["uid", "event_id", "name", "email", "children"],
        ["", event.slug, "Good", "good@example.org", ""],
        ["", "", "No event", "a@example.org", ""],
        ["", past.slug, "Too late", "b@example.org", ""],
        ["", event.slug, "No address", "nobody", ""],
        ["", event.slug, "Known", "known@example.org", ""],
        ["", event.slug, "Twice", "good@example.org", ""],
        ["", event.slug, "Too many", "c@example.org", "-3"],
    )

    assert [line for line, _heading in faults(page)] == ["3", "4", "5", "6", "7", "8"]
    assert Registration.objects.count() == before


def test_what_was_exported_changes_nothing_when_it_comes_back(desk: Client, event: Event) -> None:
    RegistrationFactory(event=event)
    sheet = files.read(desk.post(EXPORT, {"format": "xlsx"}).content)
    table = [sheet.headings, *(cells for _line, cells in sheet.rows)]

    unchanged = imported(desk, *table)
    table[1][2] = "Somebody else"
    changed = imported(desk, *table)

    assert not faults(unchanged)
    assert [line for line, _heading in faults(changed)] == ["2"]
    assert Registration.objects.get().name != "Somebody else"


def test_a_number_nobody_has_is_refused(desk: Client, event: Event) -> None:
    page = imported(
        desk, ["uid", "event_id", "name", "email"], ["17", event.slug, "Mei", "mei@example.org"]
    )

    assert [line for line, _heading in faults(page)] == ["2"]
    assert not Registration.objects.exists()
