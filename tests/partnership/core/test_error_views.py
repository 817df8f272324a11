"""What a visitor meets when something broke or is not there."""

import pytest
from django.db import DatabaseError, InterfaceError, OperationalError
from django.test import Client

PAGE, INTERFACE = "/en/contact/", "/api/v1/cases/"
BROKEN = "partnership.core.page_meta.PageMeta.of_request"
BROKEN_INTERFACE = "cases.filters.read"

pytestmark = pytest.mark.django_db


@pytest.fixture
def visitor() -> Client:
    return Client(raise_request_exception=False)


def breaks(monkeypatch: pytest.MonkeyPatch, fault: Exception) -> None:
    def fail(*_args: object, **_facts: object) -> None:
        raise fault

    monkeypatch.setattr(BROKEN, fail)
    monkeypatch.setattr(BROKEN_INTERFACE, fail)


@pytest.mark.parametrize("fault", [OperationalError("gone"), InterfaceError("closed")])
def test_a_database_that_is_away_is_answered_with_try_again(
    visitor: Client, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    breaks(monkeypatch, fault)

    response = visitor.get(PAGE)
    page = response.content.decode()

    assert response.status_code == 503
    assert int(response["Retry-After"]) > 0
    assert "门户暂时无法访问" in page
    assert "The portal is not available at the moment" in page


@pytest.mark.parametrize("fault", [ValueError("inner words"), DatabaseError("inner words")])
def test_any_other_fault_is_the_servers_own_in_both_languages(
    visitor: Client, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    breaks(monkeypatch, fault)

    response = visitor.get(PAGE)
    page = response.content.decode()

    assert response.status_code == 500
    assert "Retry-After" not in response
    assert "暂时无法显示本页" in page
    assert "This page cannot be shown at the moment" in page
    assert "inner words" not in page


@pytest.mark.parametrize(
    ("fault", "status", "code"),
    [(OperationalError("gone"), 503, "unavailable"), (ValueError("x"), 500, "server-error")],
)
def test_programs_are_answered_in_json(
    visitor: Client, monkeypatch: pytest.MonkeyPatch, fault: Exception, status: int, code: str
) -> None:
    breaks(monkeypatch, fault)

    response = visitor.get(INTERFACE)

    assert response.status_code == status
    assert response.json()["code"] == code
    assert set(response.json()["message"]) == {"zh-hans", "en"}


def test_programs_learn_in_json_that_there_is_nothing(visitor: Client) -> None:
    response = visitor.get("/api/v1/no-such-thing/")

    assert response.status_code == 404
    assert response.json()["code"] == "not-found"
