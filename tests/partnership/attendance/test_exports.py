"""Files about the people of an event: who may have which, of whom, and what is in them."""

import io
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook

from partnership.accounts.models import User
from partnership.attendance import actions, policies, tasks
from partnership.attendance.actions import exporting
from partnership.attendance.choices import Paper
from partnership.attendance.models import Export
from partnership.attendance.papers import making, table
from partnership.core import qr, retention
from partnership.core.choices import FileState, Verb
from partnership.core.errors import NotAllowed
from partnership.core.models import AuditEvent
from partnership.core.publishing import make_pdf
from partnership.events import actions as events
from partnership.events.details import Details, Named
from partnership.events.models import Event, Registration, SeatHold
from tests.factories.attendance import ExportFactory, StewardFactory
from tests.factories.events import RegistrationFactory, SeatHoldFactory, clerk
from tests.factories.network import MembershipFactory, PersonFactory
from tests.partnership.attendance.test_certificates import NAMES
from tests.pdf_texts import squeezed, text_of

pytestmark = pytest.mark.django_db


def made(event: Event, paper: str, by: User, language: str = "en") -> Export:
    """Ask for the file and let a worker make it."""
    export = actions.ask_for(event, paper, by=by, language=language)
    tasks.make_export(export.pk)
    export.refresh_from_db()
    return export


def cells(export: Export) -> list[tuple[Any, ...]]:
    book = load_workbook(io.BytesIO(bytes(export.content)))
    return list(book.worksheets[0].iter_rows(values_only=True))


@pytest.fixture
def hold(event: Event) -> SeatHold:
    return SeatHoldFactory(event=event, seats=2)


@pytest.fixture
def focal(hold: SeatHold) -> User:
    """Focal speaks for the city that has seats."""
    return MembershipFactory(organisation=hold.organisation, user__name="Focal").user


def nominated(event: Event, hold: SeatHold, name: str = "Nominated") -> Registration:
    email = f"{name.lower()}@example.org"
    typed = Details(email=email, language="en", name=name)
    return events.enter(event, typed, by=clerk(), hold=hold)


# --- What is in them ---------------------------------------------------------------------------


def test_the_table_has_every_column_and_every_registration(
    event: Event, mei: Registration, lin: User, sun: User
) -> None:
    group = RegistrationFactory(
        event=event, group_name="=SUM(A1)", other_adults=1, members=(Named("Second"),)
    )
    events.cancel(RegistrationFactory(event=event))
    actions.check_in(group, people=2, by=sun)

    export = made(event, Paper.REGISTRATIONS, lin)

    head, *rows = cells(export)
    assert len(head) == len(table.COLUMNS) == 31
    assert (len(rows), export.done, export.total) == (3, 3, 3)
    row = dict(zip(head, rows[1], strict=True))
    assert row["Name of the group"] == "'=SUM(A1)", "no cell becomes a formula"
    assert row["Names of the other adults"] == "Second"
    assert row["Other adults agree since"]
    assert not dict(zip(head, rows[0], strict=True))["Other adults agree since"]
    assert (row["People checked in"], row["Seats"], row["Status"]) == (2, 2, "confirmed")
    assert dict(zip(head, rows[2], strict=True))["Cancelled by"] == "the person"
    assert rows[0][5] == mei.email


@pytest.mark.parametrize("paper", [Paper.REGISTRATIONS, Paper.LIST_XLSX])
def test_a_table_of_a_demo_event_is_marked(
    event: Event, mei: Registration, lin: User, paper: Paper
) -> None:
    def name_of(language: str) -> str:
        content = bytes(made(event, paper, lin, language).content)
        return str(load_workbook(io.BytesIO(content)).sheetnames[0])

    plain = name_of("en")
    Event.objects.update(is_demo=True)

    assert name_of("en") == f"Demo data {plain}", "a sheet's name has no brackets"
    assert name_of("zh-hans").startswith("【演示数据】")


def test_moments_are_those_of_the_place(event: Event, mei: Registration, lin: User) -> None:
    moment = datetime(2027, 3, 8, 18, 0, tzinfo=UTC)
    Event.objects.update(timezone="Asia/Yangon")
    Registration.objects.update(confirmed_at=moment)

    head, row = cells(made(event, Paper.REGISTRATIONS, lin))

    assert dict(zip(head, row, strict=True))["Confirmed"] == "2027-03-09 00:30"


def test_lists_have_names_in_both_scripts_and_no_addresses(event: Event, lin: User) -> None:
    RegistrationFactory(event=event, name="林海", latin_name="Lin Hai", organisation_name="Port")
    waiting = RegistrationFactory(event=event, name="Cancelled")
    events.cancel(waiting)

    head, *rows = cells(made(event, Paper.LIST_XLSX, lin))

    assert head[-1] == "Attendance"
    assert rows == [(1, "林海", "Lin Hai", "Port", None, None, 1, "not noted")]
    text = text_of(bytes(made(event, Paper.LIST_PDF, lin).content))
    assert "林海" in text
    assert "LinHai" in text
    assert "example.org" not in text


def test_a_sheet_leaves_room_for_signatures(event: Event, mei: Registration, lin: User) -> None:
    head, row = cells(made(event, Paper.SHEET_XLSX, lin))

    assert (head[-1], row[-1]) == ("Signature", None)
    assert "签字" in text_of(bytes(made(event, Paper.SHEET_PDF, lin, "zh-hans").content))


def test_badges_are_for_named_grown_ups_and_carry_the_code_of_the_entrance(
    event: Event, lin: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    group = RegistrationFactory(
        event=event, name=NAMES[0], latin_name="Myint Myat", other_adults=1, members=(Named("Hai"),)
    )
    for name in NAMES[1:]:
        RegistrationFactory(event=event, name=name)

    set_in = {}

    def set_by_typst(template: str, data: dict[str, Any], **options: Any) -> bytes:
        set_in.update(data)
        return make_pdf(template, data, **options)

    monkeypatch.setattr(making, "make_pdf", set_by_typst)
    text = text_of(bytes(made(event, Paper.BADGES, lin).content))
    head, *rows = cells(made(event, Paper.BADGES_XLSX, lin))

    for wanted in (*NAMES, "Myint Myat", "Hai", event.title_en):
        assert squeezed(wanted) in text, wanted
    assert head == ("Name", "Name in Latin letters", "Organisation", "Address in the code")
    assert {row[0] for row in rows} == {*NAMES, "Hai"}
    own = f"http://testserver/en/check-in/{group.uid}/"
    assert {row[0]: row[3] for row in rows}["Hai"] == own, "it holds for everybody of the group"
    codes = {each["name"]: each["code"]["path"] for each in set_in["badges"]}
    assert codes["Hai"] == codes[NAMES[0]] == qr.path_of(own)[1]
    assert len(set(codes.values())) == len(NAMES)


def test_a_file_that_cannot_be_made_says_why(event: Event, lin: User) -> None:
    empty = made(event, Paper.BADGES, lin)

    assert (empty.state, bool(empty.failure)) == (FileState.FAILED, True)


UNKNOWN = "Mei \U00013080"  # an Egyptian eye


@pytest.mark.parametrize("paper", [Paper.BADGES, Paper.LIST_PDF, Paper.SHEET_PDF])
def test_one_name_no_font_has_does_not_stop_the_others(
    client: Client, event: Event, lin: User, paper: Paper
) -> None:
    RegistrationFactory(event=event, name=UNKNOWN, organisation_name="Port of Xiamen")
    RegistrationFactory(event=event, name="\U00013080", latin_name="Mei Lin")
    RegistrationFactory(event=event, name="Hai", latin_name="\U00013080i")

    export = made(event, paper, lin)

    text = text_of(bytes(export.content))
    for printed in ("Mei 〓", "Port of Xiamen", "Mei Lin", "Hai", "〓i"):
        assert squeezed(printed) in text, printed
    client.force_login(lin)
    for language, said in (("en", "No font has all characters"), ("zh-hans", "没有字体")):
        page = client.get(f"/{language}/events/{event.slug}/files/").content.decode()
        assert said in page
        assert f'<li lang="">{UNKNOWN}</li>' in page


def test_a_workbook_leaves_characters_to_the_readers_fonts(event: Event, lin: User) -> None:
    RegistrationFactory(event=event, name=UNKNOWN)

    export = made(event, Paper.LIST_XLSX, lin)

    assert cells(export)[1][1] == UNKNOWN
    assert export.marked_names == []


# --- Who may -----------------------------------------------------------------------------------


def test_stewards_get_what_the_door_needs(event: Event, sun: User) -> None:
    assert set(policies.papers_for(sun, event)) == set(Paper) - {Paper.REGISTRATIONS}
    with pytest.raises(NotAllowed):
        actions.ask_for(event, Paper.REGISTRATIONS, by=sun, language="en")
    assert policies.papers_for(StewardFactory().person, event) == []


def test_a_city_gets_the_list_of_its_own_people_alone(
    event: Event, mei: Registration, hold: SeatHold, focal: User
) -> None:
    nominated(event, hold)

    assert set(policies.papers_for(focal, event)) == {Paper.LIST_XLSX, Paper.LIST_PDF}
    rows = cells(made(event, Paper.LIST_XLSX, focal))[1:]

    assert [row[1] for row in rows] == ["Nominated"]


def test_the_way_to_lists_stands_on_the_events_page_for_whom_there_are_any(
    client: Client, event: Event, hold: SeatHold, focal: User, sun: User, lin: User
) -> None:
    page, way = f"/en/events/{event.slug}/", f"/en/events/{event.slug}/files/"

    for person, is_there in ((focal, True), (sun, True), (lin, True), (PersonFactory(), False)):
        client.force_login(person)
        assert (way in client.get(page).content.decode()) is is_there, person
    client.logout()
    assert way not in client.get(page).content.decode()


def test_whoever_loses_the_right_gets_no_file(event: Event, mei: Registration, sun: User) -> None:
    ready = made(event, Paper.LIST_XLSX, sun)
    asked = actions.ask_for(event, Paper.LIST_PDF, by=sun, language="en")
    event.attendance_plan.stewards.all().delete()

    tasks.make_export()

    asked.refresh_from_db()
    assert asked.state == FileState.FAILED
    with pytest.raises(NotAllowed):
        actions.fetch(ready, by=sun)


def test_asking_and_fetching_leave_a_trace(event: Event, mei: Registration, lin: User) -> None:
    export = made(event, Paper.LIST_XLSX, lin)
    actions.fetch(export, by=lin)

    notes = AuditEvent.objects.filter(verb=Verb.EXPORTED).order_by("occurred_at")
    assert list(notes.values_list("note", flat=True)) == [
        "participants-xlsx",
        "participants-xlsx: 1",
    ]


# --- The work ----------------------------------------------------------------------------------


def test_the_same_file_is_made_once_at_a_time(event: Event, lin: User) -> None:
    first = actions.ask_for(event, Paper.BADGES, by=lin, language="en")

    assert actions.ask_for(event, Paper.BADGES, by=lin, language="en") == first
    assert actions.ask_for(event, Paper.BADGES, by=lin, language="zh-hans") != first


def test_what_a_dead_worker_left_is_made_by_another(
    event: Event, mei: Registration, lin: User
) -> None:
    export = actions.ask_for(event, Paper.LIST_XLSX, by=lin, language="en")
    long_ago = timezone.now() - timedelta(minutes=11)
    Export.objects.update(state=FileState.RUNNING, begun_at=timezone.now())
    assert not actions.make_next(), "somebody may be at it"
    Export.objects.update(begun_at=long_ago)

    assert actions.make_next()

    export.refresh_from_db()
    assert export.is_ready


def test_a_fault_is_said_and_not_tried_for_ever(
    event: Event, mei: Registration, lin: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    export = actions.ask_for(event, Paper.LIST_XLSX, by=lin, language="en")
    monkeypatch.setattr(exporting, "make", lambda *_arguments: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        tasks.make_export()

    export.refresh_from_db()
    assert (export.state, "fault" in export.failure) == (FileState.FAILED, True)
    assert not actions.make_next()


def test_a_week_later_the_file_is_deleted(settings: Any) -> None:
    ExportFactory()
    later = timezone.now() + timedelta(days=settings.EXPORT_RETENTION_DAYS + 1)

    retention.run(now=later)

    assert not Export.objects.exists()


# --- Pages -------------------------------------------------------------------------------------


def test_the_page_shows_progress_and_hands_the_file_out(
    client: Client, event: Event, mei: Registration, sun: User
) -> None:
    client.force_login(sun)
    address = f"/en/events/{event.slug}/files/"
    offered = client.get(address).content.decode()
    assert "Badges" in offered
    assert "every column" not in offered

    client.post(address, {"paper": Paper.REGISTRATIONS})
    assert not Export.objects.exists(), "not for stewards"
    page = client.post(address, {"paper": Paper.LIST_XLSX}, follow=True).content.decode()
    assert "<progress" in page
    export = Export.objects.get()
    file = f"/en/events/files/{export.pk}/"
    assert client.get(file).headers["Location"] == address, "it is not ready"
    tasks.make_export()

    assert "<progress" not in client.get(address).content.decode()
    answer = client.get(file)
    assert export.file_name in answer.headers["Content-Disposition"]
    assert load_workbook(io.BytesIO(answer.content))
    client.force_login(PersonFactory())
    assert client.get(file).status_code == 404
    assert client.get(address).status_code == 404
    assert client.get("/en/events/no-such/files/").status_code == 404


def test_a_file_is_not_handed_out_once_the_right_is_gone(
    client: Client, event: Event, mei: Registration, sun: User
) -> None:
    export = made(event, Paper.LIST_XLSX, sun)
    client.force_login(sun)
    event.attendance_plan.stewards.all().delete()

    assert client.get(f"/en/events/files/{export.pk}/").status_code == 404


def test_the_page_asks_the_same_for_one_and_for_fifty(
    client: Client, event: Event, lin: User, django_assert_max_num_queries: Any
) -> None:
    client.force_login(lin)

    def queries() -> int:
        with django_assert_max_num_queries(25) as found:
            assert client.get(f"/en/events/{event.slug}/files/").status_code == 200
        return len(found)

    ExportFactory(event=event, asked_by=lin)
    queries()
    one = queries()
    ExportFactory.create_batch(2, event=event, asked_by=lin)
    three = queries()
    ExportFactory.create_batch(47, event=event, asked_by=lin)

    assert one == three == queries()


def test_making_asks_the_same_for_few_and_for_many(
    event: Event, lin: User, django_assert_max_num_queries: Any
) -> None:
    Event.objects.filter(pk=event.pk).update(capacity=None)
    event.refresh_from_db()

    def queries() -> int:
        with django_assert_max_num_queries(25) as found:
            made(event, Paper.REGISTRATIONS, lin)
        return len(found)

    RegistrationFactory(event=event)
    queries()
    one = queries()
    RegistrationFactory.create_batch(29, event=event)

    assert queries() == one


def test_a_file_says_what_it_is() -> None:
    assert "参加人员" in str(ExportFactory())
