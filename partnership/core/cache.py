"""A cache that fails open: whatever happens to the server, the portal only misses its help.

Nothing correct may depend on the cache, so an error is answered as a miss. After an error the
server is left alone for some seconds: a hung server must not cost every call its time-out.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

from partnership.core.breaker import Breaker

Answer = Callable[..., Any]


breaker = Breaker("cache", open_for=5.0)


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
