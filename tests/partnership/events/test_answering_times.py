"""How long an answer takes tells nobody whether an address is registered."""

import threading
import time
from typing import Any

import pytest
from django.test import Client

from partnership.core import mail_texts
from tests.factories.copies import copies
from tests.factories.events import EventFactory, RegistrationFactory
from tests.tickets import solved

pytestmark = pytest.mark.django_db

TURNS = 5
APART = 0.05  # seconds
A_MAIL = 0.07  # seconds that writing one takes on the machine of this test
TYPED = {"name": "Mei", "consent": "on", "publish_consent": "nobody"}


@pytest.fixture
def known(db: None) -> list[str]:
    """Addresses with a seat, one for each turn."""
    event = EventFactory(published=True, slug="dialogue", capacity=50)
    row = RegistrationFactory(event=event, email="known@example.org")
    made = copies(
        row,
        TURNS,
        email=lambda number: f"known{number}@example.org",
        person=lambda _number: None,
    )
    return [each.email for each in made]


@pytest.fixture(autouse=True)
def _slow_mails(monkeypatch: pytest.MonkeyPatch) -> None:
    """Writing a mail is what takes the time, so that whoever is spared one is seen."""
    write = mail_texts.write

    def slowly(*told: Any) -> mail_texts.Written:
        threading.Event().wait(A_MAIL)
        return write(*told)

    monkeypatch.setattr(mail_texts, "write", slowly)


def asked(client: Client, page: str, email: str, network: str) -> float:
    """Send the form of a page; return the seconds until the answer, which is always the same."""
    purpose = "registration" if page == "register" else "registration-link"
    typed = {**TYPED, "email": email, **solved(purpose)}
    began = time.perf_counter()
    answer = client.post(f"/en/events/dialogue/{page}/", typed, REMOTE_ADDR=network)
    seconds = time.perf_counter() - began
    assert answer.headers["Location"] == "/en/events/dialogue/sent/"
    return seconds


@pytest.mark.parametrize("page", ["my-link", "register"])
def test_known_and_unknown_addresses_are_answered_within_fifty_milliseconds(
    client: Client, known: list[str], page: str
) -> None:
    times: dict[str, list[float]] = {"known": [], "unknown": [], "known, once more": []}
    asked(client, page, "first@example.org", "203.0.113.250")

    for turn, email in enumerate(known):  # in turns, so that a busy machine slows all of them
        addresses = (email, f"new{turn}@example.org", email)
        for place, (kind, address) in enumerate(zip(times, addresses, strict=True)):
            times[kind].append(asked(client, page, address, f"203.0.113.{3 * turn + place}"))

    quickest = {kind: min(found) for kind, found in times.items()}  # others only add to it
    assert min(quickest.values()) > A_MAIL
    assert max(quickest.values()) - min(quickest.values()) < APART, times
