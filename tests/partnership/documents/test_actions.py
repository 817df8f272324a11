"""Sending, checking, releasing and refusing files."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from partnership.accounts.models import User
from partnership.core import retention
from partnership.core.choices import Verb
from partnership.core.errors import NotAllowed, ReasonMissing, TransitionRefused
from partnership.core.models import AuditEvent
from partnership.documents import actions, storage
from partnership.documents.actions import uploading
from partnership.documents.checks.kinds import PICTURES, TEST_VIRUS
from partnership.documents.checks.refusal import Cause
from partnership.documents.choices import State
from partnership.documents.errors import (
    QuotaReached,
    StorageFailed,
)
from partnership.documents.forms import UploadField
from partnership.documents.models import StoredFile
from partnership.documents.reasons import SENTENCES, sentence
from partnership.documents.tasks import check_waiting_files, tidy_up
from partnership.notifications.models import Notification, OutgoingMessage
from tests.factories.files import CSV, StoredFileFactory, jpeg, pdf, sent, stored
from tests.partnership.documents import clamd

NOBODY_LISTENS = "tcp://127.0.0.1:9"


def on_disk(settings: LazySettings) -> list[str]:
    root = Path(settings.MEDIA_DIR)
    return sorted(str(path.relative_to(root)) for path in root.rglob("*") if path.is_file())


def verbs(row: StoredFile) -> list[str]:
    return list(AuditEvent.objects.about(row).values_list("verb", flat=True))


@pytest.mark.django_db
def test_it_releases_a_file_that_is_in_order(
    wang: User, settings: LazySettings, django_capture_on_commit_callbacks: object
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        row = actions.upload(sent(CSV, "数据.csv"), by=wang)

    assert (row.state, row.kind, row.owner, row.size) == (State.AVAILABLE, "csv", wang, len(CSV))
    assert on_disk(settings) == [f"files/{row.token[:2]}/{row.token}/original.csv"]
    assert set(verbs(row)) == {Verb.UPLOADED, Verb.RELEASED}


@pytest.mark.django_db
def test_it_refuses_and_deletes_what_is_not(
    wang: User, settings: LazySettings, django_capture_on_commit_callbacks: object
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        row = actions.upload(sent(b"<svg/>", "logo.png"), by=wang)

    assert (row.state, row.reason) == (State.REFUSED, Cause.MARKUP)
    assert on_disk(settings) == []
    assert set(verbs(row)) == {Verb.UPLOADED, Verb.REFUSED}


@pytest.mark.django_db
def test_a_photo_of_40_mb_is_answered_and_not_even_written(
    wang: User, settings: LazySettings
) -> None:
    row = actions.upload(sent(b"\xff\xd8\xff" + bytes(40_000_000)), by=wang)

    assert row.reason == Cause.TOO_LARGE
    assert on_disk(settings) == []
    assert "25MB" in row.explanation
    with override("en"):
        assert "at most 25 MB" in row.explanation


@pytest.mark.django_db
def test_a_table_may_be_smaller_than_a_photo(wang: User) -> None:
    row = actions.upload(sent(b"1,2\n" * 1_300_000, "a.csv"), by=wang)

    assert (row.reason, row.details) == (Cause.TOO_LARGE, {"most": 5})


@pytest.mark.django_db
def test_an_empty_file_is_refused(wang: User) -> None:
    assert actions.upload(ContentFile(b"", "a.jpg"), by=wang).reason == Cause.EMPTY


@pytest.mark.django_db
def test_a_door_takes_its_kinds_only(wang: User) -> None:
    row = actions.upload(sent(pdf(), "a.pdf"), by=wang, kinds=PICTURES)

    assert (row.reason, row.details) == (Cause.NOT_HERE, {"kind": "pdf"})
    with override("en"):
        assert "(PDF)" in row.explanation


@pytest.mark.django_db
def test_a_stranger_sends_nothing() -> None:
    with pytest.raises(NotAllowed):
        actions.upload(sent(jpeg()), by=AnonymousUser())

    assert not StoredFile.objects.exists()


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("C:\\photos\\beach.jpg", "beach.jpg"),
        ("../../etc/passwd", "passwd"),
        ("a\0b\n<c>|d.jpg", "abcd.jpg"),
        ("\u202egpj.exe", "gpj.exe"),
        ("海滩 一.jpg", "海滩 一.jpg"),
        (f"{'长' * 300}.jpg", f"{'长' * 116}.jpg"),
        ("...", ""),
        ("\ud800.jpg", "jpg"),
    ],
)
def test_a_name_is_only_a_label(name: str, label: str) -> None:
    assert uploading.label_of(name) == label


@pytest.mark.django_db
def test_it_keeps_to_the_quota_of_a_person(wang: User, settings: LazySettings) -> None:
    settings.UPLOAD_QUOTA_MB = 1
    StoredFileFactory(owner=wang, size=999_990)
    StoredFileFactory(owner=wang, size=999_990, state=State.REFUSED, reason="empty")

    with pytest.raises(QuotaReached, match="1MB"):
        actions.upload(sent(CSV, "a.csv"), by=wang)
    assert on_disk(settings) == []


@pytest.mark.django_db
def test_it_keeps_to_the_quota_of_an_organisation(
    wang: User, nguyen: User, settings: LazySettings
) -> None:
    settings.UPLOAD_QUOTA_ORGANISATION_MB = 1
    full = StoredFileFactory(owner=nguyen, size=999_990, on_behalf_of="organisation:1")
    other = StoredFileFactory(owner=nguyen, on_behalf_of="organisation:2")

    with pytest.raises(QuotaReached):
        actions.upload(sent(CSV, "a.csv"), by=wang, about=full)
    taken = actions.upload(sent(CSV, "a.csv"), by=wang, about=other)
    assert (taken.is_available, taken.on_behalf_of) == (True, "organisation:2")
    assert actions.upload(sent(CSV, "a.csv"), by=wang, about=wang).on_behalf_of == ""


@pytest.mark.django_db
def test_the_secretariat_has_more_room(lin: User, settings: LazySettings) -> None:
    settings.UPLOAD_QUOTA_MB = 0

    assert actions.upload(sent(CSV, "a.csv"), by=lin).is_available


@pytest.mark.django_db
def test_a_full_disk_is_said_and_leaves_nothing(
    wang: User, monkeypatch: pytest.MonkeyPatch, settings: LazySettings
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(storage.os, "fsync", full)

    with pytest.raises(StorageFailed):
        actions.upload(sent(CSV, "a.csv"), by=wang)
    assert on_disk(settings) == []
    assert not StoredFile.objects.exists()


@pytest.mark.django_db
def test_a_file_that_came_by_another_door_is_not_taken_by_one_for_pictures(wang: User) -> None:
    table, picture = (
        actions.upload(sent(CSV, "a.csv"), by=wang),
        actions.upload(sent(jpeg()), by=wang),
    )
    field = UploadField(kinds=PICTURES)

    with pytest.raises(ValidationError):
        field.take(table.token, by=wang, about=None)
    assert field.take(picture.token, by=wang, about=None) == picture


@pytest.mark.parametrize(("language", "said"), [("zh-hans", "最多25MB"), ("en", "at most 25 MB")])
def test_the_page_knows_what_is_too_large_before_a_file_travels(language: str, said: str) -> None:
    field = UploadField(kinds=PICTURES)

    with override(language):
        shown = field.widget.render("upload", "")
    assert 'data-largest="25000000"' in shown
    assert said in shown


@pytest.mark.django_db
def test_checking_twice_is_checking_once(wang: User, settings: LazySettings) -> None:
    settings.CLAMAV_ADDRESS = NOBODY_LISTENS
    row = actions.upload(sent(CSV, "a.csv"), by=wang)
    settings.CLAMAV_ADDRESS = ""

    assert actions.check_waiting() == 1
    first = on_disk(settings)
    StoredFile.objects.filter(pk=row.pk).update(state=State.QUARANTINED)
    assert actions.check_waiting() == 1
    assert on_disk(settings) == first


@pytest.mark.django_db
def test_a_file_is_taken_out_of_use_with_a_reason(
    lin: User, settings: LazySettings, django_capture_on_commit_callbacks: object
) -> None:
    row = stored(CSV, "a.csv")

    with pytest.raises(ReasonMissing):
        actions.take_out_of_use(row, by=lin, reason=" ")
    with django_capture_on_commit_callbacks(execute=True):
        gone = actions.take_out_of_use(row, by=lin, reason="asked by its author")
    assert (gone.state, gone.reason) == (State.REFUSED, Cause.TAKEN_OUT)
    assert on_disk(settings) == []
    with pytest.raises(TransitionRefused):
        actions.take_out_of_use(row, by=lin, reason="again")


@pytest.mark.django_db
def test_a_sender_is_told_once_of_what_was_refused_behind_their_back(
    lin: User, wang: User, settings: LazySettings
) -> None:
    actions.upload(sent(b"MZ\x90\x00", "a.pdf"), by=wang)
    assert not Notification.objects.exists(), "this answer stood on the page"
    settings.CLAMAV_ADDRESS = NOBODY_LISTENS
    row = actions.upload(sent(CSV * 200 + TEST_VIRUS + b",1\n", "a.csv"), by=wang)
    with clamd.running() as settings.CLAMAV_ADDRESS:
        check_waiting_files()
    own = actions.upload(sent(CSV, "b.csv"), by=lin)
    actions.take_out_of_use(own, by=lin, reason="my own")

    told = Notification.objects.get()
    assert (told.recipient, told.event) == (wang, f"file-{row.pk}")
    mail = OutgoingMessage.objects.get(kind="documents.refused")
    assert mail.to_address == wang.email
    with override(wang.language):
        row.refresh_from_db()
        assert row.explanation in mail.text


@pytest.mark.django_db
def test_staff_are_led_to_the_file_that_a_colleague_takes_out(lin: User, zhao: User) -> None:
    keeper = User.objects.create_user("keeper@example.org", None, roles=["secretariat"])
    row = actions.upload(sent(CSV, "b.csv"), by=lin)
    actions.take_out_of_use(row, by=keeper, reason="asked by its author")

    told = Notification.objects.get()
    assert told.recipient == lin
    assert told.path_en == reverse("admin:documents_storedfile_change", args=[row.pk])


@pytest.mark.django_db
def test_bytes_that_no_row_names_are_deleted(settings: LazySettings) -> None:
    kept = stored(CSV, "a.csv")
    storage.write("0" * 32, [b"left behind"])

    tidy_up()
    assert f"quarantine/{'0' * 32}" in on_disk(settings)

    assert actions.delete_what_nobody_names(seconds=-1) == 1
    assert f"quarantine/{'0' * 32}" not in on_disk(settings)
    assert f"files/{kept.token[:2]}/{kept.token}/original.csv" in on_disk(settings)


@pytest.mark.django_db
def test_the_command_says_what_it_did(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("check_waiting_files")

    assert capsys.readouterr().out == "0 settled, 0 waiting, 0 unnamed deleted.\n"


@pytest.mark.django_db
def test_the_row_of_a_refused_file_goes_after_ninety_days() -> None:
    old = stored(b"<svg/>", "a.svg")
    young = stored(b"<svg/>", "a.svg")
    StoredFile.objects.filter(pk=old.pk).update(updated_at=timezone.now() - timedelta(days=91))

    retention.run()

    assert list(StoredFile.objects.all()) == [young]


def test_every_cause_has_a_sentence_in_both_languages() -> None:
    details = {
        "most": 1, "kind": "pdf", "ending": "exe", "row": 1, "rows": 1, "columns": 1, "cell": "=",
        "name": "x",
    }  # fmt: skip
    for cause in Cause:
        with override("en"):
            english = sentence(cause, details)
        with override("zh-hans"):
            chinese = sentence(cause, details)
        assert english
        assert chinese != english, cause
    assert set(SENTENCES) == set(Cause)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "wrong",
    [
        {"state": "lost"},
        {"size": 0},
        {"checked_at": None},
        {"kind": ""},
        {"state": State.REFUSED},
        {"reason": Cause.EMPTY},
    ],
)
def test_the_database_refuses_what_cannot_be(wrong: dict[str, object]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        StoredFileFactory(**wrong)
