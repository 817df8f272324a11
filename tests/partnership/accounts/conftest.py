"""People who can sign in."""

from collections.abc import Callable, Iterator

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from partnership.accounts.mail import Mail
from partnership.accounts.models import User
from tests.partnership.accounts import postbox as postbox_module

PASSWORD = "Blauer-Ozean-2026"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def give_password(user: User, password: str = PASSWORD) -> User:
    user.set_password(password)
    user.save()
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def connect_app(user: User) -> Authenticator:
    return TOTP.activate(user, SECRET).instance


def code(steps: int = 0) -> str:
    """Return what the app shows, `steps` half-minutes from now."""
    counter = int(timezone.now().timestamp()) // 30 + steps
    return format_hotp_value(hotp_value(SECRET, counter))


SignIn = Callable[..., object]


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """Addresses and texts are English unless a test says otherwise."""
    with translation.override("en"):
        yield


@pytest.fixture
def anna(db: None) -> User:
    """Anna is a member and signs in with a password, in English."""
    user = User.objects.create_user(
        "anna@example.org", name="Anna", language="en", roles=["member"]
    )
    return give_password(user)


@pytest.fixture
def ming(db: None) -> User:
    """Ming works in the secretariat and signs in with a password, in Chinese."""
    user = User.objects.create_user("ming@example.org", name="Ming", roles=["secretariat"])
    return give_password(user)


@pytest.fixture
def try_to_sign_in(client: Client) -> SignIn:
    """Post the sign-in form; another `ip` is another computer."""

    def post(email: str, password: str, *, ip: str = "203.0.113.5", **data: str) -> object:
        values = {"login": email, "password": password, **data}
        return client.post(reverse("account_login"), values, REMOTE_ADDR=ip)

    return post


@pytest.fixture
def postbox(settings: LazySettings) -> Iterator[list[Mail]]:
    """The mails handed over so far."""
    settings.ACCOUNT_MAILER = "tests.partnership.accounts.postbox.keep"
    postbox_module.received.clear()
    yield postbox_module.received
    postbox_module.received.clear()
