"""A mail server, messages to send, and no memory of former failures."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import transaction

from partnership.core.breaker import Breaker
from partnership.notifications import outbox, wake
from partnership.notifications.models import OutgoingMessage
from partnership.notifications.outbox import Draft
from tests.mail_server import MailServer

Write = Callable[..., OutgoingMessage]


@pytest.fixture(autouse=True)
def woken(monkeypatch: pytest.MonkeyPatch) -> list[list[int]]:
    """The numbers a worker was woken with; the queue itself is asked in test_wake alone."""
    calls: list[list[int]] = []
    monkeypatch.setattr(wake, "up", calls.append)
    monkeypatch.setattr(wake, "breaker", Breaker("queue", open_for=30.0))
    return calls


@pytest.fixture
def server(settings: LazySettings) -> Iterator[MailServer]:
    """A real mail server, to which the portal sends."""
    with MailServer() as running:
        settings.EMAIL_BACKEND = "partnership.notifications.delivery.smtp.Backend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", running.port
        yield running


def draft(to: str = "anna@example.org", **values: Any) -> Draft:
    given = {
        "kind": "accounts.password_changed",
        "to_address": to,
        "language": "en",
        "subject": "Your password was changed",
        "text": "Text\n",
        "html": "<p>Text</p>",
    }
    return Draft(**{**given, **values})


@pytest.fixture
def write(db: None) -> Write:
    """Write a message into the outbox, committed."""

    def _write(to: str = "anna@example.org", **values: Any) -> OutgoingMessage:
        with transaction.atomic():
            return outbox.put(draft(to, **values))

    return _write
