"""Signing in and out."""

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import reverse
from django.utils import translation

from partnership.accounts import actions
from partnership.accounts.mail import Mail
from partnership.accounts.models import Session, User
from partnership.core.choices import Verb
from partnership.core.models import AuditEvent
from tests.partnership.accounts.conftest import PASSWORD, SignIn
from tests.partnership.accounts.postbox import link


def test_it_brings_members_to_their_desk_and_staff_to_the_admin(
    client: Client, anna: User, ming: User, try_to_sign_in: SignIn
) -> None:
    assert try_to_sign_in(anna.email, PASSWORD).url == reverse("portal:desk")
    client.post(reverse("account_logout"))

    assert try_to_sign_in(ming.email, PASSWORD).url == reverse("admin:index")


@pytest.mark.parametrize("door", ["account_logout", "admin:logout"])
def test_signing_out_leads_to_the_page_that_forgets_unfinished_texts(
    client: Client, ming: User, door: str
) -> None:
    client.force_login(ming)

    assert client.post(reverse(door)).url == f"{reverse('portal:home')}#signed-out"


def test_it_does_not_mind_how_the_address_is_written(anna: User, try_to_sign_in: SignIn) -> None:
    assert try_to_sign_in(" Anna@Example.org ", PASSWORD).status_code == 302


def test_it_gives_the_session_a_new_key(client: Client, anna: User, try_to_sign_in: SignIn) -> None:
    client.cookies["sessionid"] = planted = "a" * 32
    try_to_sign_in(anna.email, PASSWORD)

    assert client.cookies["sessionid"].value != planted
    assert Session.objects.get().user == anna


def test_it_notes_from_where(client: Client, anna: User, try_to_sign_in: SignIn) -> None:
    try_to_sign_in(anna.email, PASSWORD, ip="203.0.113.9")

    assert Session.objects.get().address == "203.0.113.9"
    event = AuditEvent.objects.get(verb=Verb.SIGNED_IN)
    assert (event.target_id, event.note) == (str(anna.pk), "203.0.113.9")


def test_it_notes_a_failure_without_what_was_typed(anna: User, try_to_sign_in: SignIn) -> None:
    try_to_sign_in(anna.email, "wrong-password")
    try_to_sign_in("My-Secret-Password@example.org", "x")

    events = AuditEvent.objects.filter(verb=Verb.SIGN_IN_FAILED).order_by("occurred_at")
    assert [event.target_id for event in events] == [str(anna.pk), ""]
    assert "secret" not in str(list(events.values())).lower()


def test_it_signs_out_by_post_only(client: Client, anna: User) -> None:
    client.force_login(anna)

    assert client.get(reverse("account_logout")).status_code == 200
    assert Session.objects.filter(user=anna).exists()

    client.post(reverse("account_logout"))
    assert not Session.objects.filter(user=anna).exists()
    assert AuditEvent.objects.filter(verb=Verb.SIGNED_OUT, target_id=str(anna.pk)).exists()


def test_a_closed_account_is_told_so_only_with_the_right_password(
    anna: User, ming: User, try_to_sign_in: SignIn
) -> None:
    actions.deactivate(anna, by=ming)

    assert try_to_sign_in(anna.email, "wrong-password").status_code == 200
    assert try_to_sign_in(anna.email, PASSWORD).url == reverse("account_inactive")


def test_an_unconfirmed_address_gets_a_mail_first(
    client: Client, anna: User, try_to_sign_in: SignIn, postbox: list[Mail]
) -> None:
    EmailAddress.objects.update(verified=False)

    response = try_to_sign_in(anna.email, PASSWORD)

    assert response.url == reverse("account_email_verification_sent")
    path = link(postbox[0])
    assert client.get(path).status_code == 200
    assert not EmailAddress.objects.get().verified
    client.post(path)
    assert EmailAddress.objects.get().verified
    assert "no longer works" in client.get(path).content.decode()


def test_the_admins_door_is_shut_for_members(client: Client, anna: User) -> None:
    client.force_login(anna)

    assert client.get(reverse("admin:login")).status_code == 403


def test_the_admins_other_doors_lead_to_the_account(client: Client, ming: User) -> None:
    client.force_login(ming)

    assert client.get(reverse("admin:password_change")).url == reverse("account_change_password")
    client.post(reverse("admin:logout"))
    assert not Session.objects.filter(user=ming).exists()


def test_nobody_can_open_an_account_themselves(client: Client, db: None) -> None:
    for path in ("signup/", "email/", "password/set/", "login/code/"):
        assert client.get(f"/en/accounts/{path}").status_code == 404


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_page_without_an_account_opens_in_both_languages(
    client: Client, db: None, language: str
) -> None:
    names = [
        "account_login",
        "account_inactive",
        "account_reset_password",
        "account_reset_password_done",
        "account_reset_password_from_key_done",
        "account_email_verification_sent",
    ]
    with translation.override(language):
        for name in names:
            assert client.get(reverse(name)).status_code == 200, name
