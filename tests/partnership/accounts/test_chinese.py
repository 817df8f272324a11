"""The pages of the account in Chinese: no English left over, whoever wrote the sentence."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from partnership.accounts.models import User
from tests.partnership.accounts.conftest import PASSWORD, connect_app

# Names, formats, addresses and the language's own name may stand in Latin letters.
LATIN = {
    "China",
    "ASEAN",
    "Marine",
    "Plastic",
    "Reduction",
    "Partnership",
    "English",
    "TOTP",
    "UTC",
    "API",
    "Atom",
    "Anna",
}

POSTS: list[tuple[str, dict[str, str]]] = [
    ("account_login", {}),
    ("account_login", {"login": "no address", "password": "x"}),
    ("account_login", {"login": "a@example.org", "password": "x"}),
    ("account_reset_password", {"email": "no address"}),
]
OWN_POSTS: list[tuple[str, dict[str, str]]] = [
    ("account_profile", {"name": "", "language": ""}),
    ("account_change_password", {"oldpassword": "x", "password1": "123", "password2": "124"}),
    (
        "account_change_password",
        {"oldpassword": PASSWORD, "password1": "anna@example.org", "password2": "x"},
    ),
    ("account_reauthenticate", {"password": "wrong"}),
    ("mfa_reauthenticate", {"code": "123456"}),
]


def english(page: bytes) -> list[str]:
    """Return the Latin words a reader sees, apart from names and addresses."""
    text = page.decode()
    text = re.sub(r"<(script|style)[^>]*>.*?</\1>|<title>|</title>", " ", text, flags=re.DOTALL)
    seen = re.findall(r'(?:alt|aria-label|placeholder|title)="([^"]*)"', text)
    text = re.sub(r"<code>.*?</code>", " ", text)
    text = " ".join([re.sub(r"<[^>]+>", " ", text), *seen])
    text = re.sub(r"\S+@\S+|https?://\S+|www\.\S+", " ", text)
    return [word for word in re.findall(r"[A-Za-z]{2,}", text) if word not in LATIN]


@pytest.fixture(autouse=True)
def _in_chinese(_in_english: None) -> object:
    with translation.override("zh-hans"):
        yield


@pytest.mark.parametrize(("name", "values"), POSTS)
def test_what_visitors_are_answered(
    client: Client, db: None, name: str, values: dict[str, str]
) -> None:
    assert english(client.get(reverse(name)).content) == []
    assert english(client.post(reverse(name), values).content) == []


@pytest.mark.parametrize(("name", "values"), OWN_POSTS)
def test_what_signed_in_people_are_answered(
    client: Client, anna: User, name: str, values: dict[str, str]
) -> None:
    connect_app(anna)
    client.force_login(anna)

    assert english(client.get(reverse(name)).content) == []
    answer = client.post(reverse(name), values)
    assert answer.status_code == 200
    assert english(answer.content) == []


@pytest.mark.parametrize(
    "name", ["account_logout", "account_sessions", "mfa_index", "account_profile"]
)
def test_what_signed_in_people_read(client: Client, anna: User, name: str) -> None:
    client.force_login(anna)

    assert english(client.get(reverse(name)).content) == []


@pytest.mark.parametrize(
    "name",
    [
        "account_inactive",
        "account_reset_password_done",
        "account_reset_password_from_key_done",
        "account_email_verification_sent",
    ],
)
def test_what_visitors_read(client: Client, db: None, name: str) -> None:
    assert english(client.get(reverse(name)).content) == []


def test_connecting_an_app(client: Client, anna: User) -> None:
    client.force_login(anna)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})

    for answer in (
        client.get(reverse("mfa_activate_totp")),
        client.post(reverse("mfa_activate_totp"), {"code": "1"}),
    ):
        assert english(answer.content) == []


def test_recovery_codes_and_disconnecting(client: Client, anna: User) -> None:
    client.force_login(anna)
    connect_app(anna)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    client.post(reverse("mfa_generate_recovery_codes"))

    for name in ("mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_deactivate_totp"):
        answer = client.get(reverse(name))
        assert answer.status_code == 200
        assert english(answer.content) == []


def test_it_notices_english() -> None:
    assert english(b'<p title="Too bad">Please <b>wait</b> &mdash; a@example.org</p>') == [
        "Please",
        "wait",
        "mdash",
        "Too",
        "bad",
    ]
