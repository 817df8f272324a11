"""Deactivation, what it ends, and what is left of a person at last."""

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse

from partnership.accounts import actions
from partnership.accounts.errors import (
    AlreadyDeactivated,
    Anonymised,
    LastOfTheSecretariat,
    NotDeactivated,
)
from partnership.accounts.models import Session, User
from partnership.core.choices import Verb
from partnership.core.errors import NotAllowed
from partnership.core.models import AuditEvent
from tests.partnership.accounts.conftest import PASSWORD, SignIn, connect_app


def test_deactivation_ends_open_sessions_at_the_next_request(
    client: Client, ming: User, anna: User
) -> None:
    client.force_login(anna)
    assert client.get(reverse("account_profile")).status_code == 200

    actions.deactivate(anna, by=ming, reason="left the office")

    assert client.get(reverse("account_profile")).status_code == 302
    assert AuditEvent.objects.about(anna).get(verb=Verb.DEACTIVATED).note == "left the office"


def test_a_session_that_was_overlooked_is_no_use_either(
    client: Client, ming: User, anna: User
) -> None:
    client.force_login(anna)
    User.objects.filter(pk=anna.pk).update(is_active=False, deactivated_at=anna.joined_at)

    assert client.get(reverse("account_profile")).status_code == 302


def test_a_reactivated_account_works_as_before(
    ming: User, anna: User, try_to_sign_in: SignIn
) -> None:
    actions.deactivate(anna, by=ming)
    actions.reactivate(anna, by=ming)

    assert try_to_sign_in(anna.email, PASSWORD).url == reverse("portal:desk")
    assert AuditEvent.objects.about(anna).filter(verb=Verb.REACTIVATED).exists()


def test_each_step_is_taken_once(ming: User, anna: User) -> None:
    with pytest.raises(NotDeactivated):
        actions.reactivate(anna, by=ming)
    User.objects.filter(pk=anna.pk).update(last_login=anna.joined_at)
    with pytest.raises(NotDeactivated):
        actions.anonymise(anna)
    actions.deactivate(anna, by=ming)
    with pytest.raises(AlreadyDeactivated):
        actions.deactivate(anna, by=ming)


@pytest.mark.parametrize("who", ["chen", "guo", "wang"])
def test_nobody_else_deactivates(request: pytest.FixtureRequest, anna: User, who: str) -> None:
    by = request.getfixturevalue(who)

    for deed in (actions.deactivate, actions.reactivate):
        with pytest.raises(NotAllowed):
            deed(anna, by=by)
    with pytest.raises(NotAllowed):
        actions.remove_second_factor(anna, by=by, reason="lost")
    assert User.objects.get(pk=anna.pk).is_active


def test_nobody_deactivates_themselves(lin: User, ming: User) -> None:
    with pytest.raises(NotAllowed):
        actions.deactivate(lin, by=lin)


def test_the_secretariat_keeps_its_last_active_person(lin: User, ming: User) -> None:
    stale = User.objects.get(pk=ming.pk)
    actions.deactivate(ming, by=lin)

    with pytest.raises(LastOfTheSecretariat):
        actions.deactivate(lin, by=stale)


def test_a_lost_second_factor_is_taken_off_and_sessions_end(
    client: Client, ming: User, anna: User
) -> None:
    connect_app(anna)
    client.force_login(anna)

    actions.remove_second_factor(anna, by=ming, reason="phone lost, called back")

    assert not Authenticator.objects.exists()
    assert not Session.objects.filter(user=anna).exists()
    event = AuditEvent.objects.about(anna).get(verb=Verb.SECOND_FACTOR_CHANGED)
    assert event.note == "phone lost, called back"


def test_an_anonymised_account_says_nothing_about_the_person(ming: User, anna: User) -> None:
    connect_app(anna)
    actions.deactivate(anna, by=ming)

    gone = actions.anonymise(anna)

    row = str(User.objects.filter(pk=anna.pk).values().get())
    assert "anna" not in row.lower()
    assert str(gone) != ""
    assert "@" not in str(gone)
    assert not EmailAddress.objects.filter(user=anna).exists()
    assert not Authenticator.objects.exists()
    with pytest.raises(Anonymised):
        actions.reactivate(gone, by=ming)


def test_the_database_knows_since_when_an_account_is_closed(anna: User) -> None:
    with pytest.raises(IntegrityError, match="active_or_since_when_not"):
        User.objects.filter(pk=anna.pk).update(is_active=False)


def test_the_database_keeps_the_data_of_active_people(anna: User) -> None:
    with pytest.raises(IntegrityError, match="anonymised_only_when_deactivated"):
        User.objects.filter(pk=anna.pk).update(anonymised_at=anna.joined_at)
