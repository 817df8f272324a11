"""Input that no text of ours can hold."""

import json

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory

from partnership.core.middleware import input_guard


@pytest.mark.parametrize("path", ["/zh-hans/?q=%00", "/en/%00", "/en/?q=a%00b", "/zh-hans/?%00=1"])
def test_it_refuses_nul_in_an_address(db: None, client: Client, path: str) -> None:
    assert client.get(path).status_code == 400


def test_it_leaves_broken_utf8_in_an_address_to_the_page(client: Client, db: None) -> None:
    assert client.get("/en/?q=%ED%A0%80%FF").status_code == 200


@pytest.mark.parametrize(
    "body",
    [
        '{"a": "\\u0000"}',
        '{"a": ["\\ud800"]}',
        '{"\\udfff": 1}',
        "[" * 40 + "]" * 40,
        "[" * 100_000 + "]" * 100_000,
        '{"a": NaN}',
        '{"a": Infinity}',
        "{",
        "\xff",
    ],
)
def test_it_refuses_json_it_cannot_store(client: Client, body: str) -> None:
    response = client.post("/api/v1/anything/", body.encode("latin-1"), "application/json")

    assert response.status_code == 400
    assert response.json()["code"] == "bad-input"


def test_it_refuses_json_that_is_too_long(client: Client) -> None:
    body = json.dumps("x" * input_guard.LARGEST_JSON)

    assert client.post("/api/v1/anything/", body, "application/json").status_code == 400


def test_it_lets_ordinary_json_pass(client: Client) -> None:
    body = json.dumps({"name": "净滩", "rows": [[1, {"deep": [True, None]}]]})

    assert client.post("/api/v1/anything/", body, "application/json").status_code == 404


@pytest.mark.parametrize(
    "exception",
    [
        ValueError("A string literal cannot contain NUL (0x00) characters."),
        UnicodeEncodeError("utf-8", "\ud800", 0, 1, "surrogates not allowed"),
    ],
)
def test_it_turns_a_refusal_of_the_driver_into_400(
    rf: RequestFactory, exception: Exception
) -> None:
    middleware = input_guard.InputGuardMiddleware(lambda _request: HttpResponse())

    response = middleware.process_exception(rf.get("/api/v1/x/"), exception)

    assert response is not None
    assert response.status_code == 400


def test_it_lets_every_other_fault_surface(rf: RequestFactory) -> None:
    middleware = input_guard.InputGuardMiddleware(lambda _request: HttpResponse())

    assert middleware.process_exception(rf.get("/"), ValueError("something else")) is None


def test_it_names_the_request(client: Client) -> None:
    assert len(client.get("/healthz").headers["X-Request-ID"]) == 32
