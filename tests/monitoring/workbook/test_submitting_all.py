"""All drafts of one file submitted at once, each by itself."""

from contextlib import nullcontext
from typing import Any

import pytest
from django.test import Client
from django.utils.translation import override

from monitoring.actions import uploads
from monitoring.choices import UploadState
from monitoring.models import SamplingUnit, Upload
from monitoring.tasks import read_uploads
from monitoring.workbook.progress import Overtaken
from partnership.accounts.models import User
from partnership.core.errors import TransitionRefused
from partnership.notifications.models import Notification
from partnership.review import actions
from partnership.review.choices import State
from partnership.review.models import Submission
from tests.factories.workbooks import clean, kept_file, send, uploaded

pytestmark = pytest.mark.django_db


def test_all_are_submitted_in_the_background(
    client: Client, nguyen: User, unit: SamplingUnit
) -> None:
    client.force_login(nguyen)
    with override("en"):
        address = uploaded(client, clean(nguyen))
        offered = client.get(address).content.decode()
        client.post(address, {"deed": "submit"})
        waiting = client.get(address).content.decode()
        read_uploads()
        page = client.get(address).content.decode()

    assert "Submit 2 surveys" in offered
    assert "0 of 2" in waiting
    assert "All of them are submitted" in page
    assert set(Submission.objects.values_list("state", flat=True)) == {State.SUBMITTED}


def told_of(person: User) -> list[tuple[str, str]]:
    rows = Notification.objects.filter(recipient=person, kind__startswith="review.").order_by("pk")
    return list(rows.values_list("kind", "title_en"))


def test_everybody_is_told_once_of_all_of_them(nguyen: User, lin: User, unit: SamplingUnit) -> None:
    upload = send(nguyen, unit, clean(nguyen))
    read_uploads()
    uploads.submit_all(upload, by=nguyen)
    read_uploads()

    assert told_of(nguyen) == [("review.received_together", "Received: 2 submissions")]
    assert told_of(lin) == [("review.submitted_together", "2 submissions arrived together")]
    receipt = Notification.objects.get(recipient=nguyen, kind="review.received_together")
    assert receipt.path_en == f"/en/monitoring/workbook/uploads/{upload.key}/"


def test_a_single_one_is_told_of_as_one_from_the_form(
    nguyen: User, lin: User, unit: SamplingUnit
) -> None:
    upload = send(nguyen, unit, clean(nguyen))
    read_uploads()
    first = Submission.objects.order_by("pk")[0]
    actions.submit(first, by=nguyen, revision=first.revision)
    uploads.submit_all(upload, by=nguyen)
    read_uploads()

    assert [kind for kind, _title in told_of(lin)] == ["review.submitted"] * 2
    assert [kind for kind, _title in told_of(nguyen)] == ["review.received"] * 2


@pytest.mark.parametrize("ends", ["stopped", "given up"])
def test_what_was_submitted_before_the_work_ended_is_told_of(
    nguyen: User, lin: User, unit: SamplingUnit, monkeypatch: pytest.MonkeyPatch, ends: str
) -> None:
    upload = send(nguyen, unit, clean(nguyen))
    read_uploads()
    uploads.submit_all(upload, by=nguyen)
    whole = uploads.hand_in

    def cut_short(*given: Any, **more: Any) -> Any:
        whole(*given, **more)
        if ends == "stopped":
            uploads.cancel(upload, by=nguyen)
            raise Overtaken
        raise ZeroDivisionError

    monkeypatch.setattr(uploads, "hand_in", cut_short)
    with nullcontext() if ends == "stopped" else pytest.raises(ZeroDivisionError):
        read_uploads()
    upload.refresh_from_db()

    assert [each["what"] for each in upload.taken] == ["submitted", "submitted"]
    assert [kind for kind, _title in told_of(lin)] == ["review.submitted_together"]


def test_what_one_lacks_does_not_keep_the_others_back(
    client: Client, nguyen: User, unit: SamplingUnit
) -> None:
    client.force_login(nguyen)
    upload = send(nguyen, unit, clean(nguyen))
    read_uploads()
    first, second, *_none = Submission.objects.order_by("pk")
    actions.save_answers(first, {"effort": {}}, by=nguyen, revision=first.revision)
    actions.submit(second, by=nguyen, revision=second.revision)
    uploads.submit_all(upload, by=nguyen)
    read_uploads()
    upload.refresh_from_db()
    with override("en"):
        page = client.get(f"/en/monitoring/workbook/uploads/{upload.key}/").content.decode()

    assert upload.state == UploadState.TAKEN
    assert [each["what"] for each in upload.taken] == ["new", "submitted"]
    assert set(upload.taken[0]["refusals"]) == {"en", "zh-hans"}
    assert "Not submitted:" in page
    assert "Submit 1 survey<" in page


def test_a_draft_that_was_thrown_away_is_passed_over(nguyen: User, unit: SamplingUnit) -> None:
    upload = send(nguyen, unit, clean(nguyen))
    read_uploads()
    actions.discard(Submission.objects.order_by("pk")[0], by=nguyen)
    uploads.submit_all(upload, by=nguyen)
    read_uploads()
    upload.refresh_from_db()

    assert [each["what"] for each in upload.taken] == ["gone", "submitted"]


def test_only_what_was_taken_is_submitted(nguyen: User, unit: SamplingUnit) -> None:
    faulty = kept_file(nguyen, unit, state=UploadState.FAULTY)

    with pytest.raises(TransitionRefused):
        uploads.submit_all(faulty, by=nguyen)
    assert not Upload.objects.filter(submits=True).exists()


def test_submitting_can_be_stopped(client: Client, nguyen: User, unit: SamplingUnit) -> None:
    client.force_login(nguyen)
    upload = send(nguyen, unit, clean(nguyen))
    read_uploads()
    uploads.submit_all(upload, by=nguyen)
    uploads.cancel(upload, by=nguyen)
    read_uploads()
    upload.refresh_from_db()

    assert (upload.state, upload.submits) == (UploadState.TAKEN, False)
    assert not Submission.objects.exclude(state=State.DRAFT).exists()


def test_a_fault_of_ours_leaves_the_drafts_and_says_so(
    client: Client, nguyen: User, unit: SamplingUnit, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.force_login(nguyen)
    with override("en"):
        address = uploaded(client, clean(nguyen))
        client.post(address, {"deed": "submit"})
        monkeypatch.setattr(uploads, "hand_in", lambda *_given, **_more: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            read_uploads()
        page = client.get(address).content.decode()

    assert "A fault of the portal" in page
    assert "Submit 2 surveys" in page


def test_a_fault_says_nothing_of_what_was_stopped_meanwhile(
    nguyen: User, unit: SamplingUnit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_given: Any, **_more: Any) -> None:
        uploads.cancel(upload, by=nguyen)
        raise ZeroDivisionError

    upload = send(nguyen, unit, clean(nguyen))
    read_uploads()
    uploads.submit_all(upload, by=nguyen)
    monkeypatch.setattr(uploads, "hand_in", stopped)
    with pytest.raises(ZeroDivisionError):
        read_uploads()
    upload.refresh_from_db()

    assert (upload.state, upload.failure) == (UploadState.TAKEN, {})
