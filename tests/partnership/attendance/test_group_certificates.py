"""Certificates of groups: one with the heads somebody has counted, and with no member's name."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from partnership.accounts.models import User
from partnership.attendance import actions
from partnership.attendance.actions import certifying
from partnership.attendance.certificates import pdf
from partnership.attendance.errors import NotCounted
from partnership.attendance.models import CheckIn, Plan
from partnership.events.details import Named
from partnership.events.models import Event
from tests.partnership.attendance.test_certificates import attended, over
from tests.pdf_texts import squeezed, text_of

pytestmark = pytest.mark.django_db


def test_a_group_gets_one_with_its_head_count_and_no_names(event: Event, lin: User) -> None:
    members = (Named("Hai Nguyen", "Hai"), Named("Aung Myint"), Named("Dara Sok"))
    row = attended(event, other_adults=3, group_name="Class 5", members=members)
    CheckIn.objects.create(
        registration=row, day=timezone.localdate(), people=3, at=timezone.now(), by=lin
    )

    made = actions.issue(over(event), by=lin)[0]

    assert (made.people, made.group_name) == (3, "Class 5")
    text = text_of(pdf.pdf_of(made))
    assert "agroupof3people" in text
    assert row.members.count() == 3
    for member in members:
        assert squeezed(member.name) not in text


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
