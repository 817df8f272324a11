"""Which pages may be kept for everyone, and how long a process remembers them."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from partnership.core import layered_cache, page_cache


def answer(content: str = "<p>", **headers: str) -> HttpResponse:
    response = page_cache.public_page(lambda _request: HttpResponse(content))(
        RequestFactory().get("/")
    )
    for name, value in headers.items():
        response.headers[name.replace("_", "-")] = value
    return response


def test_a_page_for_everyone_may_be_kept() -> None:
    assert page_cache.may_be_kept(answer(Content_Security_Policy="script-src 'self'"))


@pytest.mark.parametrize(
    "response",
    [
        HttpResponse("not declared"),
        answer(Content_Security_Policy="script-src 'self' 'nonce-abc'"),
        answer('<input type="hidden" name="csrfmiddlewaretoken" value="x">'),
        answer(Vary="Accept, cookie"),
        answer(Cache_Control="private, no-store"),
        answer("x" * (page_cache.LARGEST_PAGE + 1)),
    ],
    ids=["undeclared", "nonce", "token", "vary", "private", "large"],
)
def test_a_page_with_something_of_one_visitor_may_not(response: HttpResponse) -> None:
    assert not page_cache.may_be_kept(response)


def test_a_page_that_sets_a_cookie_or_is_no_success_may_not() -> None:
    with_cookie, missing = answer(), answer()
    with_cookie.set_cookie("a", "b")
    missing.status_code = 404

    assert not page_cache.may_be_kept(with_cookie)
    assert not page_cache.may_be_kept(missing)


def test_the_memory_of_a_process_keeps_what_was_used_last(monkeypatch: pytest.MonkeyPatch) -> None:
    memory = layered_cache.Memory(most=2, kept_for=10)
    for key in ("a", "b"):
        memory.set(key, key)
    memory.get("a")
    memory.set("c", "c")

    assert [memory.get(key) for key in ("a", "b", "c")] == ["a", None, "c"]


def test_the_memory_of_a_process_forgets(monkeypatch: pytest.MonkeyPatch) -> None:
    memory = layered_cache.Memory(kept_for=-1)
    memory.set("a", "a")

    assert memory.get("a") is None
    assert not memory.entries
