"""The second factor: connecting, using and requiring it."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.conf import LazySettings
from django.core.cache import caches
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from partnership.accounts import conditions, second_factor
from partnership.accounts.choices import Role
from partnership.accounts.mail import Mail
from partnership.accounts.models import Session, User
from partnership.core.cache import FailOpenRedisCache
from partnership.core.choices import Verb
from partnership.core.models import AuditEvent
from tests.partnership.accounts.conftest import PASSWORD, SECRET, SignIn, code, connect_app


def reauthenticate(client: Client) -> None:
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})


def connect(client: Client) -> object:
    """Connect an app the way a person does."""
    reauthenticate(client)
    page = client.get(reverse("mfa_activate_totp")).content.decode()
    secret = re.search(r"<code>(\w+)</code>", page).group(1)
    value = hotp_value(secret, int(timezone.now().timestamp()) // 30)
    return client.post(reverse("mfa_activate_totp"), {"code": format_hotp_value(value)})


def sign_in_with_code(client: Client, try_to_sign_in: SignIn, user: User, given: str) -> object:
    try_to_sign_in(user.email, PASSWORD)
    return client.post(reverse("mfa_authenticate"), {"code": given})


def test_a_person_connects_an_app_and_gets_recovery_codes(
    client: Client,
    anna: User,
    postbox: list[Mail],
    django_capture_on_commit_callbacks: object,
) -> None:
    other_device = Client()
    other_device.force_login(anna)
    client.force_login(anna)

    with django_capture_on_commit_callbacks(execute=True):
        assert connect(client).url == reverse("mfa_view_recovery_codes")

    page = client.get(reverse("mfa_view_recovery_codes")).content.decode()
    assert len(re.findall(r"<code>\d{8}</code>", page)) == 10
    download = client.get(reverse("mfa_download_recovery_codes"))
    assert len(download.content.split()) == 10
    assert [mail.kind for mail in postbox] == ["totp_activated"]
    assert Session.objects.filter(user=anna).count() == 1, "sessions without it have to end"
    assert AuditEvent.objects.about(anna).filter(verb=Verb.SECOND_FACTOR_CHANGED).exists()


def test_signing_in_then_asks_for_a_code(
    client: Client, anna: User, try_to_sign_in: SignIn
) -> None:
    connect_app(anna)

    assert try_to_sign_in(anna.email, PASSWORD).url == reverse("mfa_authenticate")
    assert client.get(reverse("mfa_authenticate")).status_code == 200
    assert client.get(reverse("account_profile")).status_code == 302
    client.post(reverse("mfa_authenticate"), {"code": code()})
    assert client.get(reverse("account_profile")).status_code == 200


@pytest.mark.parametrize("cache_is_down", [False, True])
def test_a_code_counts_once(
    client: Client,
    anna: User,
    try_to_sign_in: SignIn,
    monkeypatch: pytest.MonkeyPatch,
    cache_is_down: bool,
) -> None:
    if cache_is_down:
        gone = FailOpenRedisCache("redis://127.0.0.1:1/0", {})
        monkeypatch.setattr(caches._connections, "default", gone)
    connect_app(anna)
    given = code()
    assert sign_in_with_code(client, try_to_sign_in, anna, given).status_code == 302
    client.logout()

    again = sign_in_with_code(client, try_to_sign_in, anna, given)

    assert again.status_code == 200
    assert client.get(reverse("account_profile")).status_code == 302


def test_a_recovery_code_counts_once(
    client: Client, anna: User, try_to_sign_in: SignIn, django_capture_on_commit_callbacks: object
) -> None:
    client.force_login(anna)
    connect(client)
    recovery = client.get(reverse("mfa_download_recovery_codes")).content.decode().split()[0]
    client.logout()
    assert sign_in_with_code(client, try_to_sign_in, anna, recovery).status_code == 302
    client.logout()

    assert sign_in_with_code(client, try_to_sign_in, anna, recovery).status_code == 200


def test_new_recovery_codes_are_noted_and_told(
    client: Client,
    anna: User,
    postbox: list[Mail],
    django_capture_on_commit_callbacks: object,
) -> None:
    client.force_login(anna)
    connect(client)
    old = client.get(reverse("mfa_download_recovery_codes")).content

    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("mfa_generate_recovery_codes"))

    assert client.get(reverse("mfa_download_recovery_codes")).content != old
    assert postbox[-1].kind == "recovery_codes_generated"
    assert AuditEvent.objects.about(anna).newest_first()[0].note == "± recovery_codes"


def test_sensitive_pages_ask_again_who_it_is(client: Client, anna: User) -> None:
    client.force_login(anna)

    for name in ("mfa_activate_totp", "mfa_generate_recovery_codes"):
        assert reverse("account_reauthenticate") in client.get(reverse(name)).url


def test_the_code_confirms_who_it_is_too(client: Client, anna: User) -> None:
    client.force_login(anna)
    connect_app(anna)
    path = reverse("mfa_reauthenticate")
    assert client.get(path).status_code == 200

    response = client.post(path + "?next=" + reverse("mfa_deactivate_totp"), {"code": code()})

    assert response.url == reverse("mfa_deactivate_totp")


def test_a_member_disconnects_the_app(
    client: Client, anna: User, postbox: list[Mail], settings: LazySettings
) -> None:
    settings.REQUIRE_STAFF_MFA = True
    client.force_login(anna)
    connect(client)
    client.post(reverse("mfa_generate_recovery_codes"))

    client.post(reverse("mfa_deactivate_totp"))

    assert not Authenticator.objects.exists()
    assert postbox[-1].kind == "totp_deactivated"
    assert client.get(reverse("mfa_index")).status_code == 200


def test_staff_keep_it_while_their_role_requires_it(
    client: Client, ming: User, settings: LazySettings
) -> None:
    settings.REQUIRE_STAFF_MFA = True
    client.force_login(ming)
    connect(client)

    page = client.post(reverse("mfa_deactivate_totp"))

    assert page.status_code == 200
    assert Authenticator.objects.filter(type="totp").exists()


def test_the_secret_rests_encrypted(anna: User, settings: LazySettings) -> None:
    authenticator = connect_app(anna)
    assert SECRET not in str(authenticator.data)
    kept = authenticator.data["secret"]

    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another key " * 5

    assert second_factor.SecondFactorAdapter().decrypt(kept) == SECRET


def test_staff_roles_count_only_with_a_second_factor(
    client: Client, ming: User, settings: LazySettings
) -> None:
    settings.REQUIRE_STAFF_MFA = True
    client.force_login(ming)

    response = client.get(reverse("admin:index"), follow=True)

    steps = [step for step, _status in response.redirect_chain]
    assert steps[1] == reverse("mfa_activate_totp")
    assert steps[2].startswith(reverse("account_reauthenticate"))
    page = client.get(reverse("account_profile"))
    assert not page.wsgi_request.user.has_role(Role.SECRETARIAT)
    assert reverse("mfa_activate_totp") in page.content.decode()

    connect(client)

    assert client.get(reverse("admin:index")).status_code == 200
    assert client.get(reverse("account_profile")).wsgi_request.user.has_role(Role.SECRETARIAT)


def test_members_need_none(client: Client, anna: User, settings: LazySettings) -> None:
    settings.REQUIRE_STAFF_MFA = True
    client.force_login(anna)

    assert client.get(reverse("account_profile")).wsgi_request.user.has_role(Role.MEMBER)


def test_withholding_roles_is_never_saved(ming: User, settings: LazySettings) -> None:
    settings.REQUIRE_STAFF_MFA = True
    conditions.withhold_staff_roles(ming)
    ming.save()

    assert User.objects.get(pk=ming.pk).roles == ["secretariat"]


def test_the_codes_of_a_made_up_time_are_wrong(
    client: Client, anna: User, try_to_sign_in: SignIn
) -> None:
    connect_app(anna)

    assert sign_in_with_code(client, try_to_sign_in, anna, code(steps=5)).status_code == 200
