"""No message is lost whatever dies; one comes twice only if its sender was killed while the mail
server had it, and then with the same Message-ID."""

import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator

import psutil
import pytest
import redis
from django.conf import settings
from django.db import connection

from partnership.notifications import wake
from partnership.notifications.models import OutgoingMessage
from tests.faults.conftest import LIMIT, PROJECT, Senders, let_leases_run_out, unfinished, write
from tests.mail_server import MailServer

pytestmark = [pytest.mark.faults, pytest.mark.services]

CHANCE = random.Random(20261123)  # noqa: S311, the same moments in every run


def until(happened: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + LIMIT
    while not happened():
        assert time.monotonic() < end, f"{what} did not happen within {LIMIT:.0f} seconds"
        threading.Event().wait(0.02)


def all_arrive(server: MailServer, count: int) -> None:
    """Wait for the rest, taking over from dead senders at once instead of after 30 seconds."""

    def done() -> bool:
        let_leases_run_out()
        return unfinished() == 0

    until(done, "the last delivery")
    assert len({str(mail["Message-ID"]) for mail in server.mails}) == count


def repeated(server: MailServer) -> int:
    """Return how many mails came more than they should have."""
    return sum(count - 1 for count in server.doubles.values())


def test_killing_senders_loses_nothing(server: MailServer, senders: Senders) -> None:
    messages, kills = 200, 15
    server.delay = 0.01
    write(messages)
    senders.start(3)
    for _kill in range(kills):
        seen = len(server.mails)
        until(lambda seen=seen: len(server.mails) >= seen + 5, "the next delivery")
        threading.Event().wait(CHANCE.uniform(0, 0.02))
        senders.kill_one()
        senders.start()
    all_arrive(server, messages)

    assert repeated(server) <= kills
    uncertain = OutgoingMessage.objects.filter(uncertain__gt=0).count()
    assert uncertain <= kills
    assert repeated(server) <= uncertain, "what may have come twice is known"


def test_a_database_that_cuts_its_connections_doubles_nothing(
    server: MailServer, senders: Senders
) -> None:
    messages = 100
    server.delay = 0.01
    write(messages)
    senders.start(2)
    for _cut in range(5):
        seen = len(server.mails)
        until(lambda seen=seen: len(server.mails) >= seen + 5, "the next delivery")
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
    all_arrive(server, messages)

    assert server.doubles == {}


def test_a_mail_server_that_goes_away_costs_no_tries(server: MailServer, senders: Senders) -> None:
    messages = 60
    server.delay = 0.01
    write(messages)
    senders.start(2)
    server.wait_for(10, LIMIT)
    server.shut()
    threading.Event().wait(1.0)
    server.open()
    all_arrive(server, messages)

    assert repeated(server) <= 2, "at most what was under way when the connections were cut"
    tries = OutgoingMessage.objects.filter(attempts__gt=1).count()
    assert tries <= 2


@pytest.fixture
def worker(environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A real Celery worker on an empty queue."""
    queue = redis.from_url(settings.CELERY_BROKER_URL)
    queue.delete("celery", "unacked", "unacked_index")
    wake.breaker.closed_at = 0.0
    command = ["celery", "--app", "partnership", "worker", "--concurrency", "2", "--without-mingle"]
    running = subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=PROJECT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    yield running
    for process in (*psutil.Process(running.pid).children(recursive=True), running):
        process.kill()
    running.wait(timeout=LIMIT)
    queue.delete("celery", "unacked", "unacked_index")
    queue.close()
    wake._hang_up()


def test_a_worker_whose_child_is_killed_while_sending_loses_nothing(
    server: MailServer, worker: subprocess.Popen[bytes], senders: Senders
) -> None:
    messages = 20
    server.delay = 0.1
    write(messages)
    numbers = list(OutgoingMessage.objects.values_list("pk", flat=True))
    wake.up(numbers[:10])
    wake.up(numbers[10:])
    server.wait_for(3, LIMIT)
    children = psutil.Process(worker.pid).children()
    for child in children:
        child.kill()
    senders.start()
    all_arrive(server, messages)

    assert len(children) == 2
    assert repeated(server) <= len(children)
