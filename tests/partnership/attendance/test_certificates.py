"""Certificates: given for attendance, printed in both languages, checked by anybody."""

from datetime import timedelta
from functools import partial
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from partnership.accounts.models import User
from partnership.attendance import actions, tasks
from partnership.attendance.actions import certifying
from partnership.attendance.certificates import numbering, pdf
from partnership.attendance.errors import AlreadyRevoked, NotHeldYet
from partnership.attendance.models import Certificate, Plan
from partnership.core import retention
from partnership.core.admin import waiting
from partnership.core.errors import NotAllowed, ReasonMissing
from partnership.core.models import AuditEvent
from partnership.events import actions as events
from partnership.events import links
from partnership.events.choices import Attendance, Kind
from partnership.events.models import Event, Registration
from partnership.notifications.models import OutgoingMessage
from tests.factories.events import EventFactory, RegistrationFactory, clerk, held
from tests.factories.network import PersonFactory
from tests.partnership.events.races import outcomes_of
from tests.pdf_texts import squeezed, text_of

pytestmark = pytest.mark.django_db

NAMES = [
    "林海洋",
    "นภา ทะเลไทย",
    "Nguyễn Thị Hải Yến",
    "မြင့်မြတ်",
    "សុខ សាន្ត",
    "ສົມສັກ ທະເລ",
]


def attended(event: Event, **values: Any) -> Registration:
    """Somebody who attended, whatever was noted."""
    row = RegistrationFactory(event=event, **values)
    Registration.objects.filter(pk=row.pk).update(attendance=Attendance.ATTENDED)
    row.refresh_from_db()
    return row


def over(event: Event) -> Event:
    held(event)
    event.refresh_from_db()
    return event


def certified(event: Event, lin: User, **values: Any) -> Certificate:
    attended(event, **values)
    actions.issue(over(event), by=lin)
    return Certificate.objects.latest("pk")


# --- Who gets one ------------------------------------------------------------------------------


def test_the_year_of_its_number_is_that_of_beijing(event: Event, lin: User) -> None:
    attended(event)
    over(event)

    with time_machine.travel("2031-12-31T16:30:00Z"):
        (made,) = actions.issue(event, by=lin)

    assert made.number == "CN-AS-C-2032-00001"


def test_whoever_attended_gets_one_once_and_is_told(event: Event, lin: User) -> None:
    row = attended(event)
    RegistrationFactory(event=event)  # nothing is noted of this one

    made = actions.issue(over(event), by=lin)

    assert [each.registration for each in made] == [row]
    assert made[0].number == f"CN-AS-C-{timezone.now().year}-00001"
    assert OutgoingMessage.objects.get(kind="attendance.certificate").to_address == row.email
    assert actions.issue(event, by=lin) == []


def test_there_is_none_before_the_event_is_held_nor_for_a_cancelled_one(
    event: Event, lin: User
) -> None:
    attended(event)
    with pytest.raises(NotHeldYet):
        actions.issue(event, by=lin)

    events.cancel_event(event, by=clerk(), reason_zh="台风。", reason_en="A typhoon.")

    with pytest.raises(NotHeldYet):
        actions.issue(event, by=lin)
    assert not Certificate.objects.exists()


def test_only_the_secretariat_gives_and_revokes(event: Event, sun: User, lin: User) -> None:
    made = certified(event, lin)

    for deed in (
        lambda: actions.issue(event, by=sun),
        lambda: actions.revoke(made, by=sun, reason="No."),
    ):
        with pytest.raises(NotAllowed):
            deed()


def test_who_is_revoked_gets_another_only_by_replacement(event: Event, lin: User) -> None:
    made = certified(event, lin)
    with pytest.raises(ReasonMissing):
        actions.revoke(made, by=lin, reason=" ")
    actions.revoke(made, by=lin, reason="Was not there.")
    assert not AuditEvent.objects.filter(note__contains="not there"), "it stands in the row alone"

    assert actions.issue(event, by=lin) == []
    with pytest.raises(AlreadyRevoked):
        actions.replace(made, by=lin, reason="Again.")
    assert OutgoingMessage.objects.filter(kind="attendance.certificate_revoked").count() == 1


def test_a_replacement_has_the_name_as_it_is_written_now(event: Event, lin: User) -> None:
    made = certified(event, lin)
    events.correct_names(made.registration, {"name": "Mei Lin"}, by=clerk())

    new = actions.replace(made, by=lin, reason="The name was misspelt.")

    made.refresh_from_db()
    assert (new.name, new.holds, made.holds) == ("Mei Lin", True, False)
    assert new.number != made.number
    assert OutgoingMessage.objects.filter(kind="attendance.certificate").count() == 2


def test_one_registration_has_one_that_holds(event: Event, lin: User) -> None:
    made = certified(event, lin)
    made.pk, made.number, made.code = None, "CN-AS-C-2026-99999", "X" * 12

    with pytest.raises(IntegrityError), transaction.atomic():
        made.save(force_insert=True)


@pytest.mark.django_db(transaction=True)
def test_numbers_are_unique_whoever_issues_at_the_same_moment(lin: User) -> None:
    plans = []
    for _number in range(4):
        event = EventFactory(published=True)
        for _person in range(3):
            attended(event)
        plans.append(over(event))
    works = [partial(actions.issue, event, by=lin) for event in plans * 2]

    assert outcomes_of(works) == {"done": 8}

    numbers = sorted(Certificate.objects.values_list("number", flat=True))
    assert [int(number[-5:]) for number in numbers] == list(range(1, 13))


# --- What is printed ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_every_script_of_the_partnership_is_printed(event: Event, lin: User, name: str) -> None:
    made = certified(event, lin, name=name, latin_name="A Latin name")
    Event.objects.update(title_en="Dialogue on marine litter", title_zh_hans="海洋垃圾圆桌对话")
    made = actions.replace(made, by=lin, reason="New title.")

    text = text_of(pdf.pdf_of(made))

    for wanted in (
        name,
        "A Latin name",
        "Dialogue on marine litter",
        "海洋垃圾圆桌对话",
        "参与证明",
        "Certificate of attendance",
        made.number,
        made.shown_code,
    ):
        assert squeezed(wanted) in text, wanted


def test_a_name_no_font_has_is_named_and_passed_over(event: Event, lin: User) -> None:
    other = attended(event)
    odd = attended(event, name="Mei \U00013080")

    (found,) = actions.unprintable([odd, other])
    made = actions.issue(over(event), by=lin)

    assert (found.registration, found.characters) == (odd, "\U00013080")
    assert [each.registration for each in made] == [other]


def test_of_many_the_first_are_given_at_once_and_the_others_by_the_worker(
    event: Event, lin: User, desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(certifying, "PART", 2)
    rows = [attended(event) for _number in range(5)]
    Registration.objects.filter(pk=rows[1].pk).update(name="Mei \U00013080")
    plan = over(event).attendance_plan
    address = reverse("admin:attendance_plan_change", args=[plan.pk])

    first = actions.issue(event, by=lin)

    assert [each.registration for each in first] == [rows[0]]
    assert actions.issue(event, by=lin) == [], "they are on their way"
    page = desk.get(address).content.decode()
    assert "已颁发1份，共5份，其余正在颁发" in page
    assert "issue-certificates" not in page

    tasks.issue_certificates(plan.pk)

    assert Certificate.objects.count() == 4
    assert set(Certificate.objects.values_list("issued_by", flat=True)) == {lin.pk}
    assert OutgoingMessage.objects.filter(kind="attendance.certificate").count() == 4
    plan.refresh_from_db()
    assert not plan.is_certifying
    assert "已颁发4份，共5份" in desk.get(address).content.decode()


def test_codes_are_read_as_people_type_them() -> None:
    code = numbering.new_code()
    shown = Certificate(code=code).shown_code

    assert len(code) == 12
    assert numbering.typed_code(f" {shown.lower()} ") == code


# --- Pages -------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_anybody_checks_a_certificate_by_its_code(
    client: Client, event: Event, lin: User, language: str
) -> None:
    made = certified(event, lin, organisation_name="Port of Xiamen")

    found = client.get(f"/{language}/certificates/", {"code": made.shown_code.lower()}, follow=True)

    page = found.content.decode()
    for wanted in (made.number, made.name, "Port of Xiamen", made.printed[language]["title"]):
        assert wanted in page, wanted
    assert made.registration.email not in page
    unknown = client.get(f"/{language}/certificates/", {"code": "AAAA"})
    assert unknown.status_code == 200
    assert "AAAA" in unknown.content.decode()
    assert client.get(f"/{language}/certificates/{'A' * 12}/").status_code == 404


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_the_page_shows_nothing_of_a_person_that_the_paper_does_not(
    client: Client, event: Event, lin: User, language: str
) -> None:
    known = {
        "name": "Person Aa",
        "latin_name": "Latin Bb",
        "organisation_name": "Body Cc",
        "position": "Position Dd",
        "group_name": "Group Ee",
        "email": "ff@example.org",
    }
    made = certified(event, lin, **known)

    page = client.get(f"/{language}/certificates/{made.code}/").content.decode()
    paper = text_of(pdf.pdf_of(made))

    shown = {name for name, text in known.items() if text in page}
    assert {"name", "latin_name", "organisation_name"} <= shown
    assert shown <= {name for name, text in known.items() if squeezed(text) in paper}


def test_a_revoked_certificate_says_so_and_not_why(client: Client, event: Event, lin: User) -> None:
    made = certified(event, lin)
    actions.revoke(made, by=lin, reason="Was not there.")

    page = client.get(f"/en/certificates/{made.code}/").content.decode()

    assert "was revoked" in page
    assert "Was not there" not in page


def test_its_owner_downloads_it_from_the_registration(
    client: Client, event: Event, lin: User
) -> None:
    person = PersonFactory()
    made = certified(event, lin, person=person)
    client.force_login(person)
    address = reverse("events:own", args=[made.registration.uid])
    assert f'href="{address}certificate/"' in client.get(address).content.decode()

    file = client.get(f"{address}certificate/")

    assert file.headers["Content-Type"] == "application/pdf"
    assert made.number in file.headers["Content-Disposition"]
    client.force_login(PersonFactory())
    assert client.get(f"{address}certificate/").status_code == 404
    secret = links.make(made.registration)
    client.logout()
    by_link = reverse("events:registration", args=[secret])
    assert client.get(f"{by_link}certificate/").content.startswith(b"%PDF")
    actions.revoke(made, by=lin, reason="Was not there.")
    assert client.get(f"{by_link}certificate/").status_code == 404
    assert "revoked" in client.get(by_link.replace("zh-hans", "en")).content.decode()
    assert (
        client.get(f"{address.replace(str(made.registration.uid), 'x')}certificate/").status_code
        == 404
    )


@pytest.fixture
def desk(client: Client, zhao: User, settings: Any) -> Client:
    settings.REQUIRE_STAFF_MFA = False
    client.force_login(zhao)
    return client


def test_the_secretariat_issues_from_the_plan(desk: Client, plan: Plan, zhao: User) -> None:
    attended(plan.event)
    attended(plan.event, name="Mei \U00013080")
    over(plan.event)
    asked = {str(item.question.title): item.count for item in waiting.items_for(zhao)}
    assert asked["可颁发证书的活动"] == 1
    address = reverse("admin:attendance_plan_deed", args=[plan.pk, "issue-certificates"])
    page = desk.get(address).content.decode()
    assert "将颁发1份证书" in page
    assert "\U00013080" in page
    listed = desk.get(reverse("admin:attendance_plan_changelist"), {"waits": "certificates"})
    assert str(plan) in listed.content.decode()

    assert desk.post(address).status_code == 302

    assert Certificate.objects.count() == 1


def test_the_secretariat_revokes_and_replaces(desk: Client, event: Event, lin: User) -> None:
    made = certified(event, lin)

    def deed(slug: str, row: Certificate, **typed: str) -> Any:
        return desk.post(reverse("admin:attendance_certificate_deed", args=[row.pk, slug]), typed)

    page = desk.get(reverse("admin:attendance_certificate_change", args=[made.pk]))
    assert made.shown_code in page.content.decode()
    assert desk.get(reverse("attendance:certificate-file", args=[made.code])).status_code == 200
    assert deed("replace", made).status_code == 200, "a reason is asked for"
    assert deed("replace", made, reason="Misspelt.").status_code == 302
    new = Certificate.objects.latest("pk")
    assert deed("revoke", new, reason="Mistake.").status_code == 302
    assert not Certificate.objects.holding().exists()


def test_the_list_asks_the_same_for_one_and_for_fifty(
    desk: Client, lin: User, django_assert_max_num_queries: Any
) -> None:
    address = reverse("admin:attendance_certificate_changelist")

    def more(count: int) -> None:
        event = EventFactory(published=True)
        for _number in range(count):
            attended(event)
        actions.issue(over(event), by=lin)

    def queries() -> int:
        with django_assert_max_num_queries(40) as found:
            assert desk.get(address).status_code == 200
        return len(found)

    more(1)
    desk.get(address)
    one = queries()
    more(2)
    three = queries()
    more(47)

    assert one == three == queries()


def test_after_ten_years_it_is_deleted(event: Event, lin: User, settings: Any) -> None:
    certified(event, lin)
    later = timezone.now() + timedelta(days=settings.CERTIFICATE_RETENTION_DAYS + 1)

    retention.run(now=later)

    assert not Certificate.objects.exists()
    again = retention.run(now=later)
    assert sum(outcome.count for outcome in again) == 0


def test_a_training_has_a_name_of_its_own_for_it(event: Event, lin: User) -> None:
    made = certified(event, lin)
    Event.objects.update(kind=Kind.TRAINING)

    data = pdf.data_of(Certificate.objects.get(pk=made.pk))

    assert (data["zh"]["heading"], data["en"]["heading"]) == ("培训证明", "Certificate of training")
