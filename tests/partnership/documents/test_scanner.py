"""Files that a scanner for malicious programs looks at, and those that wait for it."""

from pathlib import Path

import pytest
from django.conf import LazySettings

from partnership.accounts.models import User
from partnership.core.errors import NotAllowed
from partnership.documents import actions, clamav, inspection
from partnership.documents.checks.kinds import PICTURES, TEST_VIRUS
from partnership.documents.checks.refusal import Cause
from partnership.documents.choices import State
from partnership.documents.errors import (
    NotWaiting,
)
from partnership.documents.tasks import check_waiting_files
from tests.factories.files import CSV, jpeg, sent
from tests.partnership.documents import clamd
from tests.partnership.documents.test_actions import NOBODY_LISTENS, on_disk


@pytest.mark.django_db
def test_a_scanner_that_agrees_releases(wang: User, settings: LazySettings) -> None:
    with clamd.running() as settings.CLAMAV_ADDRESS:
        assert actions.upload(sent(jpeg()), by=wang).is_available


@pytest.mark.django_db
def test_a_scanner_that_finds_something_refuses(wang: User, settings: LazySettings) -> None:
    """The test virus behind a table, where the built-in look at the beginning misses it."""
    with clamd.running() as settings.CLAMAV_ADDRESS:
        row = actions.upload(sent(CSV * 200 + TEST_VIRUS + b",1\n", "a.csv"), by=wang)

    assert (row.state, row.reason) == (State.REFUSED, Cause.VIRUS)
    assert row.details == {"name": "Eicar-Test-Signature"}


@pytest.mark.django_db
@pytest.mark.parametrize("answer", [b"", b"INSTREAM size limit exceeded. ERROR\0"])
def test_a_scanner_that_does_not_know_lets_the_file_wait(
    wang: User, settings: LazySettings, answer: bytes
) -> None:
    with clamd.running(answer) as settings.CLAMAV_ADDRESS:
        assert actions.upload(sent(jpeg()), by=wang).state == State.QUARANTINED


def test_a_scanner_may_listen_at_a_socket(settings: LazySettings, tmp_path: Path) -> None:
    settings.CLAMAV_ADDRESS = f"unix:{tmp_path}/nobody"

    with pytest.raises(clamav.NoAnswer):
        clamav.virus_in(Path(__file__))


@pytest.mark.django_db
def test_a_file_waits_for_the_scanner_and_is_settled_by_the_sweep(
    wang: User, settings: LazySettings, django_capture_on_commit_callbacks: object
) -> None:
    settings.CLAMAV_ADDRESS = NOBODY_LISTENS
    row = actions.upload(sent(jpeg()), by=wang)
    assert row.state == State.QUARANTINED
    assert on_disk(settings) == [f"quarantine/{row.token}"]

    check_waiting_files()
    row.refresh_from_db()
    assert row.state == State.QUARANTINED

    with (
        clamd.running() as settings.CLAMAV_ADDRESS,
        django_capture_on_commit_callbacks(execute=True),
    ):
        check_waiting_files()
    row.refresh_from_db()
    assert row.is_available
    assert f"quarantine/{row.token}" not in on_disk(settings)


@pytest.mark.django_db
def test_a_file_that_waited_must_still_be_of_a_kind_its_door_takes(
    wang: User, settings: LazySettings
) -> None:
    settings.CLAMAV_ADDRESS = NOBODY_LISTENS
    row = actions.upload(sent(CSV, "a.csv"), by=wang, kinds=PICTURES)
    settings.CLAMAV_ADDRESS = ""

    check_waiting_files()

    row.refresh_from_db()
    assert (row.state, row.reason) == (State.REFUSED, Cause.NOT_HERE)


@pytest.mark.django_db
def test_a_file_waits_while_others_are_checked(wang: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inspection, "PATIENCE", 0.01)

    with inspection._one_at_a_time:
        assert actions.upload(sent(jpeg()), by=wang).state == State.QUARANTINED


@pytest.mark.django_db
def test_the_secretariat_checks_a_waiting_file_now(
    lin: User, wang: User, settings: LazySettings
) -> None:
    settings.CLAMAV_ADDRESS = NOBODY_LISTENS
    row = actions.upload(sent(CSV, "a.csv"), by=wang)
    settings.CLAMAV_ADDRESS = ""

    with pytest.raises(NotAllowed):
        actions.inspect_again(row, by=wang)
    assert actions.inspect_again(row, by=lin).is_available
    with pytest.raises(NotWaiting):
        actions.inspect_again(row, by=lin)
