"""A signature stays with the text that was signed."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from partnership.accounts.models import User
from partnership.core.choices import Verb
from partnership.core.models import AuditEvent
from partnership.notifications.models import OutgoingMessage
from partnership.review import actions
from partnership.review.choices import EnclosureRole, State
from partnership.review.errors import AnotherVersion, PrintOutdated, PrintUnknown
from partnership.review.models import Enclosure, Submission
from partnership.review.prints import code_of, print_of, spelled
from tests.factories.files import pdf, stored
from tests.factories.review import Report, answers, draft, submitted

in_both_languages = pytest.mark.parametrize("language", ["zh-hans", "en"])
SIGNED = {"zh-hans": "已签署：本文本", "en": "Signed: this text"}
EARLIER = {"zh-hans": "已签署：较早的文本", "en": "Signed: an earlier text"}
NONE_OF_THIS = {
    "zh-hans": "所附签字盖章件对应较早的文本",
    "en": "that is enclosed shows an earlier text",
}
ENDORSED = {"zh-hans": "所附签字盖章件对应以下文本", "en": "is enclosed shows the text below"}
NOT_YET = {"zh-hans": "第1版（尚未提交）", "en": "Version 1 (not submitted yet)"}


@pytest.fixture(autouse=True)
def takes_scans(report: Report) -> None:
    report.enclosures = (EnclosureRole.SIGNED,)


def at(name: str, submission: Submission, language: str = "zh-hans") -> str:
    with override(language):
        return reverse(f"review:{name}", args=[submission.key])


def code(submission: Submission) -> str:
    return print_of(submission, submission.answers).code


def scan(name: str = "signed.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, pdf(f"<< /Type /Catalog /Title ({name}) >>".encode()))


def signed(submission: Submission, by: User) -> Enclosure:
    file = stored(pdf(), "signed.pdf", by=by)
    return actions.enclose(submission, file, EnclosureRole.SIGNED, by=by, code=code(submission))


def changed(submission: Submission, by: User, text: str = "We cleaned twice.") -> Submission:
    typed = answers(text=text)
    return actions.save_answers(submission, typed, by=by, revision=submission.revision)


def returned(by: User, above: User) -> Submission:
    """Return a submission whose first version was sent back."""
    sent = submitted(by)
    return actions.refuse_endorsement(sent, by=above, version=1, reason="Name the beach.")


def test_the_code_follows_the_text_and_nothing_else(nguyen: User) -> None:
    begun, other = draft(nguyen), draft(nguyen)
    with_gap = answers()
    with_gap["story"]["added_later"] = ""

    assert code_of(begun, answers()) == code_of(begun, with_gap) == code(begun)
    assert code_of(begun, answers(text="We cleaned twice.")) != code(begun)
    assert code(other) != code(begun), "a signature is not carried to another submission"


@pytest.mark.parametrize(
    "typed", ["4f2a91c7ob3e", " 4F2A 91C7 0B3E ", "４Ｆ２Ａ－９１Ｃ７－０Ｂ３Ｅ"]
)
def test_a_code_is_known_however_it_is_typed(typed: str) -> None:
    assert spelled(typed) == "4F2A-91C7-0B3E"


@in_both_languages
def test_the_print_bears_version_and_code_beside_the_signature(
    client: Client, nguyen: User, language: str
) -> None:
    begun = draft(nguyen)
    client.force_login(nguyen)

    page = client.get(at("print", begun, language)).content.decode()

    assert page.count(NOT_YET[language]) == page.count(code(begun)) == 3
    assert re.search(rf'class="sheet-mark"[^>]*>[^<]*{code(begun)}', page), "for every sheet's foot"
    sent = actions.submit(begun, by=nguyen, revision=begun.revision)
    page = client.get(at("print", sent, language)).content.decode()
    assert code(begun) in page
    assert NOT_YET[language] not in page


def test_a_scan_is_taken_with_the_code_of_the_present_text_alone(
    client: Client, nguyen: User
) -> None:
    begun = draft(nguyen)
    client.force_login(nguyen)
    wrong = {"role": "signed", "signed-upload": scan(), "signed-code": "0000-0000-0000"}

    refused = client.post(at("files", begun), wrong).content.decode()
    [kept] = [row.token for row in nguyen.files.all()]
    right = {"role": "signed", "signed-upload-kept": kept, "signed-code": code(begun).lower()}
    client.post(at("files", begun), right)

    assert str(PrintUnknown(code="0000-0000-0000")) in refused
    assert kept in refused, "the file need not be sent again"
    [row] = Enclosure.objects.all()
    assert (row.print_code, row.print_version) == (code(begun), 1)


def test_a_scan_of_an_earlier_version_is_refused(nguyen: User, wang: User, report: Report) -> None:
    report.endorsing = (wang.pk,)
    back = returned(nguyen, wang)
    first = code(back)
    assert signed(back, nguyen).print_version == 1, "the text is still that of the first version"
    again = changed(back, nguyen)

    with pytest.raises(PrintOutdated, match="1"):
        actions.enclose(again, stored(by=nguyen), EnclosureRole.SIGNED, by=nguyen, code=first)
    assert print_of(again, again.answers).version == 2


@in_both_languages
def test_a_text_changed_after_its_signature_says_so_wherever_it_is_read(
    client: Client, nguyen: User, wang: User, report: Report, language: str
) -> None:
    report.endorsing = (wang.pk,)
    begun = draft(nguyen)
    signed(begun, nguyen)
    client.force_login(nguyen)
    assert SIGNED[language] in client.get(at("files", begun, language)).content.decode()
    assert NONE_OF_THIS[language] not in client.get(at("submit", begun, language)).content.decode()

    later = changed(begun, nguyen)
    pages = [client.get(at(name, later, language)) for name in ("files", "detail", "submit")]

    assert all(EARLIER[language] in page.content.decode() for page in pages)
    assert NONE_OF_THIS[language] in pages[2].content.decode()
    sent = actions.submit(later, by=nguyen, revision=later.revision)
    client.force_login(wang)
    assert NONE_OF_THIS[language] in client.get(at("endorse", sent, language)).content.decode()


def test_a_scan_from_before_prints_had_codes_says_that_its_text_is_not_known(
    client: Client, nguyen: User, wang: User, report: Report
) -> None:
    report.endorsing = (wang.pk,)
    begun = draft(nguyen)
    signed(begun, nguyen)
    Enclosure.objects.update(print_code="", print_version=None)
    client.force_login(nguyen)

    assert "所签署的是哪一文本已无从得知" in client.get(at("files", begun)).content.decode()


def test_a_scan_of_the_next_version_is_no_earlier_one(
    client: Client, nguyen: User, wang: User, report: Report
) -> None:
    report.endorsing = (wang.pk,)
    later = changed(returned(nguyen, wang), nguyen)
    signed(later, nguyen)
    client.force_login(wang)

    assert "已签署：后来的文本，第2版" in client.get(at("detail", later)).content.decode()


@in_both_languages
def test_endorsement_says_what_was_signed_and_what_is_endorsed(
    client: Client, nguyen: User, wang: User, report: Report, language: str
) -> None:
    report.endorsing = (wang.pk,)
    begun = draft(nguyen)
    signed(begun, nguyen)
    sent = actions.submit(begun, by=nguyen, revision=begun.revision)
    client.force_login(wang)
    page = client.get(at("endorse", sent, language)).content.decode()

    client.post(at("endorse", sent, language), {"version": "1", "remark": "Agreed."})

    assert ENDORSED[language] in page
    assert code(sent) in page
    event = AuditEvent.objects.get(verb=Verb.ENDORSED)
    assert event.note == f"v1 · {code(sent)}\nAgreed."
    assert code(sent) in OutgoingMessage.objects.get(kind="review.endorsed").text


def test_nobody_endorses_a_version_they_have_not_seen(
    client: Client, nguyen: User, wang: User, report: Report
) -> None:
    report.endorsing = (wang.pk,)
    again = changed(returned(nguyen, wang), nguyen)
    sent = actions.submit(again, by=nguyen, revision=again.revision)
    client.force_login(wang)

    page = client.post(at("endorse", sent), {"version": "1", "remark": "Agreed."}).content.decode()

    sent.refresh_from_db()
    assert sent.state == State.FOR_ENDORSEMENT
    assert str(AnotherVersion(version=2)) in page
    assert 'name="version" value="2"' in page
    assert "Agreed." in page
    with pytest.raises(AnotherVersion):
        actions.refuse_endorsement(sent, by=wang, version=1, reason="Old figures.")
    client.post(at("endorse", sent), {"version": "2"})
    sent.refresh_from_db()
    assert sent.state == State.SUBMITTED
