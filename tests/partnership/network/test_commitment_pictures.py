"""Pictures that owners send as evidence: kept back until their rights are in order."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from partnership.accounts.models import User
from partnership.core.errors import NotAllowed
from partnership.documents import actions as documents
from partnership.documents.addresses import SHARED, picture_url
from partnership.documents.models import Picture
from partnership.network import actions
from partnership.network.commitment_choices import Finding, ReportState
from partnership.network.commitment_errors import AlreadyAccepted, NotAgreed, PictureNotReady
from partnership.network.models import Commitment, CommitmentEvidence, Membership
from tests.factories.commitments import (
    CommitmentFactory,
    ProposalFactory,
    ReportFactory,
    completed,
    days_ago,
)
from tests.factories.files import CSV, PictureFactory, jpeg, stored
from tests.factories.network import ListedOrganisationFactory, MembershipFactory

pytestmark = pytest.mark.django_db

DESK = "/{}/my-organisations/bank/commitments/{}/"
SAID = {"author": "A. Lens", "licence": "cc-by", "people": "nobody", "alt_text_en": "A net."}


@pytest.fixture
def point(wang: User, client: Client) -> Membership:
    """Wang, signed in, is the focal point of a bank."""
    client.force_login(wang)
    return MembershipFactory(user=wang, organisation=ListedOrganisationFactory(slug="bank"))


def typed(file: tuple[str, bytes] = ("net.jpg", jpeg()), **changed: object) -> dict[str, Any]:
    return {
        "upload": SimpleUploadedFile(*file),
        "title_zh_hans": "",
        "title_en": "Nets ashore",
        "report": "",
        "author": "A. Lens",
        "licence": "cc-by",
        "people": "nobody",
        "alt_text": "A net on a quay",
        **changed,
    }


def complete(evidence: CommitmentEvidence, by: User) -> Picture:
    """The secretariat writes the text in the other language."""
    both = {"alt_text_en": "A net on a quay", "alt_text_zh_hans": "码头上的渔网"}
    return documents.change_rights(Picture.objects.get(file=evidence.file), by=by, **both)


def status(address: str) -> int:
    """Ask as a stranger."""
    answer = Client().get(address)
    b"".join(answer)  # a file is closed once it is read
    return answer.status_code


def public(commitment: Commitment, language: str = "en") -> str:
    return Client().get(f"/{language}/commitments/{commitment.pk}/").content.decode()


def test_it_is_shown_once_its_rights_are_in_order_and_it_is_accepted(
    client: Client, point: Membership, lin: User
) -> None:
    commitment = CommitmentFactory(organisation=point.organisation)
    own = DESK.format("en", commitment.pk)
    assert client.get(f"{own}picture/").status_code == 200

    client.post(f"{own}picture/", typed())

    evidence = commitment.evidence.get()
    picture = picture_url(evidence.file.token, SHARED)
    assert "nobody outside sees it" in client.get(own).content.decode()
    with pytest.raises(PictureNotReady) as refused:
        actions.accept_evidence(evidence, by=lin)
    assert "in Chinese" in str(refused.value) or "缺少中文" in str(refused.value)
    complete(evidence, lin)
    assert "A net on a quay" not in public(commitment)
    assert status(picture) == 404

    actions.accept_evidence(evidence, by=lin)

    page = public(commitment)
    for words in ('alt="A net on a quay"', "A. Lens", "CC BY 4.0", "Nets ashore"):
        assert words in page, words
    assert 'alt="码头上的渔网"' in public(commitment, "zh-hans")
    assert status(picture) == 200

    actions.withdraw_evidence(evidence, by=lin, reason_zh="重复。", reason_en="Sent twice.")

    assert 'alt="A net on a quay"' not in public(commitment)
    assert status(picture) == 404


def test_a_picture_of_a_report_is_reviewed_and_shown_with_it(
    client: Client, point: Membership, lin: User
) -> None:
    given = ReportFactory(commitment__organisation=point.organisation, state=ReportState.GIVEN)
    accepted = ReportFactory(commitment=given.commitment, period_to=days_ago(90))
    own = DESK.format("zh-hans", given.commitment_id)

    refused = client.post(f"{own}picture/", typed(report=accepted.pk)).content.decode()
    client.post(f"{own}picture/", typed(report=given.pk))

    assert "Nets ashore" in refused
    evidence = given.evidence.get()
    with pytest.raises(PictureNotReady):
        actions.accept_report(given, by=lin)
    complete(evidence, lin)
    actions.accept_report(given, by=lin)
    reports, _rest = public(given.commitment).split("What the lights mean")
    assert 'alt="A net on a quay"' in reports


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"licence": ""}, "licence"),
        ({"people": ""}, "people"),
        ({"alt_text": ""}, "alt_text"),
        ({"title_en": ""}, "title_zh_hans"),
        ({"upload": SimpleUploadedFile("a.csv", CSV)}, "upload"),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(
    client: Client, point: Membership, wrong: dict[str, object], words: str
) -> None:
    commitment = CommitmentFactory(organisation=point.organisation)

    answer = client.post(f"{DESK.format('en', commitment.pk)}picture/", typed(**wrong))

    assert words in answer.context["form"].errors
    assert "A. Lens" in answer.content.decode()
    assert not commitment.evidence.exists()


def test_people_of_the_organisation_and_staff_look_at_a_copy_for_screens(
    client: Client, point: Membership, lin: User
) -> None:
    commitment = CommitmentFactory(organisation=point.organisation)
    evidence = actions.add_picture(
        commitment, stored(by=lin), by=lin, said=SAID, title_en="Nets ashore"
    )
    address = f"/en/commitments/{commitment.pk}/evidence/{evidence.pk}/"

    answer = client.get(address)
    b"".join(answer)

    assert answer["Content-Type"] == "image/jpeg"
    assert answer["Content-Disposition"].startswith("attachment")
    assert status(address) == 404


def test_a_proposal_takes_no_pictures_and_an_accepted_report_no_more_documents(
    point: Membership,
) -> None:
    proposal = ProposalFactory(organisation=point.organisation)
    report = ReportFactory(commitment__organisation=point.organisation)
    file = stored(by=point.user)
    with pytest.raises(NotAgreed):
        actions.add_picture(proposal, file, by=point.user, said=SAID, title_en="Nets")
    with pytest.raises(AlreadyAccepted):
        actions.add_picture(
            report.commitment, file, by=point.user, said=SAID, report=report, title_en="Nets"
        )
    assert not Picture.objects.exists()


def test_nobody_speaks_for_a_picture_that_somebody_else_has_sent(wang: User, lin: User) -> None:
    with pytest.raises(NotAllowed):
        documents.offer_picture(stored(by=lin), by=wang, **SAID)


def test_a_completed_commitment_turns_yellow_when_its_only_picture_may_not_be_shown() -> None:
    commitment = completed()
    evidence = commitment.evidence.get()
    picture = PictureFactory(file=evidence.file)
    rows = Commitment.objects.with_light()
    assert rows.get().finding == Finding.COMPLETED

    picture.licence = ""
    picture.save()

    assert rows.get().finding == Finding.EVIDENCE_GONE


def test_the_secretariat_reads_what_a_picture_lacks(
    client: Client, lin: User, settings: Any
) -> None:
    settings.REQUIRE_STAFF_MFA = False
    client.force_login(lin)
    evidence = actions.add_picture(
        CommitmentFactory(), stored(by=lin), by=lin, said=SAID, title_en="Nets ashore"
    )
    address = f"/admin/partnership/commitmentevidence/{evidence.pk}/change/"
    assert "缺少中文" in client.get(address).content.decode()

    complete(evidence, lin)

    assert "缺少中文" not in client.get(address).content.decode()
