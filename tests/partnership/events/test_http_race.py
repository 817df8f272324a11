"""The last seat, asked for by many at once through the pages: by account, and by links from mails.

Real transactions, real threads, a connection each. The last test takes the lock away and must
oversell: else the first would prove nothing.
"""

from collections import Counter
from collections.abc import Callable
from functools import partial
from types import SimpleNamespace

import pytest
from django.test import Client

from partnership.accounts.models import User
from partnership.events import actions, links
from partnership.events.actions import seats
from partnership.events.models import Event
from partnership.notifications.models import OutgoingMessage
from tests.factories.events import EventFactory, RegistrationFactory, details
from tests.factories.network import PersonFactory
from tests.partnership.events.races import outcomes_of
from tests.partnership.events.test_races import slowly
from tests.partnership.events.test_races_lost import without_lock

pytestmark = pytest.mark.django_db(transaction=True)

EACH = 25  # by account, and as many by link
SENTENCES = {"full": "There are no seats left", "known": "registered already"}


@pytest.fixture
def event(monkeypatch: pytest.MonkeyPatch) -> Event:
    """One seat is left, and there is no line."""
    monkeypatch.setattr(seats, "LOCK_TIMEOUT", "60s")
    made: Event = EventFactory(published=True, capacity=2)
    RegistrationFactory(event=made)
    return made


def posted(client: Client, address: str, typed: dict[str, str]) -> SimpleNamespace:
    """Send a form; say what a reader meets: the way on, a refusal with its sentence, or a fault."""
    answer = client.post(address, typed)
    if answer.status_code == 302:
        return SimpleNamespace(status="seat")
    page = answer.content.decode()
    said = [code for code, sentence in SENTENCES.items() if sentence in page]
    return SimpleNamespace(status=said[0] if said else str(answer.status_code))


def by_account(event: Event, person: User | None = None) -> Callable[[], SimpleNamespace]:
    client = Client()
    client.force_login(person or PersonFactory())
    typed = {"name": "Mei", "consent": "on"}
    return partial(posted, client, f"/en/events/{event.slug}/register/", typed)


def by_link(event: Event, number: int) -> Callable[[], SimpleNamespace]:
    row = actions.register(event, details(f"n{number}@example.org"))
    address = f"/en/events/link/{links.make(row)}/"
    return partial(posted, Client(), address, {"deed": "confirm"})


def all_at_once(event: Event) -> Counter[str]:
    people = [by_account(event) for _ in range(EACH)]
    return outcomes_of([*people, *(by_link(event, number) for number in range(EACH))])


def test_the_last_seat_is_one_persons_however_many_ask(event: Event) -> None:
    outcomes = all_at_once(event)

    assert outcomes == {"seat": 1, "full": 2 * EACH - 1}
    assert event.registrations.seated().people() == 2


def test_of_twenty_identical_forms_one_is_taken_and_nineteen_are_answered(event: Event) -> None:
    Event.objects.filter(pk=event.pk).update(capacity=10)
    mei = PersonFactory()

    outcomes = outcomes_of([by_account(event, mei) for _tab in range(20)])

    assert outcomes == {"seat": 1, "known": 19}
    assert event.registrations.filter(person=mei).count() == 1
    assert OutgoingMessage.objects.filter(to_address=mei.email).count() == 1


def test_without_the_lock_the_pages_give_it_away_twice(
    event: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seats, "take", without_lock)
    monkeypatch.setattr(seats.phases, "seats_of", slowly(seats.phases.seats_of))

    outcomes = all_at_once(event)

    assert outcomes["seat"] > 1
    assert event.registrations.seated().people() > 2
