"""Retention: what is due goes, and only that."""

from io import StringIO

import pytest
from django.core.management import call_command

from partnership.accounts.models import User
from partnership.celery import app
from partnership.core import privacy, retention, tasks
from partnership.core.choices import Verb
from partnership.core.models import AuditEvent


@pytest.fixture(autouse=True)
def _one_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule that deletes people who work in English."""
    monkeypatch.setattr(retention, "_rules", {})
    retention.register(
        retention.Rule(
            "english",
            "People who work in English go.",
            lambda _now: User.objects.filter(language="en"),
            lambda rows: rows.delete(),
        )
    )


def test_it_deletes_what_is_due_and_notes_it(wang: User, nguyen: User) -> None:
    [outcome] = retention.run()

    assert outcome.count == 1
    assert list(User.objects.all()) == [wang]
    assert AuditEvent.objects.get(verb=Verb.RETENTION_APPLIED).note == "english: 1"


def test_a_dry_run_counts_and_deletes_nothing(wang: User, nguyen: User) -> None:
    out = StringIO()
    call_command("apply_retention", "--dry-run", stdout=out)

    assert out.getvalue() == "english: 1 would go\n"
    assert User.objects.count() == 2
    assert not AuditEvent.objects.exists()


def test_the_command_deletes(nguyen: User) -> None:
    out = StringIO()
    call_command("apply_retention", stdout=out)

    assert out.getvalue() == "english: 1 gone\n"
    assert not User.objects.exists()


def test_where_nothing_is_due_nothing_is_noted(wang: User) -> None:
    tasks.apply_retention()

    assert not AuditEvent.objects.exists()


def test_it_runs_every_night() -> None:
    names = {entry["task"] for entry in app.conf.beat_schedule.values()}
    assert "partnership.core.tasks.apply_retention" in names


def test_a_relation_is_masked_under_its_columns_name(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = privacy.PersonalField("a.b", "guardian", "x", "y")
    kept = privacy.PersonalField("a.b", "roles", "x", "y", masked=False)
    monkeypatch.setattr(privacy, "_register", {("a.b", "guardian"): entry, ("a.b", "roles"): kept})

    assert privacy.is_masked("A.B", "guardian_id")
    assert privacy.is_masked("a.b", "guardian")
    assert not privacy.is_masked("a.b", "roles")
    assert not privacy.is_masked("a.b", "title")
    assert privacy.is_personal("A.b", "roles")
