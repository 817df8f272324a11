"""The queue is a help: dead, hung or lost, it holds nobody up and loses nothing."""

import json
import socket
import time
from base64 import b64decode
from collections.abc import Iterator
from functools import partial
from types import SimpleNamespace
from typing import Any

import pytest
import redis
from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.urls import reverse

from partnership.accounts.models import User
from partnership.celery import app
from partnership.core import breaker
from partnership.notifications import outbox, wake
from partnership.notifications.choices import State
from partnership.notifications.models import OutgoingMessage
from tests.mail_server import MailServer
from tests.partnership.notifications.conftest import Write, draft

NOBODY_LISTENS = "redis://127.0.0.1:1/0"
really_up = wake.up


@pytest.fixture
def queue(monkeypatch: pytest.MonkeyPatch) -> Iterator[redis.Redis]:
    """The real queue, empty before and after."""
    monkeypatch.setattr(wake, "up", really_up)
    client = redis.from_url(settings.CELERY_BROKER_URL)
    client.delete("celery")
    wake._hang_up()
    yield client
    client.delete("celery")
    wake._hang_up()
    client.close()


def put_queue_at(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        app, "connection_for_write", partial(type(app).connection_for_write, app, url)
    )


@pytest.fixture
def hung() -> Iterator[str]:
    """A server that takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield f"redis://127.0.0.1:{listener.getsockname()[1]}/0"


@pytest.mark.django_db(transaction=True)
def test_the_queue_holds_numbers_and_nothing_else(queue: redis.Redis) -> None:
    with transaction.atomic():
        message = outbox.put(draft(subject="Secret subject"))

    [queued] = queue.lrange("celery", 0, -1)
    task = json.loads(queued)
    assert task["headers"]["task"] == "partnership.notifications.tasks.deliver"
    assert json.loads(b64decode(task["body"]))[0] == [[message.pk]]
    assert "Secret" not in str(queued) + str(b64decode(task["body"]))
    assert "anna@" not in str(queued) + str(b64decode(task["body"]))


def seconds_of(call: Any) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def test_a_hung_queue_costs_its_time_out_once(
    queue: redis.Redis, hung: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_queue_at(hung, monkeypatch)

    assert seconds_of(lambda: wake.up([1])) < 0.4
    assert seconds_of(lambda: wake.up([2])) < 0.01


def test_a_dead_queue_costs_nothing(queue: redis.Redis, monkeypatch: pytest.MonkeyPatch) -> None:
    put_queue_at(NOBODY_LISTENS, monkeypatch)

    assert seconds_of(lambda: wake.up([1])) < 0.1
    assert wake.breaker.is_open


def test_after_half_a_minute_the_queue_is_tried_again(
    queue: redis.Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as away:
        put_queue_at(NOBODY_LISTENS, away)
        wake.up([1])
    remaining = wake.breaker.closed_at - time.monotonic()
    assert 29 < remaining <= 30
    wake.up([2])
    assert queue.llen("celery") == 0

    later = wake.breaker.closed_at + 0.1
    monkeypatch.setattr(breaker, "time", SimpleNamespace(monotonic=lambda: later))
    wake.up([3])
    assert queue.llen("celery") == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("kind", ["dead", "hung"])
def test_a_page_that_writes_a_mail_answers_quickly_and_the_sweeper_delivers(
    kind: str,
    queue: redis.Redis,
    hung: str,
    server: MailServer,
    client: Any,
    nguyen: User,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    User.objects.filter(pk=nguyen.pk).update(password="x")
    path = reverse("account_reset_password")
    client.get(path)
    put_queue_at(NOBODY_LISTENS if kind == "dead" else hung, monkeypatch)
    taken = []
    for _try in range(3):  # the best of three: the machine may be busy
        wake.breaker.closed_at = 0.0
        taken.append(seconds_of(lambda: client.post(path, {"email": nguyen.email})))
        assert wake.breaker.is_open

    assert min(taken) < 0.5
    assert {message.state for message in OutgoingMessage.objects.all()} == {State.PENDING}
    call_command("deliver_messages", "--once")
    assert server.addresses == [nguyen.email] * 3


def test_a_lost_queue_loses_no_message(
    server: MailServer, write: Write, queue: redis.Redis
) -> None:
    write()
    queue.delete("celery")
    call_command("deliver_messages", "--once")

    assert len(server.mails) == 1
