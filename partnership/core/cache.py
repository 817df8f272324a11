"""A cache that fails open: whatever happens to the server, the portal only misses its help.

Nothing correct may depend on the cache, so an error is answered as a miss. After an error the
server is left alone for some seconds: a hung server must not cost every call its time-out.
"""

import logging
import time
from collections.abc import Callable
from functools import wraps
from typing import Any, Final

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)

LEFT_ALONE_FOR: Final = 5.0  # seconds without a call after an error
LOGGED_EVERY: Final = 60.0  # seconds

Answer = Callable[..., Any]


class Breaker:
    """Remembers, for the whole process, until when the server is left alone."""

    def __init__(self) -> None:
        self.closed_at = 0.0
        self.logged_at = -LOGGED_EVERY

    @property
    def is_open(self) -> bool:
        return time.monotonic() < self.closed_at

    def trip(self, error: Exception) -> None:
        now = time.monotonic()
        self.closed_at = now + LEFT_ALONE_FOR
        if now - self.logged_at >= LOGGED_EVERY:
            self.logged_at = now
            logger.warning("The cache does not answer (%s); going on without it.", error)


breaker = Breaker()


def or_miss(method: Answer, miss: Answer) -> Answer:
    """Return `method`, answering with `miss` (same arguments) when the server fails."""

    @wraps(method)
    def attempt(*args: Any, **kwargs: Any) -> Any:
        if breaker.is_open:
            return miss(*args, **kwargs)
        try:
            return method(*args, **kwargs)
        except (RedisError, OSError) as error:
            breaker.trip(error)
            return miss(*args, **kwargs)

    return attempt


def _default(_cache: RedisCache, _key: str, default: Any = None, version: Any = None) -> Any:
    return default


def _missing(_cache: RedisCache, key: str, *_args: Any, **_kwargs: Any) -> None:
    raise ValueError(f"Key {key!r} not found")  # what Django says of a key that is not there


def _always(value: Any) -> Answer:
    return lambda *_args, **_kwargs: value() if callable(value) else value


class FailOpenRedisCache(RedisCache):
    """Django's Redis cache whose every error is a miss.

    `add` then says yes: it asks "am I the first?", and without a memory everybody is.
    """

    add = or_miss(RedisCache.add, _always(True))
    get = or_miss(RedisCache.get, _default)
    set = or_miss(RedisCache.set, _always(None))
    touch = or_miss(RedisCache.touch, _always(False))
    delete = or_miss(RedisCache.delete, _always(False))
    get_many = or_miss(RedisCache.get_many, _always(dict))
    has_key = or_miss(RedisCache.has_key, _always(False))
    incr = or_miss(RedisCache.incr, _missing)
    set_many = or_miss(RedisCache.set_many, _always(list))
    delete_many = or_miss(RedisCache.delete_many, _always(None))
    clear = or_miss(RedisCache.clear, _always(False))
