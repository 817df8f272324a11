"""Subjects that come by themselves: places, themes, and what apps above declare."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from django.db import models

from partnership.core.languages import CHINESE, ENGLISH
from partnership.reference.models import Place, PlaceAlias, Theme
from partnership.search.language.characters import HAN

PLACE: Final = "#p"  # begins the lexeme of a place
THEME: Final = "#t"  # begins the lexeme of a theme
UNITS: Final = (
    "特别行政区",
    "壮族自治区",
    "首都特区",
    "自治区",
    "直辖市",
    "省",
    "市",
    "州",
    "府",
    "县",
    "区",
)


class Named(NamedTuple):
    """A subject with its names; `broader` are keys of subjects it lies within."""

    key: str
    names: tuple[tuple[str, str], ...]  # of language and text; the first of each is shown
    broader: tuple[str, ...] = ()


@dataclass(frozen=True)
class NameSource:
    """Where names come from: `columns` are those of each table that hold them. Proper names are no
    part of a longer word. Where there `are_many`, they become subjects with the end of the transaction
    that writes them, so that loading a thousand does not make the glossary a thousand times."""

    rows: Callable[[], Iterator[Named]]
    columns: Mapping[type[models.Model], tuple[str, ...]]
    are_proper: bool = True
    are_many: bool = False


_sources: list[NameSource] = []


def register(source: NameSource) -> None:
    """Enter a source of names; an app does so when its `search_entries.py` is imported."""
    _sources.append(source)


def sources() -> tuple[NameSource, ...]:
    return tuple(_sources)


def place_key(primary_key: int) -> str:
    return f"{PLACE}{primary_key}"


def place_of(key: str) -> int | None:
    """Return which place a subject is; None where it is something else."""
    return int(key.removeprefix(PLACE)) if key.startswith(PLACE) else None


def _places() -> Iterator[Named]:
    aliases: dict[int, list[tuple[str, str]]] = {}
    for place, language, text in PlaceAlias.objects.values_list("place_id", "language", "text"):
        aliases.setdefault(place, []).append((language, text))
    columns = ("name_zh_hans", "full_name_zh_hans", "name_en", "full_name_en", "name_local")
    rows: Any = Place.objects.values_list("pk", "country_id", "province_id", *columns)
    for pk, country, province, *texts in rows.order_by("pk"):
        zh, full_zh, en, full_en, local = (text or "" for text in texts)
        names = [(CHINESE, zh), (CHINESE, short_form(zh)), (CHINESE, full_zh)]
        names += [(ENGLISH, en), (ENGLISH, full_en), _in_its_script(local), *aliases.get(pk, [])]
        within = tuple(place_key(key) for key in (country, province) if key and key != pk)
        yield Named(place_key(pk), _each_once(names), within)


def short_form(name: str) -> str:
    """Return a Chinese name without the kind of unit: 浙江省 is 浙江."""
    for unit in UNITS:
        if name.endswith(unit) and len(name) - len(unit) > 1:
            return name.removesuffix(unit)
    return name


def _in_its_script(name: str) -> tuple[str, str]:
    return (CHINESE if HAN.search(name) else ENGLISH, name)


def _each_once(names: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(dict.fromkeys((language, text) for language, text in names if text))


def _themes() -> Iterator[Named]:
    for pk, zh, en in Theme.objects.values_list("pk", "name_zh_hans", "name_en").order_by("pk"):
        yield Named(f"{THEME}{pk}", ((CHINESE, zh), (ENGLISH, en)))


NAMES: Final = ("name_zh_hans", "name_en")
FULL_NAMES: Final = ("full_name_zh_hans", "full_name_en", "name_local")
register(NameSource(_places, {Place: (*NAMES, *FULL_NAMES), PlaceAlias: ("text",)}))
register(NameSource(_themes, {Theme: NAMES}, are_proper=False))
