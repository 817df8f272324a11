"""A file on its way: kept, read by a worker that may die, followed on its page, ended once."""

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from openpyxl import load_workbook

from monitoring.actions import uploads
from monitoring.choices import UploadState
from monitoring.models import SamplingUnit, Upload
from monitoring.tasks import read_uploads
from monitoring.workbook import kept, progress
from monitoring.workbook.columns import COUNTS, STAMP, SURVEYS
from monitoring.workbook.errors import Unreadable
from partnership.accounts.models import User
from partnership.core.choices import Verb
from partnership.core.models import AuditEvent
from partnership.network.models import Membership
from partnership.review.models import Submission
from tests.factories.workbooks import (
    cell_of,
    clean,
    csv,
    filled,
    kept_file,
    saved,
    send,
    sent,
    survey,
    uploaded,
)

pytestmark = pytest.mark.django_db


# --- What a worker does with it -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "sentence"), [("en", "“x” is not a whole number"), ("zh-hans", "“x”不是非负整数")]
)
def test_every_finding_stands_on_the_page_and_in_the_copy(
    client: Client, nguyen: User, unit: SamplingUnit, language: str, sentence: str
) -> None:
    client.force_login(nguyen)
    book = filled(nguyen, [survey("S-1", length_m=30)], [("S-1", "J7", "x")])
    book[COUNTS].merge_cells("C3:D3")
    with override(language):
        address = uploaded(client, saved(book))
        page = client.get(address).content.decode()
        copy = client.get(f"{address}marked.xlsx")

    assert sentence in page
    assert "C3" in page
    marked = load_workbook(io.BytesIO(copy.content))
    comment = marked[COUNTS]["C3"].comment.text
    assert "M020" in comment
    assert "“x”不是非负整数" in comment
    assert "“x” is not a whole number" in comment
    assert "M040" in marked[SURVEYS][cell_of("reason", 3)].comment.text


def test_many_findings_are_paged_and_the_first_are_kept(
    client: Client, nguyen: User, unit: SamplingUnit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "MOST", 55)
    client.force_login(nguyen)
    rows = [("S-1", f"J{number}", 1) for number in range(900, 960)]
    with override("en"):
        address = uploaded(client, saved(filled(nguyen, [survey("S-1")], rows)))
        first = client.get(address).content.decode()
        second = client.get(address, {"page": "2"}).content.decode()

    assert "60 things to correct; nothing was stored" in first
    assert "The first 55 of them are kept and shown" in first
    assert "J900" in first
    assert "J954" in second


def test_what_was_taken_in_is_listed(client: Client, nguyen: User, unit: SamplingUnit) -> None:
    client.force_login(nguyen)
    with override("en"):
        address = uploaded(client, clean(nguyen))
        page = client.get(address).content.decode()
        again = client.get(uploaded(client, clean(nguyen))).content.decode()
        copy = client.get(f"{address}marked.xlsx")

    assert "2 surveys are there" in page
    assert page.count("new draft") == 2
    assert again.count("there already, unchanged") == 2
    assert copy.status_code == 404
    assert not Upload.objects.filter(content__isnull=False).exists()  # no longer needed
    assert Upload.objects.latest("pk").rows == 5


def test_drafts_that_differ_are_replaced_from_the_page(
    client: Client, nguyen: User, unit: SamplingUnit
) -> None:
    client.force_login(nguyen)
    other = saved(filled(nguyen, [survey("S-1", width_m=20)], [("S-1", "J7", 12)]))
    with override("en"):
        uploaded(client, clean(nguyen))
        address = uploaded(client, other)
        english = client.get(address).content.decode()
        chinese = client.get(address.replace("/en/", "/zh-hans/")).content.decode()
        client.post(address, {"deed": "replace"})
        read_uploads()
        replaced = client.get(address).content.decode()
        at_once = uploaded(client, clean(nguyen), replace="on")
        back = client.get(at_once).content.decode()

    assert "1 draft differs from the file; nothing was stored" in english
    assert "Width surveyed (m)" in english
    assert "Width surveyed (m)" not in chinese
    assert "draft replaced" in replaced
    assert "draft replaced" in back


def test_a_csv_file_has_findings_and_no_copy(
    client: Client, nguyen: User, unit: SamplingUnit
) -> None:
    client.force_login(nguyen)
    address = uploaded(client, csv("1,two"), "surveys.csv")

    assert "M020" in client.get(address).content.decode()
    assert client.get(f"{address}marked.xlsx").status_code == 404


def test_a_file_that_is_refused_whole_says_what_to_do(
    client: Client, nguyen: User, unit: SamplingUnit
) -> None:
    client.force_login(nguyen)
    other = load_workbook(io.BytesIO(clean(nguyen)))
    other[STAMP]["A1"] = "beach-survey/0/eu-joint/2021"
    with override("en"):
        page = client.get(uploaded(client, saved(other))).content.decode()

    assert "another version of it" in page
    assert Upload.objects.get().content is None


def test_a_file_that_does_not_pass_the_checks_is_answered_on_the_form(
    client: Client, nguyen: User, unit: SamplingUnit
) -> None:
    client.force_login(nguyen)
    file = SimpleUploadedFile("surveys.xlsx", b"not a workbook")
    with override("en"):
        page = client.post(reverse("monitoring:workbook"), {"file": file}).content.decode()

    assert "The name ends in .xlsx, but the content is of another kind" in page
    assert not Upload.objects.exists()


def test_a_fault_of_ours_is_said_and_surfaces(
    client: Client, nguyen: User, unit: SamplingUnit, monkeypatch: pytest.MonkeyPatch
) -> None:
    upload = send(nguyen, unit, clean(nguyen))

    def broken(*_arguments: Any, **_options: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(uploads, "check", broken)
    with pytest.raises(ZeroDivisionError):
        read_uploads()
    upload.refresh_from_db()

    assert upload.state == UploadState.FAILED
    assert "A fault of the portal" in upload.failure["en"]


def test_who_may_no_longer_hand_in_has_nothing_taken_in(nguyen: User, unit: SamplingUnit) -> None:
    upload = send(nguyen, unit, clean(nguyen))
    Membership.objects.all().delete()
    read_uploads()
    upload.refresh_from_db()

    assert upload.state == UploadState.FAILED
    assert not Submission.objects.exists()


# --- A worker that dies, a sender who cancels -----------------------------------------------------


def test_a_file_whose_worker_died_is_taken_in_by_the_next(nguyen: User, unit: SamplingUnit) -> None:
    long_ago = timezone.now() - uploads.LEASE * 2
    left = kept_file(
        nguyen, unit, clean(nguyen), state=UploadState.RUNNING, beat_at=long_ago, attempts=1
    )
    held = kept_file(nguyen, unit, state=UploadState.RUNNING, beat_at=timezone.now(), attempts=1)
    read_uploads()
    left.refresh_from_db()
    held.refresh_from_db()

    assert left.state == UploadState.TAKEN
    assert left.attempts == 2
    assert held.state == UploadState.RUNNING
    assert Submission.objects.count() == 2


def test_a_file_that_kills_its_workers_is_given_up_and_says_so(
    client: Client, nguyen: User, unit: SamplingUnit
) -> None:
    client.force_login(nguyen)
    long_ago = timezone.now() - uploads.LEASE * 2
    left = kept_file(nguyen, unit, state=UploadState.RUNNING, beat_at=long_ago, attempts=3)
    read_uploads()
    with override("en"):
        page = client.get(reverse("monitoring:upload", args=[left.key])).content.decode()

    assert "was interrupted three times, and nothing was stored" in page


@pytest.mark.parametrize("moment", ["check", "take"])
def test_what_is_cancelled_while_a_worker_is_at_it_is_not_stored(
    nguyen: User, unit: SamplingUnit, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    upload = send(nguyen, unit, clean(nguyen))
    real = getattr(uploads, moment)

    def cancelled_then(*arguments: Any, **options: Any) -> Any:
        done = real(*arguments, **options)
        uploads.cancel(upload, by=nguyen)
        return done

    monkeypatch.setattr(uploads, moment, cancelled_then)
    read_uploads()
    upload.refresh_from_db()

    assert (upload.state == UploadState.CANCELLED) == (moment == "check")
    assert not Submission.objects.exists()


def test_what_is_cancelled_while_it_is_refused_stays_cancelled(
    nguyen: User, unit: SamplingUnit, monkeypatch: pytest.MonkeyPatch
) -> None:
    upload = send(nguyen, unit, b"not a workbook")

    def cancelled_then(*_arguments: Any) -> None:
        uploads.cancel(upload, by=nguyen)
        raise Unreadable

    monkeypatch.setattr(uploads, "read", cancelled_then)
    read_uploads()
    upload.refresh_from_db()

    assert (upload.state, upload.failure) == (UploadState.CANCELLED, {})


def test_progress_is_noted_now_and_then_and_only_by_who_holds_the_file(
    nguyen: User, unit: SamplingUnit, monkeypatch: pytest.MonkeyPatch
) -> None:
    upload = kept_file(nguyen, unit, state=UploadState.RUNNING, rows=9)
    noted = progress.Progress(upload)
    noted.rows_checked(3)
    upload.refresh_from_db()
    assert upload.rows_checked == 0

    monkeypatch.setattr(progress, "EVERY", 0)
    noted.rows_checked(4)
    upload.refresh_from_db()
    assert upload.rows_checked == 4
    assert upload.beat_at

    Upload.objects.update(attempts=2)
    with pytest.raises(progress.Overtaken):
        noted.rows_checked(5)


def test_the_page_shows_how_many_drafts_are_stored_before_they_can_be_seen(
    client: Client, nguyen: User, unit: SamplingUnit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are one transaction: what is noted in it stays hidden, so it is remembered beside it."""
    client.force_login(nguyen)
    upload = kept_file(
        nguyen, unit, state=UploadState.RUNNING, step="storing", rows=9, rows_checked=9
    )
    address = f"/en/monitoring/workbook/uploads/{upload.key}/"
    before = client.get(address).content.decode()
    noted = progress.Progress(upload)
    noted.begins_to_store(2_000)
    none_yet = client.get(address).content.decode()
    monkeypatch.setattr(progress, "EVERY", 0)
    noted.stored(1_500)

    assert "9 of 9" in before
    assert "0 of 2,000" in none_yet
    assert "1,500 of 2,000" in client.get(address).content.decode()
    Upload.objects.update(state=UploadState.CANCELLED)
    with pytest.raises(progress.Overtaken):
        noted.stored(1_600)


def test_a_file_that_is_cancelled_while_it_is_stored_leaves_no_draft(
    nguyen: User, unit: SamplingUnit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "EVERY", 0)
    told: list[int] = []
    noted = progress.Progress.stored

    def cancelled_then(self: progress.Progress, count: int) -> None:
        told.append(count)
        Upload.objects.update(state=UploadState.CANCELLED)
        noted(self, count)

    monkeypatch.setattr(progress.Progress, "stored", cancelled_then)
    send(nguyen, unit, clean(nguyen))
    read_uploads()

    assert told == [2]
    assert not Submission.objects.exists()


def test_a_file_is_cancelled_from_its_page_and_only_once(
    client: Client, nguyen: User, unit: SamplingUnit
) -> None:
    client.force_login(nguyen)
    with override("en"):
        address = sent(client, clean(nguyen))
        waiting = client.get(address).content.decode()
        client.post(address, {"deed": "cancel"})
        page = client.get(address).content.decode()
        again = client.post(address, {"deed": "cancel"}, follow=True).content.decode()
        client.post(address, {"deed": "unknown"})
    read_uploads()

    assert "The file waits for its turn" in waiting
    assert "You have cancelled this upload" in page
    assert "not possible in the present state" in again
    assert not Submission.objects.exists()
    sent_once = AuditEvent.objects.about(Upload.objects.get()).filter(verb=Verb.UPLOADED)
    assert sent_once.count() == 1


def test_the_page_shows_how_far_a_file_is(client: Client, nguyen: User, unit: SamplingUnit) -> None:
    client.force_login(nguyen)
    upload = kept_file(
        nguyen, unit, state=UploadState.RUNNING, step="checking", rows=4_000, rows_checked=1_000
    )
    with override("en"):
        page = client.get(reverse("monitoring:upload", args=[upload.key])).content.decode()

    assert "1,000 of 4,000" in page
    assert 'value="1000" max="4000"' in page
    assert "Look again" in page  # without JavaScript
