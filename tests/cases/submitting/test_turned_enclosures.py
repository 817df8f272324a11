"""Photos and scans that are turned upright after they were sent."""

import io
import shutil

import pytest
from django.conf import LazySettings
from django.test import Client
from PIL import Image
from pypdf import PdfReader

from partnership.accounts.models import User
from partnership.core.errors import TransitionRefused
from partnership.documents import actions as documents
from partnership.documents import inspection, storage
from partnership.documents.actions import turning
from partnership.documents.errors import CannotBeTurned, StorageFailed
from partnership.documents.models import StoredFile
from partnership.notifications.models import Notification
from partnership.review import actions
from partnership.review.choices import EnclosureRole
from partnership.review.errors import StillTurning
from partnership.review.models import Submission
from tests.cases.submitting.enclosing import (
    NOBODY_LISTENS,
    TEXTS,
    at,
    fetched,
    picture,
)
from tests.factories.files import jpeg, pdf, png, saved, stored


@pytest.mark.parametrize(
    ("content", "name"), [(jpeg((60, 40)), "a.jpg"), (png((60, 40), "RGBA"), "a.png")]
)
def test_a_photo_is_turned_and_keeps_what_is_said_of_it(
    client: Client, nguyen: User, draft: Submission, content: bytes, name: str
) -> None:
    client.force_login(nguyen)
    file = stored(content, name, by=nguyen)
    row = actions.enclose(draft, file, EnclosureRole.PICTURE, by=nguyen, **TEXTS)

    page = client.post(at("turn", row), follow=True).content.decode()

    row.refresh_from_db()
    assert (row.sides, row.caption) == ((40, 60), TEXTS["caption"])
    assert row.file.on_behalf_of == file.on_behalf_of
    assert str(row.file) == name
    assert at("turn", row) in page
    assert list(StoredFile.objects.all()) == [row.file], "the room of the other is free"


def test_what_cannot_be_turned_stays_and_says_so(
    client: Client, nguyen: User, draft: Submission, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.force_login(nguyen)
    shown = picture(draft, nguyen)
    before = shown.file
    letter = actions.enclose(
        draft, stored(pdf(), "a.pdf", by=nguyen), EnclosureRole.PERMISSION, by=nguyen
    )

    with pytest.raises(CannotBeTurned):
        actions.turn(letter, by=nguyen)
    monkeypatch.setattr(inspection, "PATIENCE", 0)
    with inspection._one_at_a_time, pytest.raises(CannotBeTurned):
        actions.turn(letter, by=nguyen)
    actions.take_out(letter, by=nguyen)
    with pytest.raises(TransitionRefused):
        actions.turn(letter, by=nguyen)
    monkeypatch.undo()
    monkeypatch.setattr(turning, "marked", lambda _content: b"no picture")
    page = client.post(at("turn", shown), follow=True).content.decode()
    shutil.rmtree(storage.folder(before.token))
    gone = client.post(at("turn", shown), follow=True).content.decode()

    shown.refresh_from_db()
    assert shown.file == before
    assert "文件未改动。" in page
    assert str(StorageFailed.message) in gone


def test_the_pages_of_a_scan_are_turned_as_often_as_it_takes(
    client: Client, nguyen: User, draft: Submission
) -> None:
    client.force_login(nguyen)
    pages = [Image.new("RGB", (60, 40), colour) for colour in ("navy", "teal")]
    scan = saved(pages[0], "PDF", save_all=True, append_images=pages[1:])
    row = actions.enclose(
        draft, stored(scan, "letter.pdf", by=nguyen), EnclosureRole.PERMISSION, by=nguyen
    )
    assert at("turn", row) in client.get(at("files", draft)).content.decode()

    said = [client.post(at("turn", row), follow=True).content.decode() for _turn in range(2)]

    row.refresh_from_db()
    shown = PdfReader(io.BytesIO(client.get(at("file", row)).getvalue()))
    assert [page.rotation for page in shown.pages] == [180, 180]
    assert all("每页已向右旋转90度" in page for page in said)
    assert str(row.file) == "letter.pdf"
    assert list(StoredFile.objects.all()) == [row.file], "the room of the others is free"


def test_a_turned_picture_takes_its_place_only_when_its_check_is_over(
    client: Client, nguyen: User, draft: Submission, settings: LazySettings
) -> None:
    client.force_login(nguyen)
    row = picture(draft, nguyen)
    before = row.file
    settings.CLAMAV_ADDRESS = NOBODY_LISTENS

    page = client.post(at("turn", row), follow=True).content.decode()
    again = client.post(at("turn", row), follow=True).content.decode()

    row.refresh_from_db()
    assert (row.file, row.sides) == (before, (800, 600))
    assert fetched(client, "thumbnail", row).status_code == 200
    assert "检查结束后，文件即转正" in page
    assert at("turn", row) not in page
    assert str(StillTurning.message) in again
    settings.CLAMAV_ADDRESS = ""
    assert documents.check_waiting() == 1
    row.refresh_from_db()
    assert (row.sides, row.turned) == ((600, 800), None)
    assert list(StoredFile.objects.all()) == [row.file], "the room of the other is free"


def test_a_turned_picture_that_is_refused_leaves_the_good_one(
    nguyen: User, lin: User, draft: Submission, settings: LazySettings
) -> None:
    row = picture(draft, nguyen)
    before = row.file
    settings.CLAMAV_ADDRESS = NOBODY_LISTENS
    turned = actions.turn(row, by=nguyen).turned
    assert turned

    documents.take_out_of_use(turned, by=lin, reason="Not checked for days.")

    row.refresh_from_db()
    assert (row.file, row.turned) == (before, None)
    told = Notification.objects.get(kind="documents.refused")
    assert told.recipient == nguyen
    assert told.path_en == f"/en/submissions/{draft.key}/"


def test_a_draft_thrown_away_takes_the_turned_picture_along(
    nguyen: User, draft: Submission, settings: LazySettings
) -> None:
    row = picture(draft, nguyen)
    settings.CLAMAV_ADDRESS = NOBODY_LISTENS
    actions.turn(row, by=nguyen)

    actions.discard(draft, by=nguyen)

    assert not StoredFile.objects.exists()
