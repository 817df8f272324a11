"""Certificates of groups: one with the heads somebody has counted, and with no minor's name."""

import io
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from partnership.accounts.models import User
from partnership.attendance import actions
from partnership.attendance.actions import certifying
from partnership.attendance.certificates import pdf
from partnership.attendance.errors import NotCounted
from partnership.attendance.models import CheckIn, Plan
from partnership.events.details import Named
from partnership.events.models import Event, Registration
from tests.partnership.attendance.test_certificates import attended, over
from tests.pdf_texts import squeezed, text_of

pytestmark = pytest.mark.django_db


MEMBERS = (Named("Nguyễn Hải", "Nguyen Hai"), Named("အောင်မြင့်"), Named("Dara Sok"))


def group_of_four(event: Event, came: int, by: User) -> Registration:
    """A contact and three adults they have named, of whom `came` were counted."""
    row = attended(event, other_adults=3, group_name="Class 5", members=MEMBERS)
    CheckIn.objects.create(
        registration=row, day=timezone.localdate(), people=came, at=timezone.now(), by=by
    )
    return row


def test_where_all_of_a_group_came_its_certificate_names_the_other_adults(
    client: Client, event: Event, lin: User
) -> None:
    group_of_four(event, 4, lin)

    made = actions.issue(over(event), by=lin)[0]

    assert (made.people, made.group_name) == (4, "Class 5")
    assert made.members == ["Nguyễn Hải · Nguyen Hai", "အောင်မြင့်", "Dara Sok"]
    text = text_of(pdf.pdf_of(made))
    page = client.get(f"/en/certificates/{made.code}/").content.decode()
    assert "agroupof4people" in text
    for member in MEMBERS:
        assert squeezed(member.name) in text
        assert member.name in page


def test_adults_who_were_not_asked_are_not_named(event: Event, lin: User) -> None:
    row = group_of_four(event, 4, lin)
    Registration.objects.filter(pk=row.pk).update(members_agreed_at=None)

    made = actions.issue(over(event), by=lin)[0]

    assert (made.people, made.members) == (4, [])


def test_of_a_group_that_came_in_part_nobody_knows_which_adults_did(
    client: Client, plan: Plan, lin: User, zhao: User, settings: Any
) -> None:
    settings.REQUIRE_STAFF_MFA = False
    client.force_login(zhao)
    row = group_of_four(plan.event, 3, lin)
    event = over(plan.event)
    before = client.get(reverse("admin:attendance_plan_deed", args=[plan.pk, "issue-certificates"]))

    made = actions.issue(event, by=lin)[0]

    assert (made.people, made.members) == (3, [])
    text = text_of(pdf.pdf_of(made))
    assert "agroupof3people" in text
    for member in MEMBERS:
        assert squeezed(member.name) not in text
    assert f"{row.name}所报团体4人中有3人到场计数" in before.content.decode()


def test_sixty_names_stay_on_one_page(event: Event, lin: User) -> None:
    Event.objects.filter(pk=event.pk).update(max_group_size=80, capacity=80)
    event.refresh_from_db()
    members = tuple(
        Named(f"阮氏海洋{number}", f"Nguyen Thi Hai Duong {number}") for number in range(60)
    )
    row = attended(event, other_adults=60, group_name="Class 5", members=members)
    CheckIn.objects.create(
        registration=row, day=timezone.localdate(), people=61, at=timezone.now(), by=lin
    )

    made = actions.issue(over(event), by=lin)[0]

    assert len(PdfReader(io.BytesIO(pdf.pdf_of(made))).pages) == 1


def test_an_adult_whose_name_no_font_has_stops_the_certificate_of_the_group(
    event: Event, lin: User
) -> None:
    row = attended(event, other_adults=1, members=(Named("Hai \U00013080"),))
    CheckIn.objects.create(
        registration=row, day=timezone.localdate(), people=2, at=timezone.now(), by=lin
    )

    assert [each.characters for each in actions.unprintable([row])] == ["\U00013080"]
    assert actions.issue(over(event), by=lin) == []


def test_a_group_nobody_has_counted_is_named_and_passed_over(
    client: Client, plan: Plan, lin: User, zhao: User, settings: Any
) -> None:
    settings.REQUIRE_STAFF_MFA = False
    client.force_login(zhao)
    alone, group = attended(plan.event), attended(plan.event, name="Hai", other_adults=3)
    event = over(plan.event)
    address = reverse("admin:attendance_plan_deed", args=[plan.pk, "issue-certificates"])
    page = client.get(address).content.decode()
    assert "将颁发1份证书" in page
    assert "Hai所报团体将不予颁发" in page

    assert [each.registration for each in actions.issue(event, by=lin)] == [alone]

    assert not Plan.objects.to_certify().exists(), "the start page does not ask for it again"
    with pytest.raises(NotCounted):
        certifying.write(group, event, by=lin)
