"""The address a person signs in by."""

import pytest
from allauth.account.models import EmailAddress
from django.db import IntegrityError

from partnership.accounts import actions
from partnership.accounts.errors import AddressTaken
from partnership.accounts.mail import Mail
from partnership.accounts.models import Session, User
from partnership.core.choices import Verb
from partnership.core.errors import NotAllowed
from partnership.core.models import AuditEvent
from tests.partnership.accounts.conftest import PASSWORD, SignIn


def test_the_new_address_has_to_be_confirmed(
    ming: User, anna: User, postbox: list[Mail], try_to_sign_in: SignIn
) -> None:
    actions.change_address(anna, "Anna.New@Example.org", by=ming)

    assert not EmailAddress.objects.get(user=anna, email="anna.new@example.org").verified
    try_to_sign_in("anna.new@example.org", PASSWORD)
    assert [(mail.kind, mail.to) for mail in postbox] == [
        ("address_changed", "anna@example.org"),
        ("email_confirmation", "anna.new@example.org"),
    ]


def test_open_sessions_end(
    ming: User, anna: User, postbox: list[Mail], try_to_sign_in: SignIn
) -> None:
    try_to_sign_in(anna.email, PASSWORD)
    actions.change_address(anna, "new@example.org", by=ming)

    assert not Session.objects.filter(user=anna).exists()


def test_the_trail_says_that_it_changed(ming: User, anna: User, postbox: list[Mail]) -> None:
    actions.change_address(anna, "new@example.org", by=ming)

    assert "email" in AuditEvent.objects.about(anna).get(verb=Verb.CHANGED).changes


def test_the_same_address_changes_nothing(ming: User, anna: User, postbox: list[Mail]) -> None:
    actions.change_address(anna, "ANNA@example.org", by=ming)

    assert EmailAddress.objects.get(user=anna).verified
    assert postbox == []


def test_it_refuses_the_address_of_another_account(ming: User, anna: User) -> None:
    with pytest.raises(AddressTaken):
        actions.change_address(anna, ming.email, by=ming)


def test_only_the_secretariat_changes_addresses(anna: User) -> None:
    with pytest.raises(NotAllowed):
        actions.change_address(anna, "new@example.org", by=anna)


def test_the_database_keeps_addresses_in_lower_case(anna: User) -> None:
    with pytest.raises(IntegrityError, match="email_lower_case"):
        User.objects.filter(pk=anna.pk).update(email="Anna@example.org")
