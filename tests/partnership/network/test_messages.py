"""What people are told, in their own language."""

import pytest

from partnership.accounts.models import User
from partnership.core import mail_texts
from partnership.network import actions
from partnership.network.errors import ReasonMissing
from partnership.network.roles import MemberRole
from partnership.notifications import registry
from partnership.notifications.models import Notification, OutgoingMessage
from tests.factories.network import (
    MembershipFactory,
    NameChangeFactory,
    OrganisationFactory,
    RequestFactory,
)

pytestmark = pytest.mark.django_db

KINDS = [kind for kind in registry.kinds() if kind.key.startswith("network.")]


def sent(kind: str) -> OutgoingMessage:
    return OutgoingMessage.objects.get(kind=kind)


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_every_kind_can_be_looked_at_in_both_languages(
    wang: User, kind: registry.Kind, language: str
) -> None:
    wang.language = language

    written = mail_texts.write(kind.template, language, kind.sample(wang))

    assert written.subject
    assert ("伙伴关系" in written.text) is (language == "zh-hans")


def test_an_approval_names_organisation_and_role(lin: User) -> None:
    request = RequestFactory(language="en", organisation__name_en="Blue Bank")

    actions.approve_request(request, by=lin, organisation=None, role=MemberRole.DRAFTER)

    message = sent("network.approved")
    assert message.to_address == request.email
    assert message.subject == "You can now act for Blue Bank"
    assert "Drafter" in message.text


def test_a_refusal_says_why_and_repeats_nothing_that_was_typed(lin: User) -> None:
    request = RequestFactory(name="Buy cheap pills", organisation_name="Cheap pills")

    actions.refuse_request(request, by=lin, reason="We could not reach you.")

    message = sent("network.refused")
    assert "We could not reach you." in message.text
    assert "pills" not in message.subject + message.text


def test_an_invitation_and_an_end_are_told(lin: User) -> None:
    typed = {"email": "mei@example.org", "name": "梅", "language": "zh-hans"}
    bank = OrganisationFactory(name_zh_hans="蓝银行")

    membership = actions.invite_member(bank, MemberRole.ENDORSER, by=lin, **typed)
    actions.withdraw_membership(membership, by=lin, reason="a secret of the house")

    assert "蓝银行" in sent("network.invited").subject
    assert "a secret of the house" not in sent("network.withdrawn").text


def test_a_proposal_names_the_organisation_in_each_language(lin: User, nguyen: User) -> None:
    bank = OrganisationFactory(name_zh_hans="蓝银行", name_en="Blue Bank")
    MembershipFactory(user=nguyen, organisation=bank, role=MemberRole.FOCAL_POINT)
    typed = {"email": "mei@example.org", "name": "梅", "language": "zh-hans", "reference": "R1"}

    actions.propose_member(bank, role=MemberRole.DRAFTER, by=nguyen, **typed)

    told = Notification.objects.get(recipient=lin)
    assert told.title_zh_hans == "有人申请代表蓝银行"
    assert told.title_en == "Somebody asks to act for Blue Bank"


def test_a_decision_about_a_name_is_told_to_whoever_asked(lin: User) -> None:
    approved, refused = NameChangeFactory(), NameChangeFactory()

    actions.approve_name(approved, by=lin)
    actions.refuse_name(refused, by=lin, reason="Not found anywhere.")

    assert approved.english_name in sent("network.name_approved").text
    assert "Not found anywhere." in sent("network.name_refused").text


def test_a_deed_that_is_rolled_back_tells_nobody(lin: User) -> None:
    membership = MembershipFactory()
    with pytest.raises(ReasonMissing):
        actions.withdraw_membership(membership, by=lin, reason="")

    assert not OutgoingMessage.objects.exists()


def test_the_secretariat_finds_a_request_in_its_notices_and_no_mail_leaves_at_once(
    lin: User,
) -> None:
    actions.ask_for_membership(
        reference="REF",
        name="Mei",
        email="mei@example.org",
        language="en",
        organisation_name="Blue Bank",
        organisation_type="finance",
        role="submitter",
        message="I report for it.",
    )

    assert not OutgoingMessage.objects.exists()
    assert "Blue Bank" in lin.notifications.get().title_en
