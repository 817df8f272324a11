"""An organisation's words about itself, and its name."""

import pytest
from django.test import Client

from partnership.accounts.models import User
from partnership.core.errors import NotAllowed
from partnership.core.models import AuditEvent
from partnership.network import actions
from partnership.network.errors import (
    AlreadyDecided,
    ChangeWaits,
    NameTaken,
    NothingToChange,
    ReasonMissing,
)
from partnership.network.models import Membership, NameChange
from partnership.network.roles import MemberRole
from tests.factories.network import (
    ListedOrganisationFactory,
    MembershipFactory,
    OrganisationFactory,
)
from tests.factories.reference import ThemeFactory

pytestmark = pytest.mark.django_db

ADDRESS = "/en/my-organisations/bank/"
NAMES = {"chinese_name": "新银行", "english_name": "New Bank", "type": "finance", "why": "Merged."}


@pytest.fixture
def point(wang: User) -> Membership:
    """Wang is the focal point of a listed bank."""
    bank = ListedOrganisationFactory(slug="bank", name_zh_hans="银行", name_en="Bank")
    return MembershipFactory(user=wang, organisation=bank)


def typed(**changed: object) -> dict[str, object]:
    texts = {
        "short_name_zh_hans": "",
        "short_name_en": "BB",
        "summary_zh_hans": "新摘要。",
        "summary_en": "New summary.",
        "profile_zh_hans": "",
        "profile_en": "We **lend**.",
        "website": "https://example.org/",
        "opened_version": "1",
    }
    return {**texts, **changed}


def test_members_edit_the_profile_and_it_is_public_at_once(
    client: Client, point: Membership
) -> None:
    theme = ThemeFactory()
    client.force_login(point.user)

    client.post(f"{ADDRESS}profile/", typed(themes=[theme.pk]))

    page = Client().get("/en/organisations/bank/").content.decode()
    assert "New summary." in page
    assert "<strong>lend</strong>" in page
    assert theme.name_en in page
    assert (
        AuditEvent.objects.about(point.organisation).get().changes["summary_en"][1]
        == "New summary."
    )


@pytest.mark.parametrize("role", [MemberRole.DRAFTER, MemberRole.ENDORSER])
def test_other_members_do_not_edit_it(client: Client, point: Membership, role: MemberRole) -> None:
    member = MembershipFactory(organisation=point.organisation, role=role)
    client.force_login(member.user)

    for path in ("profile/", "name/", "listing/"):
        assert client.get(ADDRESS + path).status_code == 403
        assert client.post(ADDRESS + path, typed()).status_code == 403
    with pytest.raises(NotAllowed):
        actions.edit_profile(point.organisation, by=member.user, version=1, themes=[])


def test_the_later_of_two_editors_sees_both_texts_and_decides(
    client: Client, point: Membership
) -> None:
    client.force_login(point.user)
    client.post(f"{ADDRESS}profile/", typed(summary_en="Theirs."))

    refused = client.post(f"{ADDRESS}profile/", typed(summary_en="Mine."))
    html = refused.content.decode()
    assert "Theirs." in html
    assert "Mine." in html
    point.organisation.refresh_from_db()
    assert point.organisation.summary_en == "Theirs."

    (version,) = [line for line in html.split("<input") if "opened_version" in line]
    assert 'value="2"' in version
    client.post(f"{ADDRESS}profile/", typed(summary_en="Mine.", opened_version="2"))
    point.organisation.refresh_from_db()
    assert point.organisation.summary_en == "Mine."


def test_a_listed_organisation_keeps_a_summary_in_both_languages(
    client: Client, point: Membership
) -> None:
    client.force_login(point.user)

    html = client.post(f"{ADDRESS}profile/", typed(summary_zh_hans="")).content.decode()

    assert "The directory needs a summary in Chinese and in English." in html
    assert "New summary." in html


def test_a_form_open_when_the_membership_ended_loses_nothing(
    client: Client, point: Membership, lin: User
) -> None:
    client.force_login(point.user)
    actions.withdraw_membership(point, by=lin, reason="moved")

    answer = client.post(f"{ADDRESS}profile/", typed())

    assert answer.status_code == 403
    assert "New summary." in answer.content.decode()
    point.organisation.refresh_from_db()
    assert point.organisation.summary_en == "Summary."


def test_a_name_changes_only_when_the_secretariat_approves(
    client: Client, point: Membership, lin: User
) -> None:
    client.force_login(point.user)

    client.post(f"{ADDRESS}name/", NAMES)
    point.organisation.refresh_from_db()
    assert point.organisation.name_en == "Bank"
    assert "A wish of yours waits" in client.get(f"{ADDRESS}name/").content.decode()

    actions.approve_name(NameChange.objects.get(), by=lin)
    point.organisation.refresh_from_db()
    assert (point.organisation.name_en, point.organisation.type) == ("New Bank", "finance")


def test_a_name_is_asked_for_once_and_must_be_new_and_free(point: Membership, lin: User) -> None:
    OrganisationFactory(name_en="Other Bank")
    bank, by = point.organisation, point.user

    with pytest.raises(NothingToChange):
        actions.propose_name(
            bank, by=by, chinese_name="银行", english_name="Bank", type=bank.type, why="x"
        )
    with pytest.raises(NameTaken):
        actions.propose_name(bank, by=by, **{**NAMES, "english_name": "other bank"})
    actions.propose_name(bank, by=by, **NAMES)
    with pytest.raises(ChangeWaits):
        actions.propose_name(bank, by=by, **NAMES)


def test_the_second_of_two_colleagues_is_told_who_decided(
    point: Membership, lin: User, zhao: User
) -> None:
    change = actions.propose_name(point.organisation, by=point.user, **NAMES)
    with pytest.raises(NotAllowed):
        actions.approve_name(change, by=point.user)
    with pytest.raises(ReasonMissing):
        actions.refuse_name(change, by=lin, reason="")
    actions.refuse_name(change, by=lin, reason="No such name.")

    with pytest.raises(AlreadyDecided) as refused:
        actions.approve_name(change, by=zhao)
    assert "Lin" in str(refused.value)


def test_a_focal_point_chooses_the_listing_and_a_submitter_does_not(
    client: Client, point: Membership
) -> None:
    submitter = MembershipFactory(organisation=point.organisation, role=MemberRole.SUBMITTER)
    client.force_login(submitter.user)
    assert client.post(f"{ADDRESS}listing/", {}).status_code == 403

    client.force_login(point.user)
    client.post(f"{ADDRESS}listing/", {})
    assert Client().get("/en/organisations/bank/").status_code == 404

    client.post(f"{ADDRESS}listing/", {"is_listed": "on"})
    assert Client().get("/en/organisations/bank/").status_code == 200
