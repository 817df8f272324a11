"""Files, pictures and consents in the admin."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from partnership.accounts.models import User
from partnership.documents.checks.refusal import Cause
from partnership.documents.choices import People, State
from partnership.documents.models import Consent, Picture, StoredFile
from tests.factories.files import (
    CSV,
    ConsentFactory,
    PictureFactory,
    StoredFileFactory,
    jpeg,
    pdf,
    stored,
)

pytestmark = pytest.mark.django_db
FILES = "admin:documents_storedfile"
PICTURES = "admin:documents_picture"


@pytest.fixture
def desk(client: Client, lin: User) -> Client:
    client.force_login(lin)
    return client


def chosen(content: bytes, name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def picture_form(**more: object) -> dict[str, object]:
    return {
        "author": "Lin",
        "licence": "cc-by",
        "credit_zh_hans": "",
        "credit_en": "",
        "alt_text_zh_hans": "网",
        "alt_text_en": "A net",
        "people": People.NOBODY,
        **more,
    }


def test_a_file_is_sent_and_listed(desk: Client, lin: User) -> None:
    response = desk.post(reverse(f"{FILES}_add"), {"upload": chosen(CSV, "数据.csv")})

    row = StoredFile.objects.get()
    assert response.status_code == 302
    assert (row.owner, row.state) == (lin, State.AVAILABLE)
    page = desk.get(reverse(f"{FILES}_changelist")).content.decode()
    assert "数据.csv" in page
    assert "可用" in page


def test_a_refused_file_is_answered_on_the_form_and_stays_in_the_list(desk: Client) -> None:
    response = desk.post(reverse(f"{FILES}_add"), {"upload": chosen(b"<svg/>", "logo.svg")})

    assert response.status_code == 200
    assert "HTML、SVG、XML" in response.content.decode()
    assert StoredFile.objects.get().reason == Cause.MARKUP
    page = desk.get(reverse(f"{FILES}_changelist")).content.decode()
    assert "已拒绝" in page
    assert "HTML、SVG、XML" in page


def test_an_empty_file_is_answered(desk: Client) -> None:
    response = desk.post(reverse(f"{FILES}_add"), {"upload": chosen(b"", "a.csv")})

    assert "文件是空的" in response.content.decode()


def test_a_picture_comes_with_its_rights(desk: Client) -> None:
    response = desk.post(reverse(f"{PICTURES}_add"), picture_form(upload=chosen(jpeg(), "a.jpg")))

    assert response.status_code == 302, response.content.decode()
    picture = Picture.objects.get()
    assert (picture.licence, picture.alt_text_en) == ("cc-by", "A net")
    assert Picture.objects.clear().exists()


def test_a_picture_form_takes_no_document(desk: Client) -> None:
    response = desk.post(reverse(f"{PICTURES}_add"), picture_form(upload=chosen(pdf(), "a.pdf")))

    assert "此处不接收这类文件" in response.content.decode()
    assert not Picture.objects.exists()


def test_nothing_typed_or_sent_is_lost_when_something_else_is_wrong(desk: Client) -> None:
    refused = desk.post(
        reverse(f"{PICTURES}_add"),
        picture_form(upload=chosen(jpeg(), "beach.jpg"), licence="made up"),
    )
    row = StoredFile.objects.get()
    page = refused.content.decode()
    assert f'name="upload-kept" value="{row.token}"' in page
    assert "beach.jpg" in page
    assert "A net" in page

    desk.post(reverse(f"{PICTURES}_add"), picture_form(**{"upload-kept": row.token}))

    assert Picture.objects.get().file == row


def test_nobody_takes_over_a_file_of_somebody_else(desk: Client, wang: User) -> None:
    foreign = stored(jpeg(), by=wang)

    response = desk.post(reverse(f"{PICTURES}_add"), picture_form(**{"upload-kept": foreign.token}))

    assert response.status_code == 200
    assert not Picture.objects.exists()


def test_a_picture_says_what_is_missing(desk: Client) -> None:
    picture = PictureFactory(licence="")

    assert (
        "缺少许可协议"
        in desk.get(reverse(f"{PICTURES}_change", args=[picture.pk])).content.decode()
    )
    assert "缺少许可协议" in desk.get(reverse(f"{PICTURES}_changelist")).content.decode()


@pytest.mark.parametrize(
    ("value", "number"), [("clear", 1), ("gaps", 1), ("withdrawn", 1), ("", 3)]
)
def test_the_list_is_narrowed_by_rights(desk: Client, value: str, number: int) -> None:
    PictureFactory()
    PictureFactory(licence="")
    PictureFactory(withdrawn_at="2026-01-01T00:00:00Z")

    page = desk.get(reverse(f"{PICTURES}_changelist"), {"rights": value})

    assert len(page.context["cl"].result_list) == number


def test_a_consent_comes_with_its_sheet_and_is_withdrawn_for_good(desk: Client) -> None:
    desk.post(
        reverse("admin:documents_consent_add"),
        {
            "reference": "2026-06, 3",
            "given_by": "A guardian",
            "is_by_guardian": "on",
            "uses": ["web"],
            "given_on": "2026-06-01",
            "upload": chosen(pdf(), "sheet.pdf"),
        },
    )
    consent = Consent.objects.get()
    assert consent.sheet is not None
    assert consent.covers("web")
    picture = PictureFactory(people=People.MINORS, consents=[consent])
    assert Picture.objects.clear().exists()

    deed = reverse("admin:documents_consent_deed", args=[consent.pk, "withdraw"])
    assert str(picture) in desk.get(deed).content.decode()
    desk.post(deed, {"reason": "asked by mail"})

    assert not Picture.objects.clear().exists()
    assert desk.get(reverse("admin:documents_consent_changelist")).status_code == 200
    assert desk.get(reverse("admin:documents_consent_change", args=[consent.pk])).status_code == 200


def test_deeds_of_files_and_pictures_are_done(desk: Client) -> None:
    row, picture = stored(CSV, "a.csv"), PictureFactory()

    desk.post(reverse(f"{FILES}_deed", args=[row.pk, "take-out-of-use"]), {"reason": "asked"})
    desk.post(reverse(f"{PICTURES}_deed", args=[picture.pk, "withdraw"]), {"reason": "asked"})
    assert not Picture.objects.clear().exists()
    desk.post(reverse(f"{PICTURES}_deed", args=[picture.pk, "restore"]), {"reason": "asked"})

    row.refresh_from_db()
    assert row.reason == Cause.TAKEN_OUT
    assert Picture.objects.clear().exists()
    assert desk.get(reverse(f"{FILES}_change", args=[row.pk])).status_code == 200


@pytest.mark.parametrize("name", [FILES, PICTURES, "admin:documents_consent"])
def test_lists_ask_as_much_for_fifty_rows_as_for_one(
    desk: Client, name: str, django_assert_max_num_queries: object
) -> None:
    for number in (1, 40):
        for _each in range(number):
            PictureFactory(people=People.ADULTS, consents=[ConsentFactory()])
            StoredFileFactory(owner=User.objects.get(name="Lin"))
        with django_assert_max_num_queries(9):
            assert desk.get(reverse(f"{name}_changelist")).status_code == 200


def test_the_desk_names_what_waits(desk: Client) -> None:
    StoredFileFactory(state=State.QUARANTINED, checked_at=None)
    PictureFactory(licence="")

    page = desk.get(reverse("admin:index")).content.decode()

    assert f"{reverse(f'{FILES}_changelist')}?state__exact=quarantined" in page
    assert f"{reverse(f'{PICTURES}_changelist')}?rights=gaps" in page
