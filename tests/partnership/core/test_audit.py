"""The audit trail."""

from datetime import date, timedelta

import pytest
from django.conf import LazySettings
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core import audit, audit_partitions, privacy
from partnership.core.choices import Verb
from partnership.core.models import AuditEvent


def refused(sql: str) -> bool:
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
    return True


def test_it_says_who_did_what_to_what(lin: User, wang: User) -> None:
    event = audit.record(Verb.DEACTIVATED, wang, by=lin, changes={"is_active": [True, False]})

    assert list(AuditEvent.objects.about(wang)) == [event]
    assert (event.actor_id, event.actor_label) == (str(lin.pk), "Lin")
    assert event.target_label == "Wang"
    assert event.changes == {"is_active": [True, False]}


def test_it_calls_the_clock_the_system(db: None) -> None:
    assert audit.record(Verb.RETENTION_APPLIED, by=None).actor_label == audit.SYSTEM


def test_it_masks_personal_values_but_not_that_they_changed(
    lin: User, wang: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(privacy, "_register", {})
    privacy.register(privacy.PersonalField("accounts.user", "email", "to sign in", "account"))

    event = audit.record(
        Verb.CHANGED,
        wang,
        by=lin,
        changes={"email": ["a@example.org", ""], "language": ["en", "x"]},
    )

    assert event.changes == {"email": [audit.MASK, ""], "language": ["en", "x"]}


def test_it_finds_what_changed(wang: User) -> None:
    before = audit.snapshot(wang)
    wang.language = "en"
    wang.roles = ["reviewer"]

    changes = audit.difference(before, audit.snapshot(wang))

    assert changes == {"language": ["zh-hans", "en"], "roles": [["member"], ["reviewer"]]}


@pytest.mark.parametrize("deed", ["UPDATE {} SET verb = 'x'", "DELETE FROM {}", "TRUNCATE {}"])
@pytest.mark.parametrize("owner_grants_itself", [False, True])
def test_the_database_refuses_to_change_the_trail(
    lin: User, deed: str, owner_grants_itself: bool
) -> None:
    audit.record(Verb.CREATED, lin, by=lin)
    month = f"core_auditevent_{timezone.now():%Y_%m}"
    for table in ("core_auditevent", month):
        if owner_grants_itself:
            with connection.cursor() as cursor:
                cursor.execute(f"GRANT ALL ON {table} TO CURRENT_USER")

        assert refused(deed.format(table))


def test_it_keeps_every_month_that_is_younger_than_184_days(db: None) -> None:
    young = (timezone.now().date() - timedelta(days=150)).replace(day=1)
    with connection.cursor() as cursor:
        cursor.execute("SELECT core_audit_add_month(%s)", [young])

    assert refused(f"SELECT core_audit_drop_month('{young}')")


def test_it_drops_whole_months_past_retention_and_says_so(db: None, settings: LazySettings) -> None:
    settings.AUDIT_RETENTION_DAYS = 400
    with connection.cursor() as cursor:
        for month in ("2020-01-01", "2020-02-01"):
            cursor.execute("SELECT core_audit_add_month(%s)", [month])

    dropped = audit_partitions.drop_expired_months()

    assert dropped == [date(2020, 1, 1), date(2020, 2, 1)]
    assert AuditEvent.objects.get(verb=Verb.RETENTION_APPLIED).note == "2020-01, 2020-02"
    assert audit_partitions.drop_expired_months() == []


def test_it_has_a_place_for_every_event_of_the_coming_year(db: None) -> None:
    today = timezone.now().date()

    audit_partitions.make_months_ahead(today)

    assert (today + timedelta(days=360)).replace(day=1) in audit_partitions.months()


def test_it_accepts_an_event_of_a_month_that_was_not_made(lin: User) -> None:
    AuditEvent.objects.create(occurred_at=timezone.now() + timedelta(days=4000), verb=Verb.CREATED)

    assert AuditEvent.objects.count() == 1


@pytest.mark.parametrize(("days", "faults"), [(183, 1), (184, 0)])
def test_a_retention_under_184_days_stops_the_start(
    settings: LazySettings, days: int, faults: int
) -> None:
    settings.AUDIT_RETENTION_DAYS = days

    assert len(audit_partitions.check_retention()) == faults
