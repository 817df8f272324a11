"""What passwords have to be like, in both profiles."""

from datetime import timedelta

import pytest
import time_machine
from django.conf import LazySettings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from partnership.accounts import conditions, passwords
from partnership.accounts.choices import Role
from partnership.accounts.models import FormerPassword, User
from tests.partnership.accounts.conftest import PASSWORD

MLPS, ASVS = "mlps", "asvs"


def refusals(password: str, user: User | None = None) -> set[str]:
    try:
        validate_password(password, user)
    except ValidationError as error:
        return {each.code for each in error.error_list}
    return set()


@pytest.mark.parametrize(
    ("profile", "password", "expected"),
    [
        (MLPS, "Koralle7Tang", set()),
        (MLPS, "Koralle7Tan", {"too_short"}),
        (MLPS, "korallentang7", {"too_simple"}),
        (MLPS, "korallen-tang7", set()),
        (ASVS, "korallentangwald", set()),
        (ASVS, "Koralle7Tang!!", {"too_short"}),
        (MLPS, "Password1234", {"password_too_common", "own_words"}),
        (MLPS, "Haiyang-Jiansu-2026", {"own_words"}),
        (ASVS, "marine.plastic.2026", {"own_words"}),
        (MLPS, "Haiyang-Koralle-2026", set()),
        (ASVS, "1357924680135792", set()),
    ],
)
def test_it_judges_by_the_profile(
    settings: LazySettings, profile: str, password: str, expected: set[str]
) -> None:
    settings.PASSWORD_PROFILE = profile

    assert refusals(password) - {"password_too_common"} == expected - {"password_too_common"}


def test_it_refuses_ones_own_data(anna: User) -> None:
    anna.email = "anna.korallentang@example.org"

    assert "password_too_similar" in refusals("Anna.Korallentang1", anna)


def test_mlps_refuses_the_last_five(anna: User, settings: LazySettings) -> None:
    used = [PASSWORD, *(f"Koralle-Tang-{number}" for number in range(5))]
    for password in used[1:]:
        anna.set_password(password)
        anna.save()

    assert [bool(refusals(password, anna)) for password in used] == [False] + [True] * 5
    assert FormerPassword.objects.filter(user=anna).count() == 5
    settings.PASSWORD_PROFILE = ASVS
    assert refusals("Koralle-Tang-44", anna) == set()


def test_asvs_keeps_no_former_passwords(anna: User, settings: LazySettings) -> None:
    settings.PASSWORD_PROFILE = ASVS
    anna.set_password("Koralle-Tang-44")
    anna.save()

    assert not FormerPassword.objects.exists()


def test_an_invited_person_has_no_former_password(wang: User) -> None:
    assert not FormerPassword.objects.filter(user=wang).exists()


@pytest.mark.parametrize(
    ("profile", "days", "counts"), [(MLPS, 89, True), (MLPS, 90, False), (ASVS, 400, True)]
)
def test_staff_roles_count_only_with_a_password_that_is_not_too_old(
    client: Client, ming: User, settings: LazySettings, profile: str, days: int, counts: bool
) -> None:
    settings.PASSWORD_PROFILE = profile
    with time_machine.travel(timezone.localtime() + timedelta(days=days)):
        client.force_login(ming)
        page = client.get(reverse("account_profile"))

        assert page.wsgi_request.user.has_role(Role.SECRETARIAT) is counts
        assert ("too old" in page.content.decode()) is not counts


def test_a_new_password_brings_the_roles_back(client: Client, ming: User) -> None:
    new = "Koralle-Tang-44"
    with time_machine.travel(timezone.localtime() + timedelta(days=91)):
        client.force_login(ming)
        response = client.get(reverse("admin:index"), follow=True)
        assert response.redirect_chain[-1][0] == reverse("account_change_password")

        client.post(
            reverse("account_change_password"),
            {"oldpassword": PASSWORD, "password1": new, "password2": new},
        )

        assert client.get(reverse("admin:index")).status_code == 200


def test_members_are_not_asked_for_new_ones(anna: User) -> None:
    with time_machine.travel(timezone.localtime() + timedelta(days=400)):
        assert conditions.unmet(anna) is None


def test_it_says_beforehand_what_is_wanted(
    client: Client, anna: User, settings: LazySettings
) -> None:
    client.force_login(anna)
    path = reverse("account_change_password")
    assert "At least 12 characters." in client.get(path).content.decode()
    assert "last 5 passwords" in client.get(path).content.decode()

    settings.PASSWORD_PROFILE = ASVS

    assert "At least 15 characters." in client.get(path).content.decode()
    assert "capitals" not in client.get(path).content.decode()


def test_a_long_text_is_judged_quickly() -> None:
    words = frozenset({"a", "aa", "aaa"})

    assert passwords.is_made_of("a" * 500, words)
    assert not passwords.is_made_of("a" * 500 + "b", words)
