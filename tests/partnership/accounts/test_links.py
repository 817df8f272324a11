"""Links in mails: on the portal's own host, single use, and opening one changes nothing."""

import pytest
from django.conf import LazySettings
from django.contrib.auth.hashers import check_password
from django.test import Client
from django.urls import reverse

from partnership.accounts.mail import Mail
from partnership.accounts.models import Session, User
from tests.partnership.accounts.conftest import PASSWORD
from tests.partnership.accounts.postbox import link

FORGED: list[dict[str, str]] = [
    {"HTTP_X_FORWARDED_HOST": "evil.example"},
    {"HTTP_FORWARDED": "host=evil.example"},
    {"HTTP_X_HOST": "evil.example"},
    {"HTTP_X_ORIGINAL_HOST": "evil.example"},
    {"HTTP_X_HTTP_HOST_OVERRIDE": "evil.example"},
    {"HTTP_X_FORWARDED_SERVER": "evil.example"},
    {"HTTP_ORIGIN": "https://evil.example"},
    {"HTTP_HOST": "localhost:1234"},
]


@pytest.mark.parametrize("header", FORGED, ids=lambda header: next(iter(header)))
def test_the_host_comes_from_the_settings(
    client: Client, anna: User, postbox: list[Mail], header: dict[str, str]
) -> None:
    client.post(reverse("account_reset_password"), {"email": anna.email}, **header)

    assert "http://testserver/en/accounts/password/reset/key/" in postbox[0].text
    assert "evil" not in postbox[0].text + postbox[0].html


def test_an_unknown_host_is_refused(client: Client, anna: User, postbox: list[Mail]) -> None:
    response = client.post(
        reverse("account_reset_password"), {"email": anna.email}, headers={"Host": "evil.example"}
    )

    assert response.status_code == 400
    assert postbox == []


def test_opening_the_link_changes_nothing(
    client: Client, anna: User, ming: User, postbox: list[Mail]
) -> None:
    client.post(reverse("account_reset_password"), {"email": anna.email})
    client.force_login(ming)
    before = User.objects.values().get(pk=anna.pk)

    form_path = client.get(link(postbox[0])).url
    page = client.get(form_path)

    assert page.status_code == 200
    assert User.objects.values().get(pk=anna.pk) == before
    assert Session.objects.filter(user=ming).exists(), "somebody else was signed out by a GET"


def test_the_link_sets_the_password_once_and_ends_all_sessions(
    client: Client, anna: User, postbox: list[Mail]
) -> None:
    other_device = Client()
    other_device.force_login(anna)
    client.post(reverse("account_reset_password"), {"email": anna.email})
    path = link(postbox[0])
    form_path = client.get(path).url
    new = "Grüner-Ozean-2027"

    assert client.post(form_path, {"password1": new, "password2": new}).status_code == 302

    assert check_password(new, User.objects.get(pk=anna.pk).password)
    assert not Session.objects.filter(user=anna).exists()
    assert other_device.get(reverse("account_profile")).status_code == 302
    assert "no longer works" in client.get(path).content.decode()
    assert [mail.kind for mail in postbox] == ["new_password", "password_reset"]


def test_setting_the_password_signs_out_somebody_else_on_this_device(
    client: Client, anna: User, ming: User, postbox: list[Mail]
) -> None:
    client.post(reverse("account_reset_password"), {"email": anna.email})
    client.force_login(ming)
    form_path = client.get(link(postbox[0])).url

    client.post(form_path, {"password1": "Grüner-Ozean-2027", "password2": "Grüner-Ozean-2027"})

    assert not Session.objects.filter(user=ming).exists()


def test_a_newer_password_makes_older_links_useless(
    client: Client, anna: User, postbox: list[Mail]
) -> None:
    client.post(reverse("account_reset_password"), {"email": anna.email})
    anna.set_password(PASSWORD)
    anna.save()

    assert "no longer works" in client.get(link(postbox[0])).content.decode()


@pytest.mark.parametrize("end", ["1-abc-def/", "zzzzzzzzzzzzz-abc-def/", "0-set-password/"])
def test_a_made_up_link_opens_nothing(client: Client, anna: User, end: str) -> None:
    page = client.get(f"/en/accounts/password/reset/key/{end}")

    assert "no longer works" in page.content.decode()


def test_confirming_an_address_with_a_made_up_key_changes_nothing(
    client: Client, anna: User
) -> None:
    path = reverse("account_confirm_email", kwargs={"key": "made:up:key"})

    assert client.get(path).status_code == 200
    assert client.post(path).status_code == 404


def test_the_address_of_links_is_a_setting(
    client: Client, anna: User, postbox: list[Mail], settings: LazySettings
) -> None:
    settings.SITE_URL = "https://portal.example.org"
    client.post(reverse("account_reset_password"), {"email": anna.email})

    assert "https://portal.example.org/en/accounts/" in postbox[0].text
