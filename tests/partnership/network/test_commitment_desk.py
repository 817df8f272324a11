"""The owner's desk: proposing, reporting, documents; nothing typed is lost."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from partnership.accounts.models import User
from partnership.network import actions
from partnership.network.commitment_choices import CommitmentState
from partnership.network.models import Commitment, CommitmentReport, Membership
from tests.factories.commitments import (
    CommitmentFactory,
    EvidenceFactory,
    ProposalFactory,
    ReportFactory,
    days_ago,
)
from tests.factories.files import CSV
from tests.factories.network import ListedOrganisationFactory, MembershipFactory

pytestmark = pytest.mark.django_db

DESK = "/en/my-organisations/bank/commitments/"


@pytest.fixture
def point(wang: User, client: Client) -> Membership:
    """Wang, signed in, is the focal point of a bank."""
    client.force_login(wang)
    bank = ListedOrganisationFactory(slug="bank", name_zh_hans="银行", name_en="Bank")
    return MembershipFactory(user=wang, organisation=bank)


def proposal(**changed: object) -> dict[str, Any]:
    return {
        "kind": "finance",
        "title_zh_hans": "",
        "title_en": "Lend for collection",
        "description_zh_hans": "",
        "description_en": "Loans for cities.",
        "indicator_zh_hans": "",
        "indicator_en": "Loans",
        "unit_zh_hans": "",
        "unit_en": "million",
        "baseline": "0",
        "target": "150",
        "direction": "up",
        "due_on": str(days_ago(-500)),
        "opened_version": "1",
        **changed,
    }


def report(**changed: object) -> dict[str, Any]:
    return {
        "period_from": str(days_ago(60)),
        "period_to": str(days_ago(30)),
        "value": "20",
        "text_zh_hans": "",
        "text_en": "Two loans.",
        "title_zh_hans": "",
        "title_en": "",
        **changed,
    }


def test_an_empty_desk_says_what_to_do(client: Client, point: Membership) -> None:
    page = client.get(DESK).content.decode()

    assert "No commitment yet" in page
    assert f"{DESK}propose/" in page


def test_the_desk_asks_the_same_number_of_queries_for_1_3_and_50_rows(
    client: Client, point: Membership
) -> None:
    asked = []
    for more in (1, 2, 47):
        rows = CommitmentFactory.build_batch(more, organisation=point.organisation)
        Commitment.objects.bulk_create(rows)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(DESK).status_code == 200
        asked.append(len(queries))

    assert len(set(asked)) == 1, asked
    pages = [client.get(f"{DESK}?page={number}").content.decode() for number in (1, 2, 3)]
    assert [page.count('<p class="soft">due ') for page in pages] == [20, 20, 10]


def test_a_commitment_is_proposed_corrected_and_taken_back(
    client: Client, point: Membership
) -> None:
    sent = client.post(f"{DESK}propose/", proposal(), follow=True)
    made = Commitment.objects.get()
    assert "The secretariat has your proposal." in sent.content.decode()

    client.post(f"{DESK}{made.pk}/edit/", proposal(target="200"))
    made.refresh_from_db()
    assert made.target == 200
    assert "Lend for collection" in client.get(f"{DESK}{made.pk}/").content.decode()

    assert client.get(f"{DESK}{made.pk}/withdraw/").status_code == 200
    client.post(f"{DESK}{made.pk}/withdraw/")
    assert not Commitment.objects.exists()


@pytest.mark.parametrize(
    ("language", "wrong", "words"),
    [
        ("en", {"unit_en": ""}, "A figure without a unit says nothing."),
        ("zh-hans", {"unit_en": ""}, "没有单位的数值没有意义"),
        ("en", {"baseline": "200"}, "The target lies on the wrong side of the baseline."),
        ("zh-hans", {"baseline": "200"}, "目标值与基准值的方向不符"),
        ("en", {"title_en": ""}, "Say in Chinese or in English what will be done"),
    ],
)
def test_what_says_nothing_is_refused_at_its_field_and_kept(
    client: Client, point: Membership, language: str, wrong: dict[str, str], words: str
) -> None:
    path = f"/{language}/my-organisations/bank/commitments/propose/"

    page = client.post(path, proposal(**wrong)).content.decode()

    assert words in page
    assert "Loans for cities." in page
    assert not Commitment.objects.exists()


def test_the_later_of_two_editors_sees_both_texts_and_decides(
    client: Client, point: Membership
) -> None:
    made = ProposalFactory(organisation=point.organisation)
    path = f"{DESK}{made.pk}/edit/"
    client.post(path, proposal(title_en="Theirs"))

    page = client.post(path, proposal(title_en="Mine")).content.decode()

    assert "Theirs" in page
    assert "Mine" in page
    client.post(path, proposal(title_en="Mine", opened_version="2"))
    assert Commitment.objects.get().title_en == "Mine"


def test_what_was_agreed_meanwhile_is_not_edited(client: Client, point: Membership) -> None:
    made = CommitmentFactory(organisation=point.organisation)

    assert client.post(f"{DESK}{made.pk}/edit/", proposal()).status_code == 403


def test_a_report_is_given_with_a_document(client: Client, point: Membership) -> None:
    made = CommitmentFactory(organisation=point.organisation)
    path = f"{DESK}{made.pk}/report/"
    assert (
        "In 千米" in client.get(path).content.decode()
        or "In km" in client.get(path).content.decode()
    )

    file = SimpleUploadedFile("list.csv", CSV, "text/csv")
    client.post(path, report(upload=file, title_en="List of loans"))

    given = CommitmentReport.objects.get()
    assert (given.value, given.given_by) == (20, point.user)
    assert given.evidence.get().title_en == "List of loans"
    page = client.get(f"{DESK}{made.pk}/").content.decode()
    assert "List of loans" in page
    assert "with the secretariat" in page


def test_a_document_without_a_title_stays_in_the_form(client: Client, point: Membership) -> None:
    made = CommitmentFactory(organisation=point.organisation)
    file = SimpleUploadedFile("list.csv", CSV, "text/csv")

    page = client.post(f"{DESK}{made.pk}/report/", report(upload=file)).content.decode()

    assert "Say what the document is" in page
    assert 'name="upload-kept"' in page
    assert "Two loans." in page
    assert not CommitmentReport.objects.exists()


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "Wang reported on"), ("zh-hans", "已由Wang于")],
)
def test_of_two_people_the_second_keeps_what_was_typed(
    client: Client, point: Membership, language: str, words: str
) -> None:
    made = CommitmentFactory(organisation=point.organisation)
    client.post(f"{DESK}{made.pk}/report/", report())

    path = f"/{language}/my-organisations/bank/commitments/{made.pk}/report/"
    page = client.post(path, report(text_en="My own words.")).content.decode()

    assert words in page
    assert "My own words." in page
    assert CommitmentReport.objects.count() == 1


def test_a_period_that_ends_before_it_begins_is_refused_at_its_field(
    client: Client, point: Membership
) -> None:
    made = CommitmentFactory(organisation=point.organisation)

    page = client.post(f"{DESK}{made.pk}/report/", report(period_to=str(days_ago(90))))

    assert "The period ends before it begins." in page.content.decode()


def test_a_returned_report_is_corrected(client: Client, point: Membership, lin: User) -> None:
    made = CommitmentFactory(organisation=point.organisation)
    given = ReportFactory(commitment=made, state="given")
    actions.return_report(given, by=lin, reason_zh="哪些城市？", reason_en="Which cities?")
    path = f"{DESK}{made.pk}/report/{given.pk}/"
    for page in (path, f"{DESK}{made.pk}/"):
        assert "Which cities?" in client.get(page).content.decode()
        assert "哪些城市？" in client.get(page.replace("/en/", "/zh-hans/")).content.decode()

    client.post(path, report(value="22"))

    given.refresh_from_db()
    assert (given.value, given.state) == (22, "given")


def test_whoever_loses_the_membership_keeps_what_was_typed(
    client: Client, point: Membership, lin: User
) -> None:
    made = CommitmentFactory(organisation=point.organisation)
    actions.withdraw_membership(point, by=lin, reason="Left.")

    answer = client.post(f"{DESK}{made.pk}/report/", report(text_en="My own words."))

    assert answer.status_code == 403
    assert "My own words." in answer.content.decode()


def test_the_owner_reads_in_either_language_why_it_is_delayed(
    client: Client, point: Membership, lin: User
) -> None:
    delayed = CommitmentFactory(organisation=point.organisation)
    address = f"my-organisations/bank/commitments/{delayed.pk}/"
    why = {"reason_zh": "招标流标。", "reason_en": "Tender failed."}
    actions.change_commitment(delayed, CommitmentState.DELAYED, by=lin, **why)

    assert "Tender failed." in client.get(f"/en/{address}").content.decode()
    assert "招标流标。" in client.get(f"/zh-hans/{address}").content.decode()
    assert "Tender failed." not in client.get(f"/en/commitments/{delayed.pk}/").content.decode()


def test_a_document_is_added_and_withdrawn(client: Client, point: Membership) -> None:
    made = CommitmentFactory(organisation=point.organisation)
    assert client.get(f"{DESK}{made.pk}/evidence/").status_code == 200
    file = SimpleUploadedFile("letter.csv", CSV, "text/csv")
    client.post(f"{DESK}{made.pk}/evidence/", {"upload": file, "title_en": "Letter"})
    evidence = made.evidence.get()
    own, public = f"{DESK}{made.pk}/", f"/en/commitments/{made.pk}/"
    assert "nobody outside sees it" in client.get(own).content.decode()
    assert "Letter" not in client.get(public).content.decode()
    assert Client().get(public + f"evidence/{evidence.pk}/").status_code == 404

    path = f"{DESK}{made.pk}/evidence/{evidence.pk}/withdraw/"
    assert client.get(path).status_code == 200
    client.post(path, {"reason": "Wrong file."})

    assert not made.evidence.standing().exists()
    page = client.get(own).content.decode()
    assert "Why “Letter” was withdrawn:" in page
    assert "Wrong file." in page


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "This evidence was withdrawn already. Nothing was changed."),
        ("zh-hans", "该证明材料此前已撤回。未作任何改动。"),
    ],
)
def test_of_two_who_withdraw_a_document_the_second_is_told_and_keeps_the_reason(
    client: Client, point: Membership, lin: User, language: str, words: str
) -> None:
    evidence = EvidenceFactory(commitment__organisation=point.organisation)
    own = f"/{language}/my-organisations/bank/commitments/{evidence.commitment_id}/"
    path = f"{own}evidence/{evidence.pk}/withdraw/"
    actions.withdraw_evidence(evidence, by=lin, reason_zh="旧表。", reason_en="An old table.")

    sent = client.post(path, {"reason": "My own reason."}).content.decode()

    assert words in sent
    assert "My own reason." in sent
    evidence.refresh_from_db()
    assert evidence.reason_en == "An old table."
    opened = client.get(path, follow=True)
    assert opened.redirect_chain[-1][0] == own
    assert words in opened.content.decode()


def test_documents_of_reports_under_review_are_for_the_owner_and_staff(
    client: Client, point: Membership, lin: User
) -> None:
    given = ReportFactory(commitment__organisation=point.organisation, state="given")
    evidence = EvidenceFactory(commitment=given.commitment, report=given)
    rows = type(evidence).objects

    assert rows.visible_to(point.user).exists()
    assert rows.visible_to(lin).exists()
    assert not rows.visible_to(MembershipFactory().user).exists()
