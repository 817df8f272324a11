"""The cache fails open."""

import logging
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings
from django.core.cache.backends.redis import RedisCache

from partnership.core import breaker as breakers
from partnership.core import cache as subject
from partnership.core.breaker import Breaker
from partnership.core.cache import FailOpenRedisCache

NOBODY_LISTENS = "redis://127.0.0.1:1/0"


@pytest.fixture(autouse=True)
def breaker(monkeypatch: pytest.MonkeyPatch) -> Breaker:
    fresh = Breaker("cache", open_for=5.0)
    monkeypatch.setattr(subject, "breaker", fresh)
    return fresh


@pytest.fixture
def gone() -> FailOpenRedisCache:
    """A cache whose server is not there."""
    options = {"OPTIONS": {"socket_connect_timeout": 0.2}}
    return FailOpenRedisCache(NOBODY_LISTENS, options)


ANSWERS: list[tuple[str, Callable[[RedisCache], Any], Any]] = [
    ("add", lambda cache: cache.add("key", 1), True),
    ("get", lambda cache: cache.get("key", "default"), "default"),
    ("get without a default", lambda cache: cache.get("key"), None),
    ("set", lambda cache: cache.set("key", 1), None),
    ("touch", lambda cache: cache.touch("key"), False),
    ("delete", lambda cache: cache.delete("key"), False),
    ("get_many", lambda cache: cache.get_many(["key"]), {}),
    ("has_key", lambda cache: "key" in cache, False),
    ("set_many", lambda cache: cache.set_many({"key": 1}), []),
    ("delete_many", lambda cache: cache.delete_many(["key"]), None),
    ("clear", lambda cache: cache.clear(), False),
    ("get_or_set", lambda cache: cache.get_or_set("key", "computed"), "computed"),
]


@pytest.mark.parametrize(("name", "call", "miss"), ANSWERS, ids=[name for name, *_ in ANSWERS])
def test_an_error_is_a_miss(
    gone: FailOpenRedisCache, name: str, call: Callable[[RedisCache], Any], miss: Any
) -> None:
    assert call(gone) == miss


def test_counting_up_says_that_the_key_is_not_there(gone: FailOpenRedisCache) -> None:
    with pytest.raises(ValueError, match="not found"):
        gone.incr("key")


def test_stock_redis_cache_would_raise() -> None:
    with pytest.raises(Exception, match=r"[Cc]onne"):
        RedisCache(NOBODY_LISTENS, {}).get("key")


def test_it_leaves_a_failing_server_alone_for_a_while(
    gone: FailOpenRedisCache, breaker: Breaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone.get("key")
    assert breaker.is_open
    monkeypatch.setattr(FailOpenRedisCache, "_cache", property(lambda _self: pytest.fail("asked")))

    assert gone.get("key", "default") == "default"


def test_it_asks_the_server_again_later(
    gone: FailOpenRedisCache, breaker: Breaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone.get("key")
    later = breaker.closed_at + 0.1
    monkeypatch.setattr(breakers, "time", SimpleNamespace(monotonic=lambda: later))

    assert not breaker.is_open


def test_it_says_so_once_a_minute(
    breaker: Breaker, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    moments = iter([100.0, 130.0, 161.0])
    monkeypatch.setattr(breakers, "time", SimpleNamespace(monotonic=lambda: next(moments)))

    for _attempt in range(3):
        breaker.trip(ConnectionError("refused"))

    assert len(caplog.records) == 2


def test_it_keeps_and_returns_while_the_server_answers() -> None:
    cache = FailOpenRedisCache(settings.REDIS_URL, {"KEY_PREFIX": "test-cache"})
    cache.set("key", {"a": 1}, 5)

    assert cache.get("key") == {"a": 1}
    assert cache.add("key", 2) is False
    assert cache.delete("key") is True


def test_the_portal_uses_it() -> None:
    assert settings.CACHES["default"]["BACKEND"] == "partnership.core.cache.FailOpenRedisCache"
