"""The pages of an organisation's people: own ones open, all others not there."""

import pytest
from django.contrib.messages import get_messages
from django.test import Client

from partnership.accounts.models import User
from partnership.network import actions
from partnership.network.choices import Standing
from partnership.network.models import Membership, MembershipRequest
from partnership.network.roles import MemberRole
from tests.factories.commitments import CommitmentFactory
from tests.factories.network import MembershipFactory, PersonFactory, RequestFactory

pytestmark = pytest.mark.django_db

PAGES = ("", "propose/", "profile/")


@pytest.fixture
def xiamen(wang: User) -> Membership:
    """Wang is the focal point of Xiamen."""
    return MembershipFactory(user=wang, organisation__slug="xiamen")


@pytest.fixture
def da_nang(nguyen: User) -> Membership:
    """Nguyen is the focal point of Da Nang."""
    return MembershipFactory(user=nguyen, organisation__slug="da-nang")


def page(client: Client, membership: Membership, path: str = "") -> str:
    client.force_login(membership.user)
    answer = client.get(f"/en/my-organisations/{membership.organisation.slug}/{path}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_it_names_the_people_to_each_other(client: Client, xiamen: Membership) -> None:
    MembershipFactory(organisation=xiamen.organisation, user__name="Mei", role=MemberRole.DRAFTER)

    html = page(client, xiamen)

    assert "Mei" in html
    assert "Propose a colleague" in html


def test_two_cities_see_nothing_of_each_other(
    client: Client, xiamen: Membership, da_nang: Membership
) -> None:
    drafter = MembershipFactory(organisation=da_nang.organisation, role=MemberRole.DRAFTER)
    RequestFactory(organisation=da_nang.organisation, proposed_by=da_nang.user)
    client.force_login(xiamen.user)

    for method in (client.get, client.post):
        for path in (*PAGES, f"{drafter.pk}/role/", f"{drafter.pk}/end/"):
            assert method(f"/en/my-organisations/da-nang/{path}").status_code in (404, 405)
        # A member of the other city under one's own address.
        assert method(f"/en/my-organisations/xiamen/{drafter.pk}/end/").status_code == 404
    drafter.refresh_from_db()
    assert drafter.is_live
    assert "xiamen" in client.get("/en/my-organisations/").content.decode()
    assert "da-nang" not in client.get("/en/my-organisations/").content.decode()


def test_a_drafter_sees_the_people_and_looks_after_nobody(
    client: Client, xiamen: Membership
) -> None:
    drafter = MembershipFactory(organisation=xiamen.organisation, role=MemberRole.DRAFTER)

    html = page(client, drafter)

    assert "Propose a colleague" not in html
    assert xiamen.user.email not in html
    assert client.get("/en/my-organisations/xiamen/propose/").status_code == 403
    assert client.get(f"/en/my-organisations/xiamen/{xiamen.pk}/end/").status_code == 403


def test_a_focal_point_proposes_a_colleague(client: Client, xiamen: Membership) -> None:
    client.force_login(xiamen.user)
    typed = {"name": "Mei", "email": "mei@example.org", "language": "zh-hans", "role": "drafter"}

    client.post("/en/my-organisations/xiamen/propose/", typed)

    request = MembershipRequest.objects.get()
    assert (request.proposed_by, request.organisation) == (xiamen.user, xiamen.organisation)
    assert "Mei" in page(client, xiamen)


def test_a_focal_point_offers_no_role_beyond_its_own(client: Client, xiamen: Membership) -> None:
    client.force_login(xiamen.user)
    typed = {"name": "Mei", "email": "mei@example.org", "language": "en", "role": "endorser"}

    answer = client.post("/en/my-organisations/xiamen/propose/", typed)

    assert answer.status_code == 200
    assert not MembershipRequest.objects.exists()


def test_a_focal_point_changes_roles_and_ends_memberships(
    client: Client, xiamen: Membership
) -> None:
    member = MembershipFactory(organisation=xiamen.organisation, role=MemberRole.DRAFTER)
    client.force_login(xiamen.user)

    client.post(f"/en/my-organisations/xiamen/{member.pk}/role/", {"role": "submitter"})
    member.refresh_from_db()
    assert member.role == "submitter"

    client.post(f"/en/my-organisations/xiamen/{member.pk}/end/", {"reason": "Left."})
    member.refresh_from_db()
    assert not member.is_live


def test_a_form_that_was_open_when_the_membership_ended_loses_nothing(
    client: Client, xiamen: Membership, lin: User
) -> None:
    client.force_login(xiamen.user)
    actions.withdraw_membership(xiamen, by=lin, reason="moved on")
    typed = {"name": "Mei", "email": "mei@example.org", "language": "en", "role": "drafter"}

    for language, words in (("en", "Your membership has ended"), ("zh-hans", "成员资格已终止")):
        answer = client.post(f"/{language}/my-organisations/xiamen/propose/", typed)
        html = answer.content.decode()
        assert answer.status_code == 403
        assert words in html
        assert "mei@example.org" in html
    assert not MembershipRequest.objects.exists()
    assert client.get("/en/my-organisations/xiamen/propose/").status_code == 404


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "takes no part in the partnership any more"),
        ("zh-hans", "已不再参加伙伴关系"),
    ],
)
def test_people_of_a_body_that_merged_are_told_so_and_lose_nothing(
    client: Client, xiamen: Membership, lin: User, language: str, words: str
) -> None:
    client.force_login(xiamen.user)
    actions.change_standing(xiamen.organisation, Standing.CLOSED, by=lin, reason="Merged.")
    commitment = CommitmentFactory(organisation=xiamen.organisation)
    address = f"/{language}/my-organisations/xiamen/commitments/{commitment.pk}/report/"

    asked = client.get(address)
    sent = client.post(address, {"value": "17.5", "text_en": "The eastern shore is clean."})

    for answer in (asked, sent):
        assert answer.status_code == 403
        assert words in answer.content.decode()
    assert "The eastern shore is clean." in sent.content.decode()
    assert not commitment.reports.exists()


def test_somebody_may_leave(client: Client, xiamen: Membership) -> None:
    client.force_login(xiamen.user)

    answer = client.post(f"/en/my-organisations/xiamen/{xiamen.pk}/end/", {"reason": "New work."})

    assert answer.headers["Location"] == "/en/my-organisations/"
    assert [str(message) for message in get_messages(answer.wsgi_request)] == [
        "The membership has ended."
    ]


def test_somebody_without_an_organisation_is_shown_the_way_in(client: Client) -> None:
    client.force_login(PersonFactory())

    assert "/en/join/" in client.get("/en/my-organisations/").content.decode()
