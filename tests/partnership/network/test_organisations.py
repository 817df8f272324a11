"""What the database and the deeds hold of organisations."""

import pytest
from django.db import IntegrityError, transaction

from partnership.accounts.models import User
from partnership.core.errors import NotAllowed, TransitionRefused
from partnership.core.models import AuditEvent
from partnership.network import actions
from partnership.network.choices import OrganisationType, Standing
from partnership.network.errors import (
    AlreadyListed,
    ChangedMeanwhile,
    NameTaken,
    NotListed,
    ReasonMissing,
    SourceMissing,
    SummaryMissing,
)
from partnership.network.models import Organisation
from tests.factories.network import (
    ListedOrganisationFactory,
    OrganisationFactory,
    ProposedOrganisationFactory,
    SourceFactory,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "wrong",
    [
        {"type": "pirates"},
        {"standing": "friend"},
        {"name_en": ""},
        {"name_en": "", "name_zh_hans": "", "standing": "proposed", "confirmed_at": None},
        {"confirmed_at": None},
        {"type": OrganisationType.CITY_GOVERNMENT},
    ],
)
def test_the_database_refuses(wrong: dict[str, object]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        OrganisationFactory(**wrong)


@pytest.mark.parametrize("wrong", [{"summary_en": ""}, {"standing": "closed"}])
def test_the_database_lists_nobody_unchecked_or_without_a_summary(wrong: dict[str, str]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        ListedOrganisationFactory(**wrong)


@pytest.mark.parametrize("same", [{"name_zh_hans": "蓝银行"}, {"name_en": "BLUE bank"}])
def test_a_second_organisation_with_the_same_name_is_refused(
    lin: User, same: dict[str, str]
) -> None:
    OrganisationFactory(name_zh_hans="蓝银行", name_en="Blue Bank")

    with pytest.raises(NameTaken) as refused:
        actions.create_organisation(by=lin, type="finance", **same)

    assert "蓝银行" in str(refused.value)
    assert Organisation.objects.count() == 1


def test_it_finds_a_free_short_name_for_the_address(lin: User) -> None:
    first = actions.create_organisation(by=lin, type="ngo", name_zh_hans="蓝色海洋")
    second = actions.create_organisation(by=lin, type="ngo", name_en="Lan Se Hai Yang")

    assert (first.slug, second.slug) == ("lan-se-hai-yang", "lan-se-hai-yang-2")


def test_only_the_secretariat_adds_and_judges(wang: User) -> None:
    with pytest.raises(NotAllowed):
        actions.create_organisation(by=wang, type="ngo", name_en="Mine")
    with pytest.raises(NotAllowed):
        actions.change_standing(OrganisationFactory(), Standing.CLOSED, by=wang, reason="no")
    with pytest.raises(NotAllowed):
        actions.add_to_directory(OrganisationFactory(), by=wang)


def test_a_check_leaves_a_day_a_reason_and_a_trace(lin: User) -> None:
    proposed = ProposedOrganisationFactory()

    checked = actions.change_standing(proposed, Standing.PARTNER, by=lin, reason="Letter seen")

    assert checked.confirmed_at is not None
    assert checked.version == 2
    assert AuditEvent.objects.about(checked).get().note == "Letter seen"


def test_what_is_no_partner_needs_a_source(lin: User) -> None:
    proposed = ProposedOrganisationFactory()
    with pytest.raises(SourceMissing):
        actions.change_standing(proposed, Standing.PUBLIC_INFORMATION, by=lin, reason="known")

    SourceFactory(organisation=proposed)
    actions.change_standing(proposed, Standing.PUBLIC_INFORMATION, by=lin, reason="known")


def test_a_check_needs_a_reason_and_a_step_that_leads_there(lin: User) -> None:
    with pytest.raises(ReasonMissing):
        actions.change_standing(OrganisationFactory(), Standing.CLOSED, by=lin, reason=" ")
    with pytest.raises(TransitionRefused):
        actions.change_standing(OrganisationFactory(), Standing.PROPOSED, by=lin, reason="why")


def test_closing_takes_an_organisation_out_of_the_directory(lin: User) -> None:
    closed = actions.change_standing(
        ListedOrganisationFactory(), Standing.CLOSED, by=lin, reason="merged"
    )

    assert not closed.is_listed


def test_listing_needs_both_summaries_and_happens_once(lin: User) -> None:
    with pytest.raises(SummaryMissing):
        actions.add_to_directory(OrganisationFactory(summary_en=""), by=lin)
    body = actions.add_to_directory(OrganisationFactory(), by=lin)
    with pytest.raises(AlreadyListed):
        actions.add_to_directory(body, by=lin)

    taken = actions.take_from_directory(body, by=lin)
    assert not taken.is_listed
    with pytest.raises(NotListed):
        actions.take_from_directory(taken, by=lin)


def test_who_is_only_proposed_is_not_listed(lin: User) -> None:
    with pytest.raises(TransitionRefused):
        actions.add_to_directory(ProposedOrganisationFactory(), by=lin)


def test_what_the_database_refuses_is_not_taken_for_a_name_that_is_taken(lin: User) -> None:
    with pytest.raises(IntegrityError):
        actions.create_organisation(
            by=lin, name_zh_hans="某市", name_en="Some city", type=OrganisationType.CITY_GOVERNMENT
        )


def test_the_later_of_two_editors_is_refused(lin: User) -> None:
    body = OrganisationFactory()
    actions.settle_edit(body)

    with pytest.raises(ChangedMeanwhile), transaction.atomic():
        actions.lock_for_edit(body, by=lin, version=1)
