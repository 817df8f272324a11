"""Senders that can be killed, and where they find database, queue and mail server."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Self

import pytest
from django.conf import LazySettings
from django.db import connection
from django.db.models.functions import Now

from partnership.notifications.choices import WAITING, State
from partnership.notifications.delivery.claiming import LEASE
from partnership.notifications.models import Channel, OutgoingMessage
from tests.mail_server import MailServer

LIMIT = 60.0  # seconds for anything to happen on a busy machine
NOBODY_NEEDS = timedelta(seconds=3)
PROJECT = Path(__file__).resolve().parents[2]


class Senders:
    """Any number of senders, each a process."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.alive: list[int] = []
        self.parent = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.sender"],
            cwd=PROJECT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        for _sender in list(self.alive):
            self.kill_one()
        self.parent.stdin.close()
        self.parent.stdout.close()
        self.parent.wait(timeout=LIMIT)

    def start(self, count: int = 1) -> None:
        for _n in range(count):
            self.parent.stdin.write("one\n")
            self.parent.stdin.flush()
            self.alive.append(int(self.parent.stdout.readline()))

    def kill_one(self) -> None:
        """End the sender that has worked longest, in the middle of whatever it does."""
        with suppress(ProcessLookupError):
            os.kill(self.alive.pop(0), signal.SIGKILL)


@pytest.fixture
def server() -> Iterator[MailServer]:
    with MailServer() as running:
        yield running


@pytest.fixture
def environment(
    transactional_db: None, settings: LazySettings, server: MailServer
) -> dict[str, str]:
    """What a process needs to work with this test's database, queue and mail server."""
    facts = connection.settings_dict
    person = f"{facts['USER']}:{facts['PASSWORD']}@{facts['HOST']}:{facts['PORT']}"
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "partnership.settings.test",
        "DATABASE_URL": f"postgres://{person}/{facts['NAME']}",
        "REDIS_URL": settings.REDIS_URL,
        "EMAIL_URL": server.url,
    }


@pytest.fixture
def senders(environment: dict[str, str]) -> Iterator[Senders]:
    with Senders(environment) as running:
        yield running


def write(count: int) -> None:
    """Write so many messages into the outbox."""
    OutgoingMessage.objects.bulk_create(
        OutgoingMessage(
            kind="accounts.password_changed",
            to_address=f"person{number}@example.org",
            language="en",
            subject="Your password was changed",
            text="Text\n",
            html="<p>Text</p>",
            message_id=f"<{number}@example.org>",
            dedupe_key=str(number),
        )
        for number in range(count)
    )


def let_leases_run_out() -> None:
    """Take over at once, not after half a minute, what has been held longer than anybody alive
    needs here; end all pauses, and let what waits for another try be due."""
    past = Now() - timedelta(seconds=1)
    OutgoingMessage.objects.filter(
        claim__isnull=False, due_at__lt=Now() + LEASE - NOBODY_NEEDS
    ).update(due_at=past)
    waiting = OutgoingMessage.objects.filter(state__in=WAITING, claim=None)
    waiting.filter(due_at__gt=Now()).update(due_at=past)
    Channel.objects.update(paused_until=None)


def unfinished() -> int:
    return OutgoingMessage.objects.exclude(state=State.SENT).count()
