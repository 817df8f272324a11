"""How long a sign-in lasts and where else one is signed in."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from partnership.accounts.models import Session, User
from partnership.accounts.sessions import SessionStore
from partnership.core.choices import Verb
from partnership.core.models import AuditEvent
from tests.partnership.accounts.conftest import PASSWORD, SignIn

NOW = timezone.localtime()


def is_signed_in(client: Client, minutes: int) -> bool:
    with time_machine.travel(NOW + timedelta(minutes=minutes), tick=False):
        return client.get(reverse("account_profile")).status_code == 200


def sign_in(client: Client, user: User) -> None:
    with time_machine.travel(NOW, tick=False):
        client.force_login(user)


@pytest.mark.parametrize(("minutes", "goes_on"), [(29, True), (30, False)])
def test_a_staff_sign_in_ends_after_half_an_hour_without_activity(
    client: Client, ming: User, minutes: int, goes_on: bool
) -> None:
    sign_in(client, ming)

    assert is_signed_in(client, minutes) is goes_on


def test_activity_keeps_a_staff_sign_in_open(client: Client, ming: User) -> None:
    sign_in(client, ming)

    assert all(is_signed_in(client, minutes) for minutes in range(0, 600, 20))


def test_a_member_may_pause_longer(client: Client, anna: User) -> None:
    sign_in(client, anna)

    assert is_signed_in(client, 11 * 60)


@pytest.mark.parametrize("who", ["ming", "anna"])
def test_every_sign_in_ends_after_twelve_hours(
    request: pytest.FixtureRequest, client: Client, who: str
) -> None:
    sign_in(client, request.getfixturevalue(who))

    assert all(is_signed_in(client, minutes) for minutes in range(0, 720, 20))
    assert not is_signed_in(client, 720)


def test_an_ended_session_is_gone_for_good(client: Client, ming: User) -> None:
    sign_in(client, ming)
    key = client.cookies["sessionid"].value
    assert not is_signed_in(client, 31)

    client.cookies["sessionid"] = key

    assert not is_signed_in(client, 1)


def test_saving_something_does_not_lengthen_the_twelve_hours(client: Client, anna: User) -> None:
    sign_in(client, anna)
    with time_machine.travel(NOW + timedelta(hours=11), tick=False):
        session = client.session
        session["note"] = 1
        session.save()

    assert is_signed_in(client, 11 * 60 + 30)
    assert not is_signed_in(client, 12 * 60)


def test_a_visitors_session_is_nobodys(client: Client, db: None) -> None:
    store = SessionStore()
    store["language"] = "en"
    store.save()

    assert Session.objects.get().user is None
    assert SessionStore(store.session_key)["language"] == "en"
    assert SessionStore("x" * 32).load() == {}
    assert SessionStore(None).load() == {}


def test_activity_is_noted_once_a_minute(client: Client, anna: User) -> None:
    sign_in(client, anna)
    assert is_signed_in(client, 0)
    with time_machine.travel(NOW + timedelta(seconds=59), tick=False):
        client.get(reverse("account_profile"))
    assert Session.objects.get(user=anna).seen_at == NOW

    assert is_signed_in(client, 2)

    assert Session.objects.get(user=anna).seen_at == NOW + timedelta(minutes=2)


def test_it_lists_where_one_is_signed_in(client: Client, anna: User, ming: User) -> None:
    client.force_login(anna)
    Client().force_login(ming)
    Session.objects.filter(user=ming).update(address="198.51.100.99")

    page = client.get(reverse("account_sessions")).content.decode()

    assert "198.51.100.99" not in page
    assert page.count("this device") == 1
    assert client.cookies["sessionid"].value not in page


def test_one_signs_out_on_another_device(client: Client, anna: User) -> None:
    other = Client()
    other.force_login(anna)
    lost = Session.objects.get(user=anna)
    client.force_login(anna)

    client.post(reverse("account_end_session", kwargs={"handle": lost.handle}))

    assert other.get(reverse("account_profile")).status_code == 302
    assert client.get(reverse("account_profile")).status_code == 200
    assert AuditEvent.objects.about(anna).filter(verb=Verb.SIGNED_OUT).exists()


def test_one_cannot_sign_out_somebody_else(client: Client, anna: User, ming: User) -> None:
    Client().force_login(ming)
    foreign = Session.objects.get(user=ming)
    client.force_login(anna)

    response = client.post(reverse("account_end_session", kwargs={"handle": foreign.handle}))

    assert response.status_code == 404
    assert Session.objects.filter(user=ming).exists()


def test_one_signs_out_everywhere_else(client: Client, anna: User) -> None:
    others = [Client(), Client()]
    for other in others:
        other.force_login(anna)
    client.force_login(anna)

    client.post(reverse("account_end_other_sessions"))

    assert [other.get(reverse("account_profile")).status_code for other in others] == [302, 302]
    assert client.get(reverse("account_profile")).status_code == 200
    count = AuditEvent.objects.about(anna).filter(verb=Verb.SIGNED_OUT).count()
    client.post(reverse("account_end_other_sessions"))
    assert AuditEvent.objects.about(anna).filter(verb=Verb.SIGNED_OUT).count() == count


def test_a_new_password_ends_the_other_sessions_and_keeps_this_one(
    client: Client, anna: User, try_to_sign_in: SignIn
) -> None:
    other = Client()
    other.force_login(anna)
    try_to_sign_in(anna.email, PASSWORD)
    key = client.cookies["sessionid"].value
    new = "Grüner-Ozean-2027"

    client.post(
        reverse("account_change_password"),
        {"oldpassword": PASSWORD, "password1": new, "password2": new},
    )

    assert other.get(reverse("account_profile")).status_code == 302
    assert client.get(reverse("account_profile")).status_code == 200
    assert client.cookies["sessionid"].value != key
    assert AuditEvent.objects.about(anna).filter(verb=Verb.PASSWORD_CHANGED).exists()


def test_whoever_has_no_password_yet_is_sent_a_link(client: Client, wang: User) -> None:
    client.force_login(wang)

    assert client.get(reverse("account_change_password")).url == reverse("account_reset_password")
