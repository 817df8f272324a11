"""How often a password or a code may be tried."""

import json
from datetime import timedelta

import pytest
import time_machine
from axes.models import AccessAttempt
from django.conf import LazySettings
from django.core.cache import caches
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone, translation
from rest_framework.settings import api_settings

from partnership.accounts import limits
from partnership.accounts.models import User
from partnership.core.cache import FailOpenRedisCache
from partnership.core.choices import Verb
from partnership.core.models import AuditEvent
from tests.partnership.accounts.conftest import PASSWORD, SignIn, code, connect_app

HERE = "203.0.113.5"
ELSEWHERE = "198.51.100.7"


def fail(try_to_sign_in: SignIn, email: str, times: int, ip: str = HERE) -> list[int]:
    return [try_to_sign_in(email, "wrong", ip=ip).status_code for _attempt in range(times)]


def test_the_sixth_failure_is_one_too_many(anna: User, try_to_sign_in: SignIn) -> None:
    assert fail(try_to_sign_in, anna.email, 7) == [200] * 5 + [429] * 2
    assert try_to_sign_in(anna.email, PASSWORD, ip=HERE).status_code == 429


def test_the_right_person_enters_from_another_network(anna: User, try_to_sign_in: SignIn) -> None:
    fail(try_to_sign_in, anna.email, 6)

    assert try_to_sign_in(anna.email, PASSWORD, ip=ELSEWHERE).status_code == 302


def test_colleagues_in_the_same_network_enter_too(
    anna: User, ming: User, try_to_sign_in: SignIn
) -> None:
    fail(try_to_sign_in, anna.email, 6)

    assert try_to_sign_in(ming.email, PASSWORD, ip=HERE).status_code == 302


def test_the_spelling_of_the_address_gives_no_more_tries(
    anna: User, try_to_sign_in: SignIn
) -> None:
    fail(try_to_sign_in, "ANNA@example.org", 3)

    assert fail(try_to_sign_in, " anna@Example.org", 3) == [200, 200, 429]


def test_another_browser_gives_no_more_tries(client: Client, anna: User) -> None:
    values = {"login": anna.email, "password": "wrong"}
    answers = [
        client.post(
            reverse("account_login"), values, REMOTE_ADDR=HERE, headers={"User-Agent": f"b{number}"}
        ).status_code
        for number in range(6)
    ]

    assert answers[-1] == 429


def test_a_forged_forwarded_address_gives_no_more_tries(client: Client, anna: User) -> None:
    values = {"login": anna.email, "password": "wrong"}
    answers = [
        client.post(
            reverse("account_login"),
            values,
            REMOTE_ADDR=HERE,
            headers={"X-Forwarded-For": f"198.51.100.{number}"},
        ).status_code
        for number in range(6)
    ]

    assert answers[-1] == 429


def test_a_network_that_tries_many_addresses_is_closed(
    anna: User, try_to_sign_in: SignIn, settings: LazySettings
) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"login": None, "login_failed": None}
    answers = [
        try_to_sign_in(f"nobody{number}@example.org", "wrong").status_code for number in range(30)
    ]

    assert answers == [200] * 29 + [429]
    assert try_to_sign_in(anna.email, PASSWORD).status_code == 429
    assert try_to_sign_in(anna.email, PASSWORD, ip=ELSEWHERE).status_code == 302


def test_ones_own_success_does_not_free_the_way_for_more_guessing(
    anna: User, client: Client, try_to_sign_in: SignIn, settings: LazySettings
) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"login": None, "login_failed": None}
    for number in range(29):
        try_to_sign_in(f"nobody{number}@example.org", "wrong")
    try_to_sign_in(anna.email, PASSWORD)
    client.logout()

    assert try_to_sign_in("another@example.org", "wrong").status_code == 429


def test_a_success_forgets_ones_own_failures(
    anna: User, client: Client, try_to_sign_in: SignIn
) -> None:
    fail(try_to_sign_in, anna.email, 5)
    try_to_sign_in(anna.email, PASSWORD)
    client.logout()

    assert fail(try_to_sign_in, anna.email, 5) == [200] * 5


def test_the_way_opens_again_after_twenty_minutes_whoever_keeps_trying(
    anna: User, try_to_sign_in: SignIn
) -> None:
    start = timezone.localtime()
    with time_machine.travel(start):
        fail(try_to_sign_in, anna.email, 6)
    with time_machine.travel(start + timedelta(minutes=15)):
        assert fail(try_to_sign_in, anna.email, 3) == [429] * 3
    with time_machine.travel(start + timedelta(minutes=21)):
        assert try_to_sign_in(anna.email, PASSWORD).status_code == 302


def test_it_works_with_the_cache_down(
    anna: User, try_to_sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = FailOpenRedisCache("redis://127.0.0.1:1/0", {"OPTIONS": {"socket_connect_timeout": 0.2}})
    monkeypatch.setattr(caches._connections, "default", gone)

    assert fail(try_to_sign_in, anna.email, 6) == [200] * 5 + [429]
    assert try_to_sign_in(anna.email, PASSWORD, ip=ELSEWHERE).status_code == 302


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_page_says_when_to_come_back_and_what_to_do(
    anna: User, try_to_sign_in: SignIn, language: str
) -> None:
    with translation.override(language):
        fail(try_to_sign_in, anna.email, 5)
        response = try_to_sign_in(anna.email, "wrong")

        page = response.content.decode()
        assert response["Retry-After"] == "1200"
        assert reverse("account_reset_password") in page
        assert "20" in page
        assert ("Too many attempts" in page) == (language == "en")


def test_it_is_noted_once_that_the_way_was_closed(anna: User, try_to_sign_in: SignIn) -> None:
    fail(try_to_sign_in, anna.email, 8)

    assert AuditEvent.objects.about(anna).filter(verb=Verb.LOCKED_OUT).count() == 1


def test_nothing_that_was_typed_is_kept(anna: User, try_to_sign_in: SignIn) -> None:
    try_to_sign_in(anna.email, "wrong-secret")

    row = str(AccessAttempt.objects.values().get())
    assert "anna" not in row
    assert "wrong-secret" not in row


def test_the_admin_has_no_door_of_its_own(client: Client, anna: User) -> None:
    response = client.post(reverse("admin:login"), {"username": anna.email, "password": "x"})

    assert response.url.startswith(reverse("account_login"))


def test_the_api_takes_no_passwords() -> None:
    names = [method.__name__ for method in api_settings.DEFAULT_AUTHENTICATION_CLASSES]
    assert names == ["SessionAuthentication"]


def test_a_closed_way_is_told_to_the_api_as_json(rf: RequestFactory) -> None:
    response = limits.closed_response(rf.get("/api/v1/"))

    assert response.status_code == 429
    assert json.loads(response.content)["code"] == "too-many-attempts"


def test_wrong_present_passwords_count(client: Client, anna: User) -> None:
    client.force_login(anna)
    values = {"oldpassword": "wrong", "password1": "x", "password2": "x"}
    answers = [
        client.post(reverse("account_change_password"), values).status_code for _n in range(5)
    ]
    answers.append(client.post(reverse("account_reauthenticate"), {"password": "y"}).status_code)

    assert answers == [200] * 5 + [429]


def test_wrong_codes_count_even_with_the_cache_down(
    client: Client, anna: User, try_to_sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = FailOpenRedisCache("redis://127.0.0.1:1/0", {"OPTIONS": {"socket_connect_timeout": 0.2}})
    monkeypatch.setattr(caches._connections, "default", gone)
    connect_app(anna)
    try_to_sign_in(anna.email, PASSWORD)

    answers = [
        client.post(reverse("mfa_authenticate"), {"code": "000000"}, REMOTE_ADDR=HERE).status_code
        for _attempt in range(6)
    ]

    assert answers == [200] * 5 + [429]
    last = client.post(reverse("mfa_authenticate"), {"code": code()}, REMOTE_ADDR=HERE)
    assert last.status_code == 429
