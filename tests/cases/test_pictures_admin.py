"""Pictures and their rights on the form of a case."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from cases import actions
from cases.models import Case
from partnership.accounts.models import User
from partnership.documents.choices import People
from partnership.documents.models import Picture, StoredFile
from tests.cases.admin_pages import FORM
from tests.factories.cases import CasePictureFactory, PublishedCaseFactory, ReadyCaseFactory
from tests.factories.files import ConsentFactory, jpeg, pdf
from tests.forms_in_pages import fields_of, resend

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> Case:
    return actions.settle_edit(ReadyCaseFactory())


def form_of(case: Case) -> str:
    return reverse("admin:cases_case_change", args=[case.pk])


def row(number: int = 0, **fields: object) -> dict[str, object]:
    typed = {
        "caption_zh_hans": "海滩",
        "caption_en": "Beach",
        "alt_text_zh_hans": "网",
        "alt_text_en": "A net",
        "author": "Lin",
        "licence": "cc-by",
        "people": People.NOBODY,
        "order": "",
        **fields,
    }
    return {
        "pictures-TOTAL_FORMS": str(number + 1),
        **{f"pictures-{number}-{name}": value for name, value in typed.items()},
    }


def photo(name: str = "beach.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, jpeg((600, 400)))


def test_a_picture_comes_with_caption_and_rights(editor: Client, case: Case, lin: User) -> None:
    consent = ConsentFactory()
    typed = row(upload=photo(), people=People.ADULTS, consents=[consent.pk])

    response = resend(editor, form_of(case), FORM, **typed)

    assert response.status_code == 302
    shown = case.pictures.get()
    assert (shown.caption_en, shown.order) == ("Beach", 0)
    assert (shown.picture.licence, shown.picture.alt_text_en) == ("cc-by", "A net")
    assert list(shown.picture.consents.all()) == [consent]
    assert shown.picture.file.owner == lin
    assert Picture.objects.clear().count() == 1


def test_rights_are_corrected_on_the_row(editor: Client, case: Case) -> None:
    shown = CasePictureFactory(case=case)

    resend(editor, form_of(case), FORM, **{"pictures-0-licence": "cc0", "pictures-0-author": "Li"})

    shown.picture.refresh_from_db()
    assert (shown.picture.licence, shown.picture.author) == ("cc0", "Li")


def test_another_file_makes_another_picture(editor: Client, case: Case) -> None:
    before = CasePictureFactory(case=case).picture

    resend(editor, form_of(case), FORM, **{"pictures-0-upload": photo()})

    after = case.pictures.get().picture
    assert after != before
    assert after.alt_text_en == before.alt_text_en


def test_a_refused_file_is_answered_in_its_row_and_all_else_is_kept(
    editor: Client, case: Case
) -> None:
    lie = SimpleUploadedFile("beach.jpg", pdf())

    response = resend(editor, form_of(case), FORM, **row(upload=lie, caption_en="The long caption"))

    assert response.status_code == 200
    page = response.content.decode()
    assert "文件名以“.jpg”结尾，内容却是PDF" in page
    assert fields_of(response, FORM)["pictures-0-caption_en"] == "The long caption"
    assert not case.pictures.exists()


def test_a_file_that_has_arrived_is_kept_while_the_form_is_mended(
    editor: Client, case: Case
) -> None:
    refused = resend(editor, form_of(case), FORM, **row(upload=photo()), title_zh_hans="")
    assert refused.status_code == 200
    arrived = StoredFile.objects.get()
    again = fields_of(refused, FORM)
    assert again["pictures-0-upload-kept"] == arrived.token

    editor.post(form_of(case), {**again, "title_zh_hans": "净滩"})

    assert case.pictures.get().picture.file == arrived


def test_a_row_without_a_file_says_so(editor: Client, case: Case) -> None:
    response = resend(editor, form_of(case), FORM, **row())

    assert "请选择图片文件" in response.content.decode()


def test_a_public_case_takes_no_picture_without_rights(editor: Client) -> None:
    case = PublishedCaseFactory()

    response = resend(editor, form_of(case), FORM, **row(upload=photo(), licence=""))

    assert response.status_code == 200
    assert "图片1“海滩”：缺少许可协议。请从列表中选择。" in response.content.decode()
    assert not case.pictures.exists()


def test_an_unchanged_form_changes_no_picture(editor: Client, case: Case) -> None:
    shown = CasePictureFactory(case=case)
    before = Picture.objects.values().get(pk=shown.picture_id)

    resend(editor, form_of(case), FORM)

    assert Picture.objects.values().get(pk=shown.picture_id) == before


def test_a_row_offers_consents_that_were_not_withdrawn(editor: Client, case: Case) -> None:
    gone = ConsentFactory(reference="no longer offered", withdrawn_at="2026-01-02T00:00:00Z")
    kept = ConsentFactory(reference="chosen before", withdrawn_at="2026-01-02T00:00:00Z")
    ConsentFactory(reference="still there")
    CasePictureFactory(case=case).picture.consents.set([kept])

    page = editor.get(form_of(case)).content.decode()

    assert "chosen before" in page
    assert "still there" in page
    assert gone.reference not in page
