"""What goes wrong for the people of cities and for the secretariat, each answered in both languages.

Two things more go wrong in a browser alone: tests/browser/test_review_pages.py loses the connection
while somebody types, and opens two windows on one draft.
"""

from collections.abc import Iterator

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from PIL import Image

from partnership.accounts.models import User
from partnership.core.languages import COOKIE
from partnership.documents import actions as documents
from partnership.network import actions as network
from partnership.network.models import Membership, MembershipRequest, Organisation
from partnership.network.roles import MemberRole
from partnership.notifications import actions as messages
from partnership.notifications.delivery import sending
from partnership.notifications.models import OutgoingMessage
from partnership.review import actions
from partnership.review.choices import EnclosureRole
from partnership.review.models import Enclosure, Submission
from tests.factories.files import pdf, saved
from tests.factories.network import MembershipFactory, OrganisationFactory, RequestFactory
from tests.factories.submissions import (
    as_posted,
    case_answers,
    case_draft,
    case_handed_in,
    speaking,
)
from tests.mail_server import MailServer
from tests.partnership.documents import clamd
from tests.partnership.documents.checks.test_pictures import scan_upside_down
from tests.tickets import solved

pytestmark = pytest.mark.django_db
MB = 1_000_000
in_both_languages = pytest.mark.parametrize("language", ["zh-hans", "en"])


def at(name: str, language: str, *args: object) -> str:
    with override(language):
        return reverse(name, args=args)


def desk(client: Client, person: User, language: str) -> Client:
    """Sign somebody of the secretariat in, with the admin in `language`."""
    client.force_login(person)
    client.cookies[COOKIE] = language
    return client


def press(client: Client, request: MembershipRequest, slug: str, **typed: object) -> str:
    """Press a button of the secretariat's and return the page that answers."""
    address = reverse("admin:partnership_membershiprequest_deed", args=[request.pk, slug])
    return client.post(address, typed).content.decode()


@in_both_languages
def test_an_account_is_asked_for_with_a_known_address(
    client: Client, nguyen: User, lin: User, language: str
) -> None:
    typed = {
        "name": "Nguyen",
        "email": nguyen.email.upper(),
        "organisation_name": "Blue Bay",
        "organisation_type": "city-government",
        "role": "submitter",
        "message": "I report for it.",
    }
    answer = client.post(at("network:join", language), {**typed, **solved("join")}, follow=True)

    said = {"zh-hans": "您的申请", "en": "We have your request"}[language]
    assert said in answer.content.decode()
    asked, bay = MembershipRequest.objects.get(), OrganisationFactory(name_en="Blue Bay")
    member = network.approve_request(asked, by=lin, organisation=bay, role=MemberRole.SUBMITTER)
    assert member.user == nguyen, "the account that is there, not a second one"
    assert User.objects.filter(email__iexact=nguyen.email).count() == 1


@in_both_languages
def test_a_second_organisation_has_the_same_name(client: Client, lin: User, language: str) -> None:
    OrganisationFactory(name_zh_hans="蓝湾", name_en="Blue Bay")
    request = RequestFactory(organisation=None, organisation_name="BLUE BAY")
    typed = {"name_zh_hans": "蓝湾市", "name_en": "BLUE BAY", "type": "research"}
    page = press(desk(client, lin, language), request, "make-organisation", **typed)

    said = {"zh-hans": "已有组织使用这个名称", "en": "Another organisation has this name."}
    assert said[language] in page
    assert 'value="蓝湾市"' in page, "what was typed stays"
    assert not Organisation.objects.filter(name_zh_hans="蓝湾市").exists()


@in_both_languages
def test_two_people_take_one_approval(client: Client, lin: User, zhao: User, language: str) -> None:
    request = RequestFactory()
    typed = {"organisation": request.organisation_id, "role": request.role}
    press(desk(client, zhao, language), request, "approve", **typed)
    page = press(desk(client, lin, language), request, "approve", **typed)

    said = {"zh-hans": "Zhao已作出决定", "en": "Zhao has already decided about this"}[language]
    assert said in page
    assert Membership.objects.count() == 1


@in_both_languages
def test_a_member_is_withdrawn_while_the_form_is_open(
    client: Client, nguyen: User, lin: User, language: str
) -> None:
    client.force_login(nguyen)
    draft = case_draft(nguyen)
    Membership.objects.filter(user=nguyen).update(withdrawn_at=timezone.now(), withdrawn_by=lin)
    typed = as_posted(case_answers(title="Typed too late"), revision=1)
    page = client.post(at("review:edit", language, draft.key), typed)

    said = {"zh-hans": "您填写的内容如下", "en": "What you had typed stands below"}[language]
    assert (page.status_code, "Typed too late" in page.content.decode()) == (403, True)
    assert said in page.content.decode()


@pytest.fixture
def server(settings: LazySettings) -> Iterator[MailServer]:
    """A real mail server, to which the portal sends."""
    with MailServer() as running:
        settings.EMAIL_BACKEND = "partnership.notifications.delivery.smtp.Backend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", running.port
        yield running


@in_both_languages
@pytest.mark.parametrize("code", [552, 452], ids=["for good", "until there is room"])
def test_a_mailbox_refuses(
    client: Client, nguyen: User, lin: User, server: MailServer, language: str, code: int
) -> None:
    server.to_recipient = {nguyen.email: f"{code} {code // 100}.2.2 Mailbox full"}
    sent = case_handed_in(nguyen)
    actions.return_for_changes(actions.take(sent, by=lin), by=lin, message="More, please.")
    sending.drain()
    said = {"zh-hans": "最近一封发给您的邮件被拒收", "en": "Our last mail to you was refused"}[
        language
    ]
    why = {"zh-hans": "邮箱已满", "en": "The mailbox is full."}[language]
    own_desk, staff_list = (
        at("portal:desk", language),
        "admin:notifications_outgoingmessage_changelist",
    )

    listed = desk(client, lin, language).get(reverse(staff_list)).content.decode()
    client.force_login(nguyen)
    pages = [client.get(at(name, language)) for name in ("portal:desk", "notifications:list")]
    assert why in listed
    assert all(said in page.content.decode() for page in pages)
    assert all(why in page.content.decode() for page in pages)
    assert "More, please." in pages[0].content.decode(), "the portal tells it all the same"

    server.to_recipient = {}
    for message in OutgoingMessage.objects.exclude(fault=""):
        messages.send_again(message, by=lin)
    sending.drain()
    assert said not in client.get(own_desk).content.decode()


@in_both_languages
def test_a_reviewer_is_of_the_own_city(
    client: Client, nguyen: User, lin: User, chen: User, language: str
) -> None:
    city = speaking(nguyen).organisation
    taken = actions.take(case_handed_in(nguyen), by=lin)
    MembershipFactory(user=chen, organisation=city, role=MemberRole.DRAFTER)
    address = reverse("admin:review_submission_deed", args=[taken.pk, "assign"])
    due = timezone.localdate()
    page = desk(client, lin, language).post(address, {"reviewer": chen.pk, "due_on": due})

    said = {"zh-hans": "存在利益冲突", "en": "There is a conflict of interest"}[language]
    assert said in page.content.decode()
    assert not taken.assignments.exists()


WRONG_FILES = {
    "a photo of 40 MB": (
        "photo.jpg",
        b"\xff\xd8\xff" + bytes(40 * MB),
        {"zh-hans": "文件过大：最多25MB", "en": "The file is too large: at most 25 MB"},
    ),
    "a file that lies about its kind": (
        "photo.jpg",
        pdf(),
        {"zh-hans": "内容却是PDF", "en": "the content is of another kind: PDF"},
    ),
    "a program": (
        "letter.pdf",
        b"MZ\x90\x00" + bytes(60),
        {"zh-hans": "这是程序文件", "en": "This is a program."},
    ),
}


@in_both_languages
@pytest.mark.parametrize("wrong", WRONG_FILES.values(), ids=WRONG_FILES)
def test_a_file_is_refused_and_what_was_typed_beside_it_stays(
    client: Client, nguyen: User, language: str, wrong: tuple[str, bytes, dict[str, str]]
) -> None:
    client.force_login(nguyen)
    draft = case_draft(nguyen)
    name, content, said = wrong
    typed = {
        "role": "picture",
        "picture-caption": "The port in the morning",
        "picture-upload": SimpleUploadedFile(name, content),
    }
    page = client.post(at("review:files", language, draft.key), typed)

    shown = page.content.decode()
    assert page.status_code == 200
    assert said[language] in shown
    assert "The port in the morning" in shown
    assert not Enclosure.objects.exists()


@in_both_languages
def test_a_scan_lies_upside_down(client: Client, nguyen: User, language: str) -> None:
    client.force_login(nguyen)
    draft = case_draft(nguyen)
    scan = SimpleUploadedFile("letter.jpg", scan_upside_down())
    address = at("review:files", language, draft.key)
    page = client.post(address, {"role": "permission", "permission-upload": scan}, follow=True)

    assert {"zh-hans": "文件已收到", "en": "The file is there."}[language] in page.content.decode()
    [row] = Enclosure.objects.filter(role=EnclosureRole.PERMISSION)
    assert (row.file.facts["width"], row.file.facts["height"]) == (600, 800)


@in_both_languages
def test_a_scanned_pdf_is_turned_where_it_lies(client: Client, nguyen: User, language: str) -> None:
    client.force_login(nguyen)
    draft = case_draft(nguyen)
    scan = SimpleUploadedFile("letter.pdf", saved(Image.new("RGB", (60, 40)), "PDF"))
    address = at("review:files", language, draft.key)
    client.post(address, {"role": "permission", "permission-upload": scan})
    [row] = Enclosure.objects.all()

    page = client.post(at("review:turn", language, draft.key, row.pk), follow=True)

    said = {"zh-hans": "每页已向右旋转90度", "en": "Every page is turned"}[language]
    assert said in page.content.decode()


@in_both_languages
def test_a_file_that_waited_is_refused(
    client: Client, nguyen: User, language: str, settings: LazySettings
) -> None:
    nguyen.language = language
    nguyen.save()
    client.force_login(nguyen)
    draft = case_draft(nguyen)
    settings.CLAMAV_ADDRESS = "tcp://127.0.0.1:9"
    typed = {
        "role": "permission",
        "permission-upload": SimpleUploadedFile("letter.pdf", pdf()),
    }
    client.post(at("review:files", language, draft.key), typed)
    with clamd.running(b"stream: Eicar-Test-Signature FOUND\0") as settings.CLAMAV_ADDRESS:
        documents.check_waiting()

    said = {"zh-hans": "病毒扫描发现问题", "en": "The virus scanner found something"}[language]
    [told] = OutgoingMessage.objects.filter(kind="documents.refused")
    assert (told.to_address, told.language) == (nguyen.email, language)
    assert said in told.text
    assert said in client.get(at("review:detail", language, draft.key)).content.decode()


@in_both_languages
def test_two_windows_are_open_on_one_draft(client: Client, nguyen: User, language: str) -> None:
    client.force_login(nguyen)
    draft = case_draft(nguyen)
    address = at("review:edit", language, draft.key)
    for title, window in (("From the phone", "one"), ("From the office", "two")):
        posted = as_posted(case_answers(title=title), revision=1, window=window)
        page = client.post(address, posted)

    shown = page.content.decode()
    said = {"zh-hans": "期间已在另一窗口保存", "en": "Saved in another window meanwhile"}[language]
    assert (page.status_code, said in shown) == (409, True)
    assert "From the phone" in shown
    assert 'value="From the office"' in shown
    assert Submission.objects.get().answers["about"]["title"] == "From the phone"
