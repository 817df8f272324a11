"""Who may read that somebody takes part: nobody, the others who come, or everyone, as they say."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core.models import AuditEvent
from partnership.events import actions, links
from partnership.events.choices import PublishConsent
from partnership.events.details import Named
from partnership.events.models import Event, Registration
from tests.factories.events import EventFactory, RegistrationFactory
from tests.partnership.events.test_registering import refused

pytestmark = pytest.mark.django_db

NAMES = {"Open": "public", "Among us": "participants", "Silent": "nobody"}


@pytest.fixture
def event(db: None) -> Event:
    """An event whose three people say each otherwise who may read it."""
    made: Event = EventFactory(published=True, max_group_size=3)
    for name, readers in NAMES.items():
        RegistrationFactory(event=made, name=name, publish_consent=PublishConsent(readers))
    return made


def named(page: str) -> set[str]:
    return {name for name in NAMES if name in page}


def text(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_everyone_reads_who_lets_everyone_read_it(client: Client, event: Event) -> None:
    address = f"/en/events/{event.slug}/participants/"
    assert address in text(client, f"/en/events/{event.slug}/")

    page = text(client, address)

    assert named(page) == {"Open"}
    assert "There may be others." in page
    assert 'content="noindex"' in page
    assert "可能还有其他人" in text(client, f"/zh-hans/events/{event.slug}/participants/")


def test_whoever_has_a_seat_reads_those_who_let_the_participants(
    client: Client, event: Event, mei: User, wang: User
) -> None:
    row = RegistrationFactory(event=event, person=mei)
    client.force_login(mei)
    address = f"/en/events/{event.slug}/participants/"
    assert address in text(client, f"/en/events/mine/{row.uid}/")
    assert named(text(client, address)) == {"Open", "Among us"}
    below = f"/en/events/link/{links.make(row)}/"
    client.force_login(wang)
    assert named(text(client, address)) == {"Open"}, "Wang has no seat"
    client.logout()
    assert f"{below}participants/" in text(client, below)
    assert named(text(client, f"{below}participants/")) == {"Open", "Among us"}

    actions.cancel(row)

    assert client.get(f"{below}participants/").status_code == 404
    assert "participants/" not in text(client, below)


def test_nobody_is_named_who_has_no_seat_and_no_member_of_a_group(
    client: Client, event: Event
) -> None:
    everyone = PublishConsent.PUBLIC
    RegistrationFactory(event=event, name="Gone", publish_consent=everyone, cancelled=True)
    RegistrationFactory(
        event=event,
        name="Leader",
        latin_name="Ling Dao",
        organisation_name="Blue School",
        group_name="Class 5",
        publish_consent=everyone,
        other_adults=1,
        members=(Named("Helper"),),
    )

    page = text(client, f"/en/events/{event.slug}/participants/")

    assert "Gone" not in page
    assert "Helper" not in page
    assert "Class 5" not in page
    for shown in ("Leader", "Ling Dao", "Blue School"):
        assert shown in page


def test_an_event_that_names_nobody_has_no_way_there(client: Client) -> None:
    event = RegistrationFactory().event

    assert "participants/" not in text(client, f"/en/events/{event.slug}/")
    assert "Nobody is named here" in text(client, f"/en/events/{event.slug}/participants/")


@pytest.mark.parametrize("by_account", [True, False])
def test_a_person_chooses_otherwise_even_after_the_event(
    client: Client, event: Event, mei: User, by_account: bool
) -> None:
    row = RegistrationFactory(event=event, person=mei)
    now = timezone.now()
    Event.objects.filter(pk=event.pk).update(starts_at=now - (event.ends_at - now), ends_at=now)
    address = f"/en/events/link/{links.make(row)}/"
    if by_account:
        client.force_login(mei)
        address = f"/en/events/mine/{row.uid}/"
    assert '<option value="nobody" selected>' in text(client, address)
    typed = {"deed": "readers", "publish_consent": "public"}

    for _time in range(2):
        assert client.post(address, typed).status_code == 302

    row.refresh_from_db()
    assert row.publish_consent == PublishConsent.PUBLIC
    noted = AuditEvent.objects.get(changes__has_key="publish_consent")
    assert noted.changes["publish_consent"] == ["nobody", "public"]
    client.post(address, typed | {"publish_consent": "the press"})
    row.refresh_from_db()
    assert row.publish_consent == PublishConsent.PUBLIC


def test_what_has_ended_asks_nothing(client: Client, event: Event) -> None:
    row = RegistrationFactory(event=event, cancelled=True)

    with refused("registration-step-refused"):
        actions.choose_readers(row, PublishConsent.PUBLIC)
    assert "Who may read" not in text(client, f"/en/events/link/{links.make(row)}/")
    kept = RegistrationFactory(event=event)
    Registration.objects.filter(pk=kept.pk).update(anonymised_at=timezone.now(), email="")
    with refused("registration-step-refused"):
        actions.choose_readers(kept, PublishConsent.PUBLIC)


def test_the_list_asks_the_same_for_one_three_and_fifty(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    event = EventFactory(published=True)
    row = RegistrationFactory(event=event, publish_consent=PublishConsent.PUBLIC)

    def queries() -> int:
        with django_assert_max_num_queries(10) as found:
            text(client, f"/en/events/{event.slug}/participants/")
        return len(found)

    def add(count: int) -> None:
        columns = {"event": event, "status": row.status, "publish_consent": "public"}
        Registration.objects.bulk_create(
            Registration(name=f"N{number}", email=f"n{count}-{number}@example.org", **columns)
            for number in range(count)
        )

    one = queries()
    add(2)
    three = queries()
    add(47)
    assert one == three == queries()
