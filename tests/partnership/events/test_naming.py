"""Correcting names: by the person until the beginning, by the secretariat at any time."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core.errors import NotAllowed
from partnership.core.models import AuditEvent
from partnership.events import actions, links
from partnership.events.details import Named
from partnership.events.models import Event, Registration
from tests.factories.events import EventFactory, RegistrationFactory
from tests.partnership.events.test_registering import refused

pytestmark = pytest.mark.django_db

TYPED = {"deed": "names", "name": " Lin  Mei ", "organisation_name": "Port of Xiamen"}


def begin(event: Event) -> None:
    Event.objects.filter(pk=event.pk).update(starts_at=timezone.now() - timedelta(hours=1))


def test_a_person_corrects_their_name_by_account_and_by_link(
    client: Client, event: Event, mei: User
) -> None:
    row = RegistrationFactory(event=event, person=mei, name="Lin Mie")
    client.force_login(mei)
    own = f"/en/events/mine/{row.uid}/"
    assert 'value="Lin Mie"' in client.get(own).content.decode()

    assert client.post(own, TYPED).status_code == 302

    row.refresh_from_db()
    assert (row.name, row.organisation_name) == ("Lin Mei", "Port of Xiamen")
    noted = AuditEvent.objects.get(changes__has_key="name")
    assert noted.changes["name"] == ["•••", "•••"], "that it changed, not what it was"
    client.logout()
    assert client.post(f"/en/events/link/{links.make(row)}/", TYPED | {"name": "Mei"}).url
    row.refresh_from_db()
    assert row.name == "Mei"


def test_without_a_name_nothing_typed_is_lost(client: Client, event: Event) -> None:
    row = RegistrationFactory(event=event, name="Mei")

    answer = client.post(f"/en/events/link/{links.make(row)}/", TYPED | {"name": " "})

    page = answer.content.decode()
    assert answer.status_code == 200
    assert "<details open>" in page
    assert 'value="Port of Xiamen"' in page
    row.refresh_from_db()
    assert row.name == "Mei"


def test_once_it_has_begun_the_secretariat_alone_corrects(
    client: Client, event: Event, lin: User, wang: User, settings: Any
) -> None:
    settings.REQUIRE_STAFF_MFA = False
    row = RegistrationFactory(event=event, name="Mie")
    begin(event)
    address = f"/en/events/link/{links.make(row)}/"
    assert "Correct my names" not in client.get(address).content.decode()
    assert "can still correct the names" in client.post(address, TYPED).content.decode()
    with pytest.raises(NotAllowed):
        actions.correct_names(row, {"name": "Mei"}, by=wang)
    client.force_login(lin)
    deed = reverse("admin:events_registration_deed", args=[row.pk, "correct-names"])
    assert 'value="Mie"' in client.get(deed).content.decode()

    assert client.post(deed, {"name": "Mei"}).status_code == 302

    row.refresh_from_db()
    assert row.name == "Mei"


def test_names_as_they_were_leave_no_trace_and_what_is_over_is_left_alone(
    event: Event, lin: User
) -> None:
    row = RegistrationFactory(event=event, name="Mei")
    traces = AuditEvent.objects.count()
    actions.correct_names(row, {"name": "Mei"}, by=lin)
    assert AuditEvent.objects.count() == traces
    Registration.objects.filter(pk=row.pk).update(anonymised_at=timezone.now(), email="", name="")

    with refused("registration-step-refused"):
        actions.correct_names(row, {"name": "Mei"}, by=lin)


def test_the_other_adults_of_a_group_are_named_otherwise(client: Client, lin: User) -> None:
    event = EventFactory(published=True, max_group_size=4)
    row = RegistrationFactory(
        event=event, other_adults=2, members=(Named("Wu"), Named("Li")), name="Mei"
    )
    address = f"/en/events/link/{links.make(row)}/"
    assert "Wu\nLi</textarea>" in client.get(address).content.decode()
    typed = {"deed": "names", "name": "Mei", "members_agree": "on"}

    for _time in range(2):
        assert client.post(address, typed | {"members": "Wu\n\n Ms  Li"}).status_code == 302

    assert list(row.members.values_list("name", flat=True)) == ["Wu", "Ms Li"]
    actions.correct_names(row, {"members": ["Wu"]}, by=lin)
    assert list(row.members.values_list("name", flat=True)) == ["Wu"]
    noted = AuditEvent.objects.filter(changes__has_key="members_named").order_by("occurred_at")
    told = [note.changes["members_named"] for note in noted]
    assert told == [[2, 2], [2, 1]], "how many are named, not who"
    refused_page = client.post(address, typed | {"members": "A\nB\nC"}).content.decode()
    assert "You registered 2 other adults" in refused_page
    assert "A\nB\nC</textarea>" in refused_page


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "named with their own consent only"), ("zh-hans", "须经本人同意")],
)
def test_other_adults_are_named_with_their_consent_only(
    client: Client, language: str, words: str
) -> None:
    event = EventFactory(published=True, max_group_size=4)
    row = RegistrationFactory(event=event, other_adults=2, name="Mei")
    address = f"/{language}/events/link/{links.make(row)}/"
    typed = {"deed": "names", "name": "Mei", "members": "Wu"}

    page = client.post(address, typed).content.decode()
    assert words in page
    assert "Wu</textarea>" in page
    assert not row.members.exists()

    client.post(address, typed | {"members_agree": "on"})
    row.refresh_from_db()
    assert (row.members.count(), row.members_agreed_at is None) == (1, False)

    client.post(address, typed | {"members": ""})
    row.refresh_from_db()
    assert (row.members.count(), row.members_agreed_at) == (0, None)


def test_who_comes_alone_is_asked_for_no_other_names(client: Client, event: Event) -> None:
    row = RegistrationFactory(event=event)

    assert "members" not in client.get(f"/en/events/link/{links.make(row)}/").content.decode()
