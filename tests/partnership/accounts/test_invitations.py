"""New accounts by invitation."""

from datetime import timedelta

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from partnership.accounts import actions
from partnership.accounts.choices import Role
from partnership.accounts.errors import AddressTaken, AlreadySignedIn, RoleStandsAlone
from partnership.accounts.mail import Mail
from partnership.accounts.models import User
from partnership.core.choices import Verb
from partnership.core.errors import NotAllowed
from partnership.core.models import AuditEvent
from tests.partnership.accounts.conftest import PASSWORD, SignIn
from tests.partnership.accounts.postbox import link


def invite(lin: User, language: str = "en", *roles: Role) -> User:
    return actions.invite("Binh@Example.org", "Binh", language, roles or [Role.MEMBER], by=lin)


def set_password(client: Client, path: str, password: str = PASSWORD) -> object:
    """Open the link and fill in the form it leads to."""
    form_path = client.get(path).url
    return client.post(form_path, {"password1": password, "password2": password})


def test_the_invited_person_sets_a_password_and_signs_in(
    client: Client, lin: User, postbox: list[Mail], try_to_sign_in: SignIn
) -> None:
    person = invite(lin)
    assert not person.has_usable_password()

    set_password(client, link(postbox[0]))

    assert EmailAddress.objects.get(user=person).verified
    assert try_to_sign_in("binh@example.org", PASSWORD).status_code == 302
    assert postbox[-1].kind == "password_reset"


def test_the_trail_says_who_invited_whom(lin: User, postbox: list[Mail]) -> None:
    person = invite(lin, "en", Role.MEMBER, Role.REVIEWER)

    event = AuditEvent.objects.about(person).get(verb=Verb.CREATED)
    assert event.actor_id == str(lin.pk)
    assert event.changes == {"roles": [[], ["member", "reviewer"]]}


@pytest.mark.parametrize(
    ("language", "subject"),
    [("en", "Your account in the portal of the partnership"), ("zh-hans", "账号")],
)
def test_the_mail_speaks_the_invited_persons_language(
    lin: User, postbox: list[Mail], language: str, subject: str
) -> None:
    invite(lin, language)

    assert subject in postbox[0].subject
    assert link(postbox[0]).startswith(f"/{language}/")


def test_the_link_works_once(client: Client, lin: User, postbox: list[Mail]) -> None:
    invite(lin)
    path = link(postbox[0])
    set_password(client, path)

    assert "no longer works" in client.get(path).content.decode()


def test_the_link_works_for_three_days(client: Client, lin: User, postbox: list[Mail]) -> None:
    invite(lin)
    path = link(postbox[0])

    with time_machine.travel(timezone.localtime() + timedelta(days=3, minutes=1)):
        assert client.get(path).status_code == 200
    with time_machine.travel(timezone.localtime() + timedelta(days=2, hours=23)):
        assert client.get(path).status_code == 302


def test_a_forgotten_invitation_is_renewed_on_the_page_for_new_passwords(
    client: Client, lin: User, postbox: list[Mail], try_to_sign_in: SignIn
) -> None:
    invite(lin)
    client.post(reverse("account_reset_password"), {"email": "binh@example.org"})

    set_password(client, link(postbox[-1]))

    assert try_to_sign_in("binh@example.org", PASSWORD).status_code == 302


def test_the_secretariat_sends_it_again_until_it_was_used(
    lin: User, anna: User, postbox: list[Mail]
) -> None:
    person = invite(lin)
    actions.send_invitation_again(person, by=lin)

    assert [mail.kind for mail in postbox] == ["invitation", "invitation"]
    with pytest.raises(AlreadySignedIn):
        actions.send_invitation_again(anna, by=lin)


def test_an_address_belongs_to_one_account(lin: User, postbox: list[Mail]) -> None:
    invite(lin)

    with pytest.raises(AddressTaken):
        invite(lin)


def test_an_audit_administrator_is_invited_with_this_role_alone(
    lin: User, postbox: list[Mail]
) -> None:
    with pytest.raises(RoleStandsAlone):
        invite(lin, "en", Role.AUDIT_ADMINISTRATOR, Role.MEMBER)

    assert invite(lin, "en", Role.AUDIT_ADMINISTRATOR).is_staff


@pytest.mark.parametrize("who", ["chen", "guo", "wang"])
def test_only_the_secretariat_invites(
    request: pytest.FixtureRequest, postbox: list[Mail], who: str
) -> None:
    by = request.getfixturevalue(who)
    people = User.objects.count()

    with pytest.raises(NotAllowed):
        invite(by)
    with pytest.raises(NotAllowed):
        actions.send_invitation_again(by, by=by)
    assert (User.objects.count(), postbox) == (people, [])
