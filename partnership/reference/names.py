"""What places and themes are called, for everything that labels codes.

A few hundred names that change rarely: each process keeps them for a minute, so that a changed
name may be seen that much later. A code that is not among them is looked for at once.
"""

import time
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import CharField, QuerySet, TextField, Value
from django.db.models.functions import Cast

from partnership.core import languages
from partnership.reference.models import Place, Theme
from partnership.reference.sort_keys import SORT_KEYS

KEPT_FOR: Final = 60.0  # seconds
THEME: Final = "theme"

Names = dict[str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class _Kept:
    names: Names
    until: float


_kept: dict[str, _Kept] = {}


def names_of(kind: str, codes: Iterable[str], language: str | None = None) -> dict[str, str]:
    """Return the names of those of `codes` that exist, in the order readers of the language
    expect. `kind` is `country`, `province`, `city` or `theme`."""
    wanted = set(codes)
    named = _among(names(language), kind, wanted)
    if len(named) < len(wanted) and not _are_known(wanted, names(language)):
        named = _among(names(language, fresh=True), kind, wanted)
    return named


def places_among(codes: Collection[str]) -> dict[str, str]:
    """Return the names of the places among `codes`: countries, then provinces, then cities."""
    found: dict[str, str] = {}
    for level in ("country", "province", "city"):
        found |= names_of(level, codes)
    return found


def _among(found: Names, kind: str, codes: set[str]) -> dict[str, str]:
    return {code: name for code, name in found.get(kind, {}).items() if code in codes}


def _are_known(codes: set[str], found: Names) -> bool:
    return codes <= set().union(*found.values())


def names(language: str | None = None, *, fresh: bool = False) -> Names:
    """Return all names by kind and code, from the process's memory unless `fresh` is asked for."""
    wanted = language or languages.current()
    kept = _kept.get(wanted)
    if fresh or kept is None or kept.until < time.monotonic():
        kept = _Kept(_read(wanted), time.monotonic() + KEPT_FOR)
        _kept[wanted] = kept
    return kept.names


def forget() -> None:
    """Drop what the process keeps."""
    _kept.clear()


def _read(language: str) -> Names:
    name, key = languages.column("name", language), SORT_KEYS[language]
    places: QuerySet[Any, Any] = QuerySet(Place).values_list("kind", "code", name, "position", key)
    themes: QuerySet[Any, Any] = QuerySet(Theme).values_list(
        Value(THEME, CharField()), "code", name, "position", Cast(Value(""), TextField())
    )
    rows = sorted(places.union(themes, all=True), key=lambda row: (row[3], row[4], row[1]))
    found: Names = {}
    for kind, code, label, _position, _key in rows:
        found.setdefault(kind, {})[code] = label
    return found
