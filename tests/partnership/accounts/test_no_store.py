"""No cache keeps what was written for one person."""

import pytest
from django.test import Client
from django.urls import reverse

from partnership.accounts.models import User


@pytest.mark.parametrize(
    "name", ["account_profile", "account_sessions", "mfa_index", "account_logout", "account_login"]
)
def test_pages_of_the_account_are_not_kept(client: Client, anna: User, name: str) -> None:
    client.force_login(anna)

    assert "no-store" in client.get(reverse(name)).headers["Cache-Control"]


def test_the_admin_is_not_kept(client: Client, ming: User) -> None:
    client.force_login(ming)

    assert "no-store" in client.get(reverse("admin:index")).headers["Cache-Control"]


def test_the_sign_in_page_is_not_kept(client: Client, db: None) -> None:
    assert "no-store" in client.get(reverse("account_login")).headers["Cache-Control"]


def test_public_pages_may_be_kept(client: Client, anna: User) -> None:
    client.force_login(anna)

    assert "no-store" not in client.get("/zh-hans/").headers.get("Cache-Control", "")
