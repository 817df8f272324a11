"""Pictures with captions, letters of permission and signed prints of a case that is handed in."""

from datetime import timedelta
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core import retention
from partnership.core.errors import NotAllowed
from partnership.documents import actions as documents
from partnership.documents import storage
from partnership.documents.errors import QuotaReached
from partnership.documents.models import Picture, StoredFile
from partnership.notifications.models import Notification
from partnership.review import actions
from partnership.review.choices import SCANS, EnclosureRole
from partnership.review.errors import NotYourFile, TooManyFiles
from partnership.review.models import Enclosure, Submission
from partnership.review.prints import print_of
from partnership.review.privacy import DRAFTS_REST_DAYS
from tests.cases.submitting.enclosing import NOBODY_LISTENS, TEXTS, at, fetched, picture
from tests.factories.files import CSV, StoredFileFactory, jpeg, pdf, stored
from tests.factories.review import Report
from tests.factories.submissions import case_draft, speaking

DESCRIBED = {f"picture-{name}": text for name, text in TEXTS.items()} | {"role": "picture"}


def photo(colour: str = "navy") -> SimpleUploadedFile:
    return SimpleUploadedFile("quay.jpg", jpeg((800, 600), colour), "image/jpeg")


def test_a_picture_is_added_with_what_has_to_be_said_of_it(
    client: Client, nguyen: User, draft: Submission
) -> None:
    client.force_login(nguyen)

    answer = client.post(at("files", draft), {**DESCRIBED, "picture-upload": photo()})

    row = Enclosure.objects.get()
    assert answer.headers["Location"] == at("files", draft)
    assert (row.role, row.caption, row.file.owner) == ("picture", TEXTS["caption"], nguyen)
    page = client.get(at("detail", draft)).content.decode()
    assert at("thumbnail", row) in page
    assert TEXTS["caption"] in page


def test_a_form_with_a_gap_keeps_the_file_that_arrived(
    client: Client, nguyen: User, draft: Submission
) -> None:
    client.force_login(nguyen)
    gap = {**DESCRIBED, "picture-caption": ""}

    page = client.post(at("files", draft), {**gap, "picture-upload": photo()})
    kept = page.context["forms"][0].fields["upload"].widget.kept
    client.post(at("files", draft), {**DESCRIBED, "picture-upload-kept": kept.token})

    assert page.status_code == 200
    assert Enclosure.objects.get().file == kept


@pytest.mark.parametrize("role", ["permission", "signed"])
def test_scans_come_as_pdf_or_photo_and_a_file_that_lies_is_refused(
    client: Client, nguyen: User, draft: Submission, role: str
) -> None:
    client.force_login(nguyen)
    for content, name in ((pdf(), "letter.pdf"), (jpeg(), "phone.jpg"), (b"MZ\x90", "letter.pdf")):
        upload = SimpleUploadedFile(name, content)
        typed = {"role": role, "signed-code": print_of(draft, draft.answers).code}
        client.post(at("files", draft), {**typed, f"{role}-upload": upload})

    assert [row.role for row in Enclosure.objects.all()] == [role, role]


def test_who_sees_the_submission_fetches_its_files_and_nobody_else(
    client: Client, nguyen: User, lin: User, chen: User, draft: Submission
) -> None:
    row = picture(draft, nguyen)
    for person, status in ((nguyen, 200), (lin, 404), (chen, 404)):
        client.force_login(person)
        assert fetched(client, "file", row).status_code == status
        assert fetched(client, "thumbnail", row).status_code == status
    sent = actions.submit(draft, by=nguyen, revision=draft.revision)
    actions.assign(actions.take(sent, by=lin), chen, by=lin)
    answer = fetched(client, "file", row)

    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["Cache-Control"].startswith("private")


def test_a_file_that_waits_for_its_check_is_named_but_not_handed_out(
    client: Client, nguyen: User, draft: Submission
) -> None:
    client.force_login(nguyen)
    file = StoredFileFactory(owner=nguyen, state="quarantined", checked_at=None, label="wait.jpg")
    row = actions.enclose(draft, file, EnclosureRole.PERMISSION, by=nguyen)

    assert "wait.jpg" in client.get(at("detail", draft)).content.decode()
    assert client.get(at("file", row)).status_code == 404
    assert client.get(at("thumbnail", row)).status_code == 404


def test_a_file_is_taken_out_once_and_its_row_remains(
    client: Client, nguyen: User, draft: Submission
) -> None:
    client.force_login(nguyen)
    row = picture(draft, nguyen)

    client.post(at("take-out", row))
    actions.take_out(row, by=nguyen)

    assert not draft.enclosures.present()
    assert Enclosure.objects.get().removed_at is not None
    assert client.get(at("file", row)).status_code == 404


def test_a_letter_that_is_refused_after_waiting_says_why_where_it_stands(
    client: Client, nguyen: User, draft: Submission, settings: LazySettings
) -> None:
    client.force_login(nguyen)
    settings.CLAMAV_ADDRESS = NOBODY_LISTENS
    letter = stored(CSV, "letter.csv", by=nguyen, kinds=SCANS)
    actions.enclose(draft, letter, EnclosureRole.PERMISSION, by=nguyen)
    settings.CLAMAV_ADDRESS = ""
    documents.check_waiting()

    letter.refresh_from_db()
    page = client.get(at("detail", draft)).content.decode()
    assert letter.explanation
    assert letter.explanation in page
    assert Notification.objects.get().path_zh_hans == f"/zh-hans/submissions/{draft.key}/"


def test_files_count_against_the_organisation_whatever_colleague_sends_them(
    client: Client, nguyen: User, draft: Submission, settings: LazySettings
) -> None:
    settings.UPLOAD_QUOTA_ORGANISATION_MB = 1
    organisation = draft.of_case.organisation
    colleague = speaking(User.objects.create(email="c@example.org"), organisation=organisation).user
    StoredFileFactory(owner=nguyen, size=999_990, on_behalf_of=f"organisation:{organisation.pk}")
    elsewhere = case_draft(User.objects.create(email="e@example.org"))

    client.force_login(colleague)
    refused = client.post(at("files", draft), {**DESCRIBED, "picture-upload": photo()})
    client.force_login(elsewhere.author)
    client.post(at("files", elsewhere), {**DESCRIBED, "picture-upload": photo()})

    assert str(QuotaReached(most=1)) in refused.content.decode()
    [row] = Enclosure.objects.all()
    assert row.file.on_behalf_of == f"organisation:{elsewhere.of_case.organisation.pk}"


def test_the_form_counts_pictures_and_says_which_are_small_for_print(
    client: Client, nguyen: User, draft: Submission
) -> None:
    client.force_login(nguyen)
    small = picture(draft, nguyen)
    large = actions.enclose(
        draft, stored(jpeg((1800, 20)), by=nguyen), EnclosureRole.PICTURE, by=nguyen, **TEXTS
    )

    pages = [client.get(at(name, draft)).content.decode() for name in ("files", "edit")]

    assert all("图片：2张，应为2至6张" in page for page in pages)
    assert (small.is_small_for_print, large.is_small_for_print) == (True, False)
    assert pages[0].count("印刷偏小") == 1


def test_the_same_file_sent_twice_is_there_once(nguyen: User, draft: Submission) -> None:
    assert picture(draft, nguyen) == picture(draft, nguyen)


def test_it_refuses_more_files_than_fit(
    client: Client, nguyen: User, draft: Submission, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "partnership.review.actions.enclosing.MOST_ENCLOSURES", {EnclosureRole.PICTURE: 1}
    )
    client.force_login(nguyen)
    picture(draft, nguyen)

    with pytest.raises(TooManyFiles):
        picture(draft, nguyen, "red")
    page = client.post(at("files", draft), {**DESCRIBED, "picture-upload": photo("red")})
    assert str(TooManyFiles(most=1)) in page.content.decode()


def test_it_refuses_the_file_of_somebody_else_and_of_a_kind_nobody_asked_for(
    nguyen: User, lin: User, draft: Submission, report: Report
) -> None:
    with pytest.raises(NotYourFile):
        actions.enclose(draft, stored(by=lin), EnclosureRole.SIGNED, by=nguyen)
    begun = actions.begin(report, "en", by=nguyen)
    with pytest.raises(NotAllowed):
        actions.enclose(begun, stored(by=nguyen), EnclosureRole.SIGNED, by=nguyen)


def test_a_colleague_takes_out_what_another_added(nguyen: User, draft: Submission) -> None:
    row = picture(draft, nguyen)
    colleague = speaking(
        User.objects.create(email="c@example.org"), organisation=draft.of_case.organisation
    ).user

    actions.take_out(row, by=colleague)

    assert not draft.enclosures.present()


def test_acceptance_makes_pictures_of_the_case_and_makes_them_once(
    nguyen: User, lin: User, draft: Submission, settings: LazySettings
) -> None:
    settings.CASE_EXPERT_REVIEWS = 0
    picture(draft, nguyen)
    actions.take_out(picture(draft, nguyen, "red"), by=nguyen)
    actions.enclose(draft, stored(pdf(), "l.pdf", by=nguyen), EnclosureRole.PERMISSION, by=nguyen)
    sent = actions.submit(draft, by=nguyen, revision=draft.revision)
    shown = actions.put_on_notice(actions.accept(actions.take(sent, by=lin), by=lin), by=lin)
    back = actions.return_for_changes(shown, by=lin, message="The date.")
    again = actions.submit(back, by=nguyen, revision=back.revision)

    accepted = actions.accept(actions.take(again, by=lin), by=lin)

    row = accepted.of_case.case.pictures.get()
    assert row.caption_en == TEXTS["caption"]
    assert Picture.objects.get() == row.picture
    assert (row.picture.alt_text_en, row.picture.licence) == (TEXTS["alt_text"], "cc-by")


def test_acceptance_takes_the_letter_of_permission_that_was_sent_last(
    nguyen: User, lin: User, draft: Submission, settings: LazySettings
) -> None:
    settings.CASE_EXPERT_REVIEWS = 0
    for name in ("first.pdf", "second.pdf"):
        letter = stored(pdf(f"<< /Type /Catalog /Title ({name}) >>".encode()), name, by=nguyen)
        actions.enclose(draft, letter, EnclosureRole.PERMISSION, by=nguyen)
    sent = actions.submit(draft, by=nguyen, revision=draft.revision)

    accepted = actions.accept(actions.take(sent, by=lin), by=lin)

    assert str(accepted.of_case.case.permission_letter) == "second.pdf"


def test_a_discarded_draft_gives_the_room_of_its_files_back(
    nguyen: User, draft: Submission, django_capture_on_commit_callbacks: Any
) -> None:
    kept, taken_out = picture(draft, nguyen), picture(draft, nguyen, "teal")
    actions.take_out(taken_out, by=nguyen)
    tokens = [row.file.token for row in (kept, taken_out)]
    assert StoredFile.objects.filter(owner=nguyen).total_size() > 0

    with django_capture_on_commit_callbacks(execute=True):
        actions.discard(draft, by=nguyen)

    assert StoredFile.objects.filter(owner=nguyen).total_size() == 0
    assert not set(tokens) & set(storage.tokens_older_than(-60))


def test_a_file_that_a_picture_shows_outlives_its_draft(nguyen: User, draft: Submission) -> None:
    row = picture(draft, nguyen)
    Picture.objects.create(file=row.file)

    actions.discard(draft, by=nguyen)

    assert StoredFile.objects.get() == row.file


def test_an_abandoned_draft_goes_with_its_files(nguyen: User, draft: Submission) -> None:
    picture(draft, nguyen)
    Submission.objects.update(saved_at=timezone.now() - timedelta(days=DRAFTS_REST_DAYS + 1))

    retention.run()

    assert not Submission.objects.exists()
    assert not StoredFile.objects.exists()
