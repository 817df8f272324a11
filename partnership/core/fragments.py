"""Parts of pages as HTML, each kept by itself: a list is put together from cards made before.

A part is kept by its kind, its language and what the caller calls it, usually key and version of an
object. That covers the object's own texts; `shows` names the apps of whose content it shows more,
such as names of places. Where nothing may be kept (see `publication_version`), every part is made.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from django.conf import settings
from django.core.cache import cache
from django.utils.safestring import SafeString, mark_safe

from partnership.core import layered_cache, publication_version
from partnership.core.publication_version import Version

Name = TypeVar("Name")
Piece = TypeVar("Piece")
Make = Callable[[list[Name]], Mapping[Name, str]]


def kept_or_made(
    kind: str,
    language: str,
    names: Sequence[Name],
    make: Make[Name],
    *,
    shows: Sequence[str] = (),
) -> list[SafeString]:
    """Return the parts called `names`, in their order, making those that are missing at once.

    `make` returns the HTML of the names it is given; a name it leaves out is left out.
    """
    version = _version()
    if version is None:
        made = make(list(names))
        return [mark_safe(made[name]) for name in names if name in made]  # noqa: S308
    keys = {name: _key(kind, language, str(name), version.of(*shows)) for name in names}
    kept = cache.get_many(keys.values())
    fresh = make([name for name, key in keys.items() if key not in kept])
    new = {keys[name]: str(html) for name, html in fresh.items()}
    if new:
        cache.set_many(new)
    parts = {**kept, **new}
    return [mark_safe(parts[key]) for key in keys.values() if key in parts]  # noqa: S308


def kept(
    kind: str, language: str, name: str, make: Callable[[], Piece], *, shows: Sequence[str] = ()
) -> Piece:
    """Return one piece of any type, made when it is missing; the process remembers it as well.

    For what is asked for again and again, such as the counts beside a list.
    """
    version = _version()
    if version is None:
        return make()
    key = _key(kind, language, name, version.of(*shows))
    piece: Piece | None = layered_cache.get(key)
    if piece is None:
        piece = make()
        layered_cache.set(key, piece)
    return piece


def keep(kind: str, name: str, piece: object, *, shows: Sequence[str] = ()) -> None:
    """Keep a piece that reads alike in all languages and was made before anybody asked for it."""
    version = _version()
    if version is not None:
        layered_cache.set(_key(kind, "", name, version.of(*shows)), piece)


def _version() -> Version | None:
    return publication_version.for_parts() if settings.FRAGMENT_CACHE else None


def _key(*parts: str) -> str:
    return f"part:{hashlib.blake2b(repr(parts).encode(), digest_size=16).hexdigest()}"
