"""Nobody learns from the portal whether an address has an account."""

import statistics
import time
from collections.abc import Callable

import pytest
from allauth.account.models import EmailAddress
from django.conf import LazySettings
from django.contrib.auth.hashers import MD5PasswordHasher, PBKDF2PasswordHasher
from django.core.cache import caches
from django.core.cache.backends.locmem import LocMemCache
from django.test import Client
from django.urls import reverse

from partnership.accounts import actions
from partnership.accounts.mail import Mail
from partnership.accounts.models import User
from tests.partnership.accounts.conftest import PASSWORD, SignIn

UNKNOWN = "nobody@example.org"


def visible(response: object) -> tuple[int, str, str]:
    """Return what a visitor sees, without what differs between any two requests."""
    text = response.content.decode()
    kept = [line for line in text.splitlines() if "csrfmiddlewaretoken" not in line]
    page = "\n".join(kept).replace(UNKNOWN, "ADDRESS").replace("anna@example.org", "ADDRESS")
    return response.status_code, response.headers.get("Location", ""), page


def test_signing_in_answers_the_same(anna: User, try_to_sign_in: SignIn) -> None:
    known = visible(try_to_sign_in(anna.email, "wrong"))

    assert known == visible(try_to_sign_in(UNKNOWN, "wrong"))


def test_asking_for_a_password_answers_the_same(
    client: Client, anna: User, postbox: list[Mail]
) -> None:
    path = reverse("account_reset_password")

    answers = [client.post(path, {"email": email}) for email in (anna.email, UNKNOWN)]

    assert visible(answers[0]) == visible(answers[1])
    assert visible(client.get(answers[0].url)) == visible(client.get(answers[1].url))
    assert [mail.to for mail in postbox] == [anna.email]


def test_asking_too_often_answers_the_same(
    client: Client, anna: User, postbox: list[Mail], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(caches._connections, "default", LocMemCache("steady", {}))
    path = reverse("account_reset_password")

    for email in (anna.email, UNKNOWN):
        answers = [client.post(path, {"email": email}).status_code for _attempt in range(4)]
        assert answers == [302, 302, 302, 429]
    assert len(postbox) == 3


def test_a_closed_or_unconfirmed_account_answers_the_same(
    client: Client, ming: User, anna: User, try_to_sign_in: SignIn, postbox: list[Mail]
) -> None:
    unknown = visible(try_to_sign_in(UNKNOWN, "wrong"))
    EmailAddress.objects.update(verified=False)
    assert visible(try_to_sign_in(anna.email, "wrong")) == unknown

    actions.deactivate(anna, by=ming)

    assert visible(try_to_sign_in(anna.email, "wrong")) == unknown
    client.post(reverse("account_reset_password"), {"email": anna.email})
    assert postbox == []


def test_nothing_is_sent_to_an_unknown_address(
    client: Client, db: None, postbox: list[Mail]
) -> None:
    client.post(reverse("account_reset_password"), {"email": UNKNOWN})

    assert postbox == []
    assert not EmailAddress.objects.exists()


def test_an_unknown_address_costs_a_hash_too(
    anna: User, try_to_sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashed: list[str] = []
    original = MD5PasswordHasher.encode

    def counted(self: MD5PasswordHasher, password: str, salt: str) -> str:
        hashed.append(password)
        return original(self, password, salt)

    monkeypatch.setattr(MD5PasswordHasher, "encode", counted)
    invited = User.objects.create_user("invited@example.org")
    counts = []
    for email in (anna.email, UNKNOWN, invited.email):
        hashed.clear()
        try_to_sign_in(email, "wrong")
        counts.append(len(hashed))

    assert counts[0] == counts[1] == counts[2] >= 1


class SlowEnoughHasher(PBKDF2PasswordHasher):
    """Takes long enough for a missing hash to show, and short enough for a test."""

    iterations = 30_000


def seconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def test_known_and_unknown_take_about_as_long(
    anna: User, try_to_sign_in: SignIn, settings: LazySettings
) -> None:
    settings.PASSWORD_HASHERS = [f"{__name__}.SlowEnoughHasher"]
    settings.ACCOUNT_RATE_LIMITS = {"login": None, "login_failed": None}
    anna.set_password(PASSWORD)
    anna.save()
    known, unknown = [], []
    for number in range(10):  # in turns, so that a busy machine slows both
        ip = f"203.0.113.{number}"
        known.append(seconds(lambda ip=ip: try_to_sign_in(anna.email, "wrong", ip=ip)))
        unknown.append(seconds(lambda ip=ip: try_to_sign_in(UNKNOWN, "wrong", ip=ip)))

    ratio = statistics.median(known) / statistics.median(unknown)
    assert 0.7 < ratio < 1.4
