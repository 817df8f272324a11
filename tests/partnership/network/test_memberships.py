"""Asked for, proposed, approved, refused, changed, ended."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from partnership.accounts.choices import Role
from partnership.accounts.errors import RoleStandsAlone
from partnership.accounts.models import User
from partnership.core import retention
from partnership.core.errors import NotAllowed
from partnership.core.models import AuditEvent
from partnership.network import actions, policies
from partnership.network.choices import RequestState, Standing
from partnership.network.errors import (
    AlreadyDecided,
    AlreadyMember,
    AlreadyWithdrawn,
    NotOneself,
    OrganisationMissing,
    OrganisationNotPartner,
    PersonDeactivated,
    ReasonMissing,
    SameRole,
)
from partnership.network.models import Membership, MembershipRequest
from partnership.network.roles import MemberRole, Right
from partnership.notifications.models import OutgoingMessage
from tests.conftest import person
from tests.factories.network import (
    MembershipFactory,
    OrganisationFactory,
    PersonFactory,
    ProposedOrganisationFactory,
    RequestFactory,
)

pytestmark = pytest.mark.django_db

ASKED = {
    "name": "Mei",
    "email": "Mei@Example.org",
    "language": "en",
    "organisation_name": "Blue Bank",
    "organisation_type": "finance",
    "role": "submitter",
    "message": "I report for it.",
}


def ask(reference: str = "REF", **typed: str) -> MembershipRequest:
    actions.ask_for_membership(reference=reference, **{**ASKED, **typed})
    return MembershipRequest.objects.latest("pk")


def approve(request: MembershipRequest, by: User, **choice: object) -> Membership:
    return actions.approve_request(
        request, by=by, **{"organisation": None, "role": MemberRole.SUBMITTER, **choice}
    )


def test_a_request_finds_its_organisation_by_name_and_gives_no_right() -> None:
    bank = OrganisationFactory(name_en="Blue Bank")
    known = PersonFactory(email="mei@example.org")

    request = ask(organisation_name="blue bank")

    assert request.organisation == bank
    assert request.email == "mei@example.org"
    assert not policies.may(known, bank, Right.DRAFT)


def test_the_same_request_twice_stands_on_the_list_once() -> None:
    ask("FIRST")
    ask("SECOND", email="MEI@example.org", organisation_name="BLUE BANK")

    assert MembershipRequest.objects.get().reference == "FIRST"


def test_asking_writes_to_nobody_and_looks_for_no_account() -> None:
    PersonFactory(email="mei@example.org")

    with CaptureQueriesContext(connection) as asked:
        ask()

    assert not OutgoingMessage.objects.exists()
    assert not any(
        "mei@example.org" in query["sql"] for query in asked if "accounts_user" in query["sql"]
    )


def test_approval_invites_whoever_has_no_account(lin: User) -> None:
    OrganisationFactory(name_en="Blue Bank")

    membership = approve(ask(), lin)

    assert membership.user.email == "mei@example.org"
    assert membership.user.roles == [Role.MEMBER]
    assert membership.approved_by == lin
    assert policies.may(membership.user, membership.organisation, Right.SUBMIT)
    sent = OutgoingMessage.objects.filter(to_address="mei@example.org")
    assert set(sent.values_list("kind", "language")) == {
        ("accounts.invitation", "en"),
        ("network.approved", "en"),
    }


def test_approval_takes_the_account_that_is_there(lin: User) -> None:
    known = PersonFactory(email="mei@example.org")
    OrganisationFactory(name_en="Blue Bank")

    assert approve(ask(), lin).user == known
    assert User.objects.filter(email="mei@example.org").count() == 1


def test_the_second_of_two_colleagues_is_told_who_decided(lin: User, zhao: User) -> None:
    request = RequestFactory()
    approve(request, lin)

    with pytest.raises(AlreadyDecided) as refused:
        approve(request, zhao)
    with pytest.raises(AlreadyDecided):
        actions.refuse_request(request, by=zhao, reason="no")

    assert "Lin" in str(refused.value)
    assert Membership.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_colleagues_at_the_same_moment_approve_once() -> None:
    colleagues = [person(name, "zh-hans", Role.SECRETARIAT) for name in ("Lin", "Zhao")]
    request, start = RequestFactory(), Barrier(2)
    outcomes: list[str] = []

    def decide(by: User) -> None:
        start.wait()
        try:
            approve(request, by)
            outcomes.append("approved")
        except AlreadyDecided:
            outcomes.append("told")
        finally:
            connection.close()

    threads = [Thread(target=decide, args=(by,)) for by in colleagues]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["approved", "told"]
    assert Membership.objects.count() == 1


def test_approval_needs_an_organisation_that_is_a_partner(lin: User) -> None:
    with pytest.raises(OrganisationMissing):
        approve(ask(), lin)
    with pytest.raises(OrganisationNotPartner):
        approve(ask("TWO", organisation_name="x"), lin, organisation=ProposedOrganisationFactory())


def test_a_request_can_be_made_into_an_organisation(lin: User) -> None:
    request = ask()

    made = actions.make_organisation(request, by=lin, type="finance", name_en="Blue Bank")

    request.refresh_from_db()
    assert request.organisation == made
    assert made.standing == Standing.PROPOSED


def test_only_the_secretariat_decides_and_never_about_itself(lin: User, wang: User) -> None:
    with pytest.raises(NotAllowed):
        approve(RequestFactory(), wang)
    with pytest.raises(NotAllowed):
        actions.refuse_request(RequestFactory(), by=wang, reason="no")
    with pytest.raises(NotOneself):
        approve(RequestFactory(email=lin.email), lin)


def test_approval_refuses_who_cannot_be_a_member(lin: User, guo: User) -> None:
    gone = PersonFactory(is_active=False, deactivated_at=timezone.now())
    member = MembershipFactory()

    with pytest.raises(PersonDeactivated):
        approve(RequestFactory(email=gone.email), lin)
    with pytest.raises(RoleStandsAlone):
        approve(RequestFactory(email=guo.email), lin)
    with pytest.raises(AlreadyMember):
        approve(RequestFactory(email=member.user.email, organisation=member.organisation), lin)


def test_a_refusal_needs_a_reason_and_keeps_it(lin: User) -> None:
    request = RequestFactory()
    with pytest.raises(ReasonMissing):
        actions.refuse_request(request, by=lin, reason=" ")

    actions.refuse_request(request, by=lin, reason="Nobody knows this person.")

    request.refresh_from_db()
    assert (request.state, request.decided_by) == (RequestState.REFUSED, lin)
    assert request.reason == "Nobody knows this person."


def test_a_focal_point_proposes_and_the_secretariat_approves(lin: User) -> None:
    point = MembershipFactory(role=MemberRole.FOCAL_POINT)
    typed = {"name": "Mei", "email": "mei@example.org", "language": "en", "message": ""}

    actions.propose_member(
        point.organisation, by=point.user, reference="R", role=MemberRole.DRAFTER, **typed
    )
    with pytest.raises(NotAllowed):
        actions.propose_member(
            point.organisation, by=point.user, reference="S", role=MemberRole.ENDORSER, **typed
        )

    membership = approve(MembershipRequest.objects.get(), lin, role=MemberRole.DRAFTER)
    assert membership.organisation == point.organisation


def test_the_secretariat_invites_at_once(lin: User) -> None:
    typed = {"email": "mei@example.org", "name": "Mei", "language": "en"}

    membership = actions.invite_member(OrganisationFactory(), MemberRole.ENDORSER, by=lin, **typed)

    assert membership.role == MemberRole.ENDORSER
    with pytest.raises(OrganisationNotPartner):
        actions.invite_member(ProposedOrganisationFactory(), MemberRole.DRAFTER, by=lin, **typed)


def test_a_withdrawal_counts_at_once_and_leaves_a_trace(lin: User) -> None:
    membership = MembershipFactory()

    actions.withdraw_membership(membership, by=lin, reason="Left the bank.")

    assert not policies.may(membership.user, membership.organisation, Right.DRAFT)
    assert AuditEvent.objects.about(membership).get().note == "Left the bank."
    with pytest.raises(AlreadyWithdrawn):
        actions.withdraw_membership(membership, by=lin, reason="again")
    with pytest.raises(AlreadyWithdrawn):
        actions.change_member_role(membership, MemberRole.DRAFTER, by=lin)


def test_a_new_role_counts_at_once_and_nobody_raises_themselves() -> None:
    point = MembershipFactory(role=MemberRole.FOCAL_POINT)
    drafter = MembershipFactory(organisation=point.organisation, role=MemberRole.DRAFTER)

    actions.change_member_role(drafter, MemberRole.SUBMITTER, by=point.user)

    assert policies.may(drafter.user, drafter.organisation, Right.SUBMIT)
    with pytest.raises(NotAllowed):
        actions.change_member_role(drafter, MemberRole.FOCAL_POINT, by=point.user)
    with pytest.raises(NotAllowed):
        actions.change_member_role(drafter, MemberRole.DRAFTER, by=drafter.user)


def test_a_role_somebody_has_already_is_no_change_and_nobody_changes_their_own(lin: User) -> None:
    own, drafter = MembershipFactory(user=lin), MembershipFactory(role=MemberRole.DRAFTER)

    with pytest.raises(SameRole):
        actions.change_member_role(drafter, MemberRole.DRAFTER, by=lin)
    with pytest.raises(NotOneself):
        actions.change_member_role(own, MemberRole.DRAFTER, by=lin)


def test_a_request_the_database_refuses_is_not_taken_for_a_doubled_one() -> None:
    with pytest.raises(IntegrityError):
        ask(role="king")


@pytest.mark.parametrize("wrong", [{"role": "king"}, {"withdrawn_at": timezone.now()}])
def test_the_database_refuses(wrong: dict[str, object]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        MembershipFactory(**wrong)


def test_the_database_knows_no_membership_without_approval_by_another(wang: User) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        MembershipFactory(approved_by=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        MembershipFactory(user=wang, approved_by=wang)


def test_the_database_holds_one_live_membership_of_a_person_and_organisation(lin: User) -> None:
    first = MembershipFactory(withdrawn_at=timezone.now(), withdrawn_by=lin)
    MembershipFactory(user=first.user, organisation=first.organisation)

    with pytest.raises(IntegrityError), transaction.atomic():
        MembershipFactory(user=first.user, organisation=first.organisation)


def test_a_request_goes_half_a_year_after_the_decision(lin: User) -> None:
    decided, still_open = RequestFactory(), RequestFactory()
    actions.refuse_request(decided, by=lin, reason="no")

    retention.run(now=timezone.now() + timedelta(days=181))

    assert list(MembershipRequest.objects.all()) == [still_open]
