"""Nominations in the secretariat's admin."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core.admin import waiting
from partnership.nominations import actions
from partnership.nominations.choices import NominationStatus
from partnership.nominations.models import Nomination, NominationQuota
from tests.factories.events import EventFactory, RegistrationFactory, held
from tests.factories.nominations import (
    CityOfficeFactory,
    NominationFactory,
    QuotaFactory,
    body_above,
    nominee,
    over,
)
from tests.forms_in_pages import fields_of

pytestmark = pytest.mark.django_db

S = NominationStatus


@pytest.fixture(autouse=True)
def _at_work(client: Client, lin: User, settings: Any) -> None:
    settings.REQUIRE_STAFF_MFA = False
    client.force_login(lin)


def deed(client: Client, obj: Any, slug: str, **typed: str) -> Any:
    name = f"admin:nominations_{obj._meta.model_name}_deed"
    return client.post(reverse(name, args=[obj.pk, slug]), typed)


def choose(client: Client, action: str, rows: list[Any], **typed: str) -> Any:
    data = {"action": action, "_selected_action": [row.pk for row in rows], **typed}
    return client.post(reverse("admin:nominations_nomination_changelist"), data, follow=True)


def states(*rows: Nomination) -> list[str]:
    return [Nomination.objects.get(pk=row.pk).status for row in rows]


def test_several_cities_are_asked_by_one_form(client: Client) -> None:
    event = EventFactory(published=True, capacity=5)
    cities = CityOfficeFactory.create_batch(2)
    address = reverse("admin:nominations_nominationquota_add")
    typed = {
        "event": event.pk,
        "organisations": [city.pk for city in cities],
        "seats": "2",
        "reserve_seats": "1",
        "deadline_0": "2099-01-01",
        "deadline_1": "12:00",
    }
    assert client.get(address).status_code == 200
    refused = client.post(address, {**typed, "seats": "3"})
    assert refused.status_code == 200
    assert not NominationQuota.objects.exists()

    answer = client.post(address, typed)

    assert answer.status_code == 302, answer.content.decode()[-3000:]
    assert NominationQuota.objects.count() == 2


def test_seats_and_deadline_are_changed(client: Client, quota: NominationQuota) -> None:
    address = reverse("admin:nominations_nominationquota_change", args=[quota.pk])
    typed = fields_of(client.get(address), "nominationquota_form")

    answer = client.post(address, {**typed, "seats": "4"})

    assert answer.status_code == 302, answer.content.decode()[-3000:]
    assert NominationQuota.objects.get().seats == 4
    NominationFactory.create_batch(3, quota=quota)
    typed = fields_of(client.get(address), "nominationquota_form")
    refused = client.post(address, {**typed, "seats": "0"})
    assert "已提名3人" in refused.content.decode()


def test_the_second_of_two_who_change_the_seats_is_shown_what_the_first_saved(
    client: Client, quota: NominationQuota
) -> None:
    address = reverse("admin:nominations_nominationquota_change", args=[quota.pk])
    typed = fields_of(client.get(address), "nominationquota_form")
    client.post(address, {**typed, "seats": "4"})

    clash = client.post(address, {**typed, "seats": "3", "reserve_seats": "7"})

    quota.hold.refresh_from_db()
    assert quota.hold.seats == 4
    page = clash.content.decode()
    assert "desk-clashes" in page
    assert ">4<" in page
    kept = fields_of(clash, "nominationquota_form")
    assert (kept["seats"], kept["reserve_seats"]) == ("3", "7")
    assert client.post(address, kept).status_code == 302
    quota.hold.refresh_from_db()
    assert quota.hold.seats == 3


def test_unused_seats_are_given_back_by_a_button(client: Client, quota: NominationQuota) -> None:
    assert (
        "release"
        not in client.get(
            reverse("admin:nominations_nominationquota_change", args=[quota.pk])
        ).content.decode()
    )
    over(quota)

    assert deed(client, quota, "release").status_code == 302
    quota.hold.refresh_from_db()
    assert quota.hold.seats == 0


def test_one_nomination_is_decided_by_its_buttons(client: Client, quota: NominationQuota) -> None:
    rows = NominationFactory.create_batch(3, quota=quota, submitted=True)
    assert deed(client, rows[0], "accept").status_code == 302
    assert deed(client, rows[1], "reserve").status_code == 302
    assert deed(client, rows[2], "return", reason="Position?").status_code == 302
    assert states(*rows) == [S.ACCEPTED, S.RESERVE, S.RETURNED]
    assert deed(client, rows[1], "decline", reason="Full.").status_code == 302
    again = deed(client, rows[0], "decline", reason="Full.")
    assert "Lin已作出决定" in again.content.decode()
    typed = {"name": "An", "email": "an@example.org", "language": "en", "position": ""}
    assert deed(client, rows[0], "substitute", **typed).status_code == 302
    assert states(rows[0]) == [S.WITHDRAWN]


def test_the_decision_page_says_what_to_look_at(client: Client, quota: NominationQuota) -> None:
    body_above(quota.organisation)
    row = NominationFactory(quota=quota, submitted=True)
    address = reverse("admin:nominations_nomination_deed", args=[row.pk, "accept"])
    assert "尚未认可" in client.get(address).content.decode()
    old = NominationFactory(quota=quota, accepted=True)
    Nomination.objects.filter(pk=row.pk).update(replaces=old)
    assert old.name in client.get(address).content.decode()


def test_many_are_decided_at_once(client: Client, quota: NominationQuota) -> None:
    rows = NominationFactory.create_batch(3, quota=quota, submitted=True)

    answer = choose(client, "accept_chosen", rows)
    assert states(*rows) == [S.ACCEPTED, S.ACCEPTED, S.SUBMITTED]
    assert rows[2].name in answer.content.decode(), "who finds no seat is named"
    asked = choose(client, "reserve_chosen", rows[2:])
    assert rows[2].name in asked.content.decode()
    choose(client, "reserve_chosen", rows[2:], sure="1", reason="")
    assert states(rows[2]) == [S.RESERVE]
    unsaid = choose(client, "decline_chosen", rows[2:], sure="1", reason="")
    assert unsaid.status_code == 200
    assert states(rows[2]) == [S.RESERVE]
    choose(client, "decline_chosen", rows[1:], sure="1", reason="Full.")
    assert states(*rows) == [S.ACCEPTED, S.ACCEPTED, S.DECLINED]


def test_what_was_decided_by_a_colleague_is_told_in_the_bulk(
    client: Client, quota: NominationQuota, zhao: User
) -> None:
    row = NominationFactory(quota=quota, submitted=True)
    actions.decline(row, by=zhao, reason="Full.")

    answer = choose(client, "accept_chosen", [row])

    assert "Zhao已作出决定" in answer.content.decode()


def test_a_person_is_shown_with_letter_and_history(client: Client, quota: NominationQuota) -> None:
    past = RegistrationFactory(event=EventFactory(published=True))
    held(past.event)
    row = NominationFactory(quota=quota, email=past.email, submitted=True)
    address = reverse("admin:nominations_nomination_change", args=[row.pk])

    page = client.get(address).content.decode()

    assert f"/nominations/{quota.pk}/people/{row.pk}/letter/" in page
    assert past.event.title_zh_hans in page
    Nomination.objects.update(letter=None)
    assert client.get(address).status_code == 200


def test_lists_are_narrowed_by_what_waits(client: Client, quota: NominationQuota) -> None:
    submitted = NominationFactory(quota=quota, submitted=True)
    draft = NominationFactory(quota=quota)
    address = reverse("admin:nominations_nomination_changelist")
    page = client.get(f"{address}?work=decide").content.decode()
    assert submitted.name in page
    assert draft.name not in page
    assert submitted.name not in client.get(f"{address}?work=endorse").content.decode()
    assert submitted.name in client.get(f"{address}?quota={quota.pk}").content.decode()
    quotas = reverse("admin:nominations_nominationquota_changelist")
    assert str(quota.organisation) not in client.get(f"{quotas}?work=unused").content.decode()
    over(quota)
    assert str(quota.organisation) in client.get(f"{quotas}?work=unused").content.decode()
    due = QuotaFactory(deadline=timezone.now() + timedelta(days=2))
    page = client.get(f"{quotas}?work=due").content.decode()
    assert str(due.organisation) in page
    assert str(quota.organisation) not in page


def test_the_start_page_says_what_waits(client: Client, lin: User, quota: NominationQuota) -> None:
    NominationFactory(quota=quota, submitted=True)
    late = over(QuotaFactory())
    body_above(late.organisation)
    endorsing = QuotaFactory()
    body_above(endorsing.organisation)
    NominationFactory(quota=endorsing, submitted=True)
    QuotaFactory(deadline=timezone.now() + timedelta(days=2))
    named = QuotaFactory(deadline=timezone.now() + timedelta(days=2), seats=1)
    NominationFactory(quota=named, submitted=True)
    QuotaFactory(deadline=timezone.now() + timedelta(days=4))

    found = {str(item.question.title): item.count for item in waiting.items_for(lin)}

    assert found["待决定的提名"] == 2
    assert found["三天内截止的提名"] == 1, "neither who has named enough nor who has time"
    assert found["待认可的提名"] == 1
    assert found["截止后未使用的名额"] == 1
    page = client.get(reverse("admin:index")).content.decode()
    assert "/deed/accept/" in page
    assert "/deed/release/" in page


@pytest.mark.parametrize("name", ["nomination", "nominationquota"])
def test_lists_ask_the_same_for_one_and_for_fifty(
    client: Client, name: str, django_assert_max_num_queries: Any
) -> None:
    address = reverse(f"admin:nominations_{name}_changelist")
    quota = QuotaFactory(seats=60)
    NominationFactory(quota=quota, accepted=True)
    client.get(address)

    def queries() -> int:
        with django_assert_max_num_queries(40) as found:
            assert client.get(address).status_code == 200
        return len(found)

    one = queries()
    for _number in range(2):
        NominationFactory(quota=QuotaFactory(), submitted=True)
    three = queries()
    Nomination.objects.bulk_create(
        Nomination(quota=quota, status=S.SUBMITTED, **nominee(f"{n}@example.org").columns())
        for n in range(47)
    )

    assert one == three == queries()
