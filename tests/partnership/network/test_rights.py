"""Who may act for whom: every role, every right, one's own and another organisation."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from partnership.accounts.models import User
from partnership.network import policies
from partnership.network.choices import Standing
from partnership.network.models import Membership, MembershipRequest, Organisation
from partnership.network.roles import GIVEN_BY_FOCAL_POINT, MemberRole, Right
from tests.factories.network import MembershipFactory, OrganisationFactory, RequestFactory

pytestmark = pytest.mark.django_db

# Written down a second time on purpose: a slip in the table of roles turns a cell red.
MAY = {
    "drafter": {"draft"},
    "submitter": {"draft", "submit", "edit-profile"},
    "endorser": {"endorse"},
    "focal-point": {"draft", "submit", "edit-profile", "manage-people"},
}


@pytest.mark.parametrize("right", list(Right))
@pytest.mark.parametrize("role", list(MemberRole))
def test_a_role_counts_in_its_own_organisation_only(role: MemberRole, right: Right) -> None:
    membership = MembershipFactory(role=role)
    other = MembershipFactory(role=role).organisation

    assert bool(policies.may(membership.user, membership.organisation, right)) is (
        right.value in MAY[role.value]
    )
    assert not policies.may(membership.user, other, right)


@pytest.mark.parametrize("right", list(Right))
def test_nobody_acts_without_a_live_membership(wang: User, lin: User, right: Right) -> None:
    body = OrganisationFactory()
    RequestFactory(organisation=body, email=wang.email)
    ended = MembershipFactory(
        organisation=body, withdrawn_at=timezone.now(), withdrawn_by=lin, withdrawal_reason="left"
    )

    for person in (wang, lin, ended.user, AnonymousUser()):
        verdict = policies.may(person, body, right)
        assert not verdict
        assert str(verdict.reason)


def test_a_closed_organisation_has_nobody_to_act_for_it() -> None:
    membership = MembershipFactory(organisation__standing=Standing.CLOSED)

    assert not policies.may(membership.user, membership.organisation, Right.DRAFT)
    assert not Organisation.objects.of(membership.user).exists()


def test_a_focal_point_gives_roles_within_its_own() -> None:
    point = MembershipFactory(role=MemberRole.FOCAL_POINT)

    assert {MemberRole.DRAFTER, MemberRole.SUBMITTER} == GIVEN_BY_FOCAL_POINT
    assert policies.may_give(point.user, point.organisation, MemberRole.SUBMITTER)
    assert not policies.may_give(point.user, point.organisation, MemberRole.ENDORSER)
    assert not policies.may_give(point.user, OrganisationFactory(), MemberRole.DRAFTER)


def test_a_focal_point_withdraws_its_people_and_no_other_focal_point() -> None:
    point = MembershipFactory(role=MemberRole.FOCAL_POINT)
    drafter = MembershipFactory(organisation=point.organisation, role=MemberRole.DRAFTER)
    second = MembershipFactory(organisation=point.organisation, role=MemberRole.FOCAL_POINT)

    assert policies.may_withdraw(point.user, drafter)
    assert not policies.may_withdraw(point.user, second)
    assert not policies.may_withdraw(drafter.user, point)
    assert policies.may_withdraw(drafter.user, drafter)
    assert not policies.may_withdraw(point.user, MembershipFactory(role=MemberRole.DRAFTER))


def test_people_are_seen_by_their_colleagues_only(lin: User) -> None:
    mine, theirs = MembershipFactory(), MembershipFactory()
    colleague = MembershipFactory(organisation=mine.organisation)
    ended = MembershipFactory(
        organisation=mine.organisation, withdrawn_at=timezone.now(), withdrawn_by=lin
    )

    seen = Membership.objects.visible_to

    assert set(seen(mine.user)) == {mine, colleague}
    assert set(seen(ended.user)) == set()
    assert set(seen(AnonymousUser())) == set()
    assert set(seen(lin)) == {mine, theirs, colleague, ended}


def test_a_proposal_is_seen_by_who_made_it_and_by_the_secretariat(lin: User) -> None:
    point, other = MembershipFactory(), MembershipFactory()
    proposal = RequestFactory(organisation=point.organisation, proposed_by=point.user)

    assert list(MembershipRequest.objects.visible_to(point.user)) == [proposal]
    assert not MembershipRequest.objects.visible_to(other.user).exists()
    assert not MembershipRequest.objects.visible_to(AnonymousUser()).exists()
    assert list(MembershipRequest.objects.visible_to(lin)) == [proposal]


def test_an_unlisted_organisation_is_seen_by_its_own_people_only(wang: User, guo: User) -> None:
    own = MembershipFactory(user=wang).organisation
    MembershipFactory()

    assert list(Organisation.objects.visible_to(wang)) == [own]
    assert not Organisation.objects.visible_to(AnonymousUser()).exists()
    assert Organisation.objects.visible_to(guo).count() == 2
