"""A file that can be read in two ways is asked about once; nothing is guessed."""

import pytest
from django.test import Client
from django.utils.translation import override

from monitoring.actions import uploads
from monitoring.choices import DayOrder, UploadState
from monitoring.models import SamplingUnit, Upload
from monitoring.tasks import read_uploads
from monitoring.workbook.checking import check
from monitoring.workbook.spelling import questions, respelt
from partnership.accounts.models import User
from partnership.core.errors import TransitionRefused
from partnership.review.models import Submission
from tests.factories.workbooks import (
    LINE,
    book_of,
    csv,
    filled,
    kept_file,
    saved,
    survey,
    uploaded,
)

pytestmark = pytest.mark.django_db
UNCLEAR = csv("1;4").replace(b",", b";").replace(b";100;", b";99,5;").replace(
    b"2026-05-03", b"03/05/2026"
)  # fmt: skip


def codes(content: bytes, user: User, *, has_commas: bool, days: str) -> list[str]:
    book = respelt(book_of(content, "a.csv"), has_commas=has_commas, days=days)
    return [each.code for each in check(book, by=user).findings]


def test_a_question_shows_what_is_unclear_and_is_asked_until_it_is_answered() -> None:
    book = book_of(UNCLEAR, "a.csv")
    every = questions(book, has_commas=None, days="")

    assert (every.comma, every.day) == ("99,5", "03/05/2026")
    assert questions(book, has_commas=True, days="").comma == ""
    assert not questions(book, has_commas=False, days=DayOrder.NEITHER)
    assert not questions(book_of(csv("1,4"), "a.csv"), has_commas=None, days="")


@pytest.mark.parametrize(
    ("has_commas", "days", "expected"),
    [
        (True, DayOrder.DAY_FIRST, []),
        (True, DayOrder.MONTH_FIRST, []),
        (False, DayOrder.DAY_FIRST, ["M013"]),
        (True, DayOrder.NEITHER, ["M010"]),
        (False, DayOrder.NEITHER, ["M010", "M013"]),
    ],
)
def test_the_answer_holds_for_the_whole_file(
    nguyen: User, unit: SamplingUnit, has_commas: bool, days: str, expected: list[str]
) -> None:
    assert codes(UNCLEAR, nguyen, has_commas=has_commas, days=days) == expected


def test_what_is_no_day_in_that_order_stays_a_fault(nguyen: User, unit: SamplingUnit) -> None:
    twice = csv("1,4", line=LINE.replace("2026-05-03", "25/05/2026"))

    assert codes(twice, nguyen, has_commas=False, days=DayOrder.DAY_FIRST) == []
    assert codes(twice, nguyen, has_commas=False, days=DayOrder.MONTH_FIRST) == ["M010"]


def test_the_page_asks_and_the_file_is_read_on(
    client: Client, nguyen: User, unit: SamplingUnit
) -> None:
    client.force_login(nguyen)
    row = survey("S-1", surveyed_on="03/05/2026", length_m="99,5")
    with override("en"):
        address = uploaded(client, saved(filled(nguyen, [row], [("S-1", "J7", 3)])))
        asked = client.get(address).content.decode()
        client.post(address, {"deed": "answer", "commas": "yes"})  # half an answer
        half = client.post(address, {"deed": "answer", "commas": "yes"}).content.decode()
        client.post(address, {"deed": "answer", "commas": "yes", "days": "day"})
        read_uploads()

    assert "“99,5”: is the comma a decimal point?" in asked
    assert "“03/05/2026”: what stands first?" in asked
    assert not Upload.objects.exclude(state=UploadState.TAKEN).exists()
    assert 'value="yes" checked' in half or 'checked value="yes"' in half or "checked" in half
    effort = Submission.objects.get().answers["effort"]
    assert (effort["surveyed_on"], effort["length_m"]) == ("2026-05-03", "99.5")


def test_one_question_at_a_time_keeps_the_other_answer(
    client: Client, nguyen: User, unit: SamplingUnit
) -> None:
    client.force_login(nguyen)
    content = csv("1,4", line=LINE.replace("2026-05-03", "03/05/2026"))
    with override("en"):
        address = uploaded(client, content, "a.csv")
        client.post(address, {"deed": "answer", "days": "month"})
        read_uploads()
    upload = Upload.objects.get()

    assert upload.has_commas is None
    assert Submission.objects.get().answers["effort"]["surveyed_on"] == "2026-03-05"


def test_a_file_that_is_gone_is_not_read_on(nguyen: User, unit: SamplingUnit) -> None:
    gone = kept_file(nguyen, unit, state=UploadState.ASKS)
    Upload.objects.update(content=None)
    differs = kept_file(nguyen, unit, state=UploadState.TAKEN)

    with pytest.raises(TransitionRefused):
        uploads.answer(gone, by=nguyen, has_commas=True, day_order="")
    with pytest.raises(TransitionRefused):
        uploads.replace_drafts(differs, by=nguyen)
