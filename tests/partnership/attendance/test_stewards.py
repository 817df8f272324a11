"""Stewards and plans of attendance, as the secretariat makes them."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from partnership.accounts.models import User
from partnership.attendance import policies
from partnership.attendance.models import Plan
from tests.factories.attendance import StewardFactory
from tests.factories.copies import copies, in_turn
from tests.factories.events import EventFactory
from tests.factories.network import PersonFactory
from tests.forms_in_pages import fields_of

pytestmark = pytest.mark.django_db


def test_the_secretariat_names_a_steward_who_is_told_and_finds_the_door(
    client: Client, plan: Plan, zhao: User, settings: Any
) -> None:
    settings.REQUIRE_STAFF_MFA = False
    person = PersonFactory(email="hai@example.org")
    client.force_login(zhao)

    def deed(slug: str, **typed: Any) -> Any:
        return client.post(reverse("admin:attendance_plan_deed", args=[plan.pk, slug]), typed)

    assert "没有" in deed("name-steward", email="nobody@example.org").content.decode()
    assert deed("name-steward", email="HAI@example.org").status_code == 302
    assert deed("name-steward", email="hai@example.org").status_code == 200, "twice is refused"
    assert policies.is_steward(person, plan.event)
    assert person.notifications.get().kind == "attendance.steward"
    page = client.get(reverse("admin:attendance_plan_change", args=[plan.pk])).content.decode()
    assert str(person) in page
    client.force_login(person)
    assert plan.event.title_en in client.get("/en/desk/").content.decode()

    client.force_login(zhao)
    assert deed("withdraw-steward", steward=plan.stewards.get().pk).status_code == 302
    assert not policies.is_steward(person, plan.event)


def test_a_plan_is_made_for_an_event(client: Client, zhao: User, settings: Any) -> None:
    settings.REQUIRE_STAFF_MFA = False
    client.force_login(zhao)
    event = EventFactory(published=True)

    address = reverse("admin:attendance_plan_add")
    typed = fields_of(client.get(address), "plan_form")
    answer = client.post(address, {**typed, "event": event.pk})

    assert answer.status_code == 302, answer.content.decode()[-3000:]
    assert str(Plan.objects.get()) == str(event)


def test_the_list_of_plans_asks_the_same_for_one_and_for_fifty(
    client: Client, zhao: User, settings: Any, django_assert_max_num_queries: Any
) -> None:
    settings.REQUIRE_STAFF_MFA = False
    client.force_login(zhao)
    address = reverse("admin:attendance_plan_changelist")
    plan = StewardFactory().plan
    client.get(address)

    def more(count: int) -> None:
        copies(plan, count, event=in_turn(copies(plan.event, count)))

    def queries() -> int:
        with django_assert_max_num_queries(40) as found:
            assert client.get(address).status_code == 200
        return len(found)

    one = queries()
    more(2)
    three = queries()
    more(47)

    assert one == three == queries()
