"""Whether the portal lives, and whether it can work."""

import json
from collections import namedtuple
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import DatabaseError
from django.test import Client
from django.utils import timezone

from partnership.notifications.models import OutgoingMessage
from partnership.portal import readiness

Usage = namedtuple("Usage", "free")


@pytest.fixture(autouse=True)
def _forget() -> None:
    readiness._require_migrated.cache_clear()


def test_it_says_that_the_process_lives_without_asking_any_service(client: Client) -> None:
    response = client.get("/healthz")

    assert response.json() == {"status": "ok"}
    assert "no-store" in response.headers["Cache-Control"]


def test_it_says_that_everything_is_there(db: None, client: Client) -> None:
    response = client.get("/readyz")

    assert response.status_code == 200
    assert response.json() == {
        "status": "ok",
        "checks": {
            "database": "ok",
            "migrations": "ok",
            "cache": "ok",
            "disk": "ok",
            "messages": "ok",
        },
    }
    assert "no-store" in response.headers["Cache-Control"]


def test_without_the_cache_it_is_degraded_but_able(
    db: None, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "get", lambda key: None)

    response = client.get("/readyz")

    assert response.status_code == 200
    assert (response.json()["status"], response.json()["checks"]["cache"]) == ("degraded",) * 2


def test_mail_that_waits_for_long_is_degraded_but_able(db: None, client: Client) -> None:
    OutgoingMessage.objects.create(
        kind="accounts.invitation",
        to_address="a@example.org",
        language="en",
        subject="x",
        message_id="<x>",
        dedupe_key="x",
        due_at=timezone.now() - timedelta(minutes=6),
    )
    response = client.get("/readyz")

    assert response.status_code == 200
    assert (response.json()["status"], response.json()["checks"]["messages"]) == ("degraded",) * 2


def test_without_the_database_it_is_not_able(
    db: None, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise DatabaseError("connection to 10.1.2.3 failed")

    with monkeypatch.context() as broken:
        broken.setattr(readiness.connection, "cursor", refuse)
        response = client.get("/readyz")

    assert response.status_code == 503
    assert response.json()["checks"]["database"] == "failed"
    assert response.json()["checks"]["migrations"] == "failed"
    assert "10.1.2.3" not in json.dumps(response.json())


def test_with_tables_of_another_release_it_is_not_able(
    db: None, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        readiness.MigrationExecutor, "migration_plan", lambda self, targets: ["cases.0099"]
    )

    assert client.get("/readyz").json()["checks"]["migrations"] == "failed"


def test_with_a_full_disk_it_is_not_able(
    db: None, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readiness.shutil, "disk_usage", lambda folder: Usage(free=1024))

    response = client.get("/readyz")

    assert response.status_code == 503
    assert response.json()["status"] == "failed"
