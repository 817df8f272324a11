"""Results as JSON and back, by the types of their classes."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from monitoring.results.shapes import AreaResult
from monitoring.statistics.results import Period

LONG = ("series", "items", "sea_series")  # parts that most readers do without
PLAIN = (float, int, str, NoneType)
Reader = Callable[[Any], Any]
Shape = TypeVar("Shape")


def packed(result: AreaResult) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the figures of a result, and apart from them its long parts."""
    whole = _plain(result)
    return {name: whole[name] for name in whole if name not in LONG}, {
        name: whole[name] for name in LONG
    }


def unpacked(figures: dict[str, Any], details: dict[str, Any] | None = None) -> AreaResult:
    """Return the result; without its details the long parts are empty."""
    result: AreaResult = _reader(AreaResult)(
        {**dict.fromkeys(LONG, ()), **figures, **(details or {})}
    )
    return result


def as_json(value: Any) -> Any:
    """Return a class of results as plain lists, texts and numbers."""
    return _plain(value)


def read_as(kind: type[Shape], plain: dict[str, Any]) -> Shape:
    """Return what `as_json` was given."""
    read: Reader = _reader(kind)  # type: ignore[arg-type]  # classes can be hashed
    found: Shape = read(plain)
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, PLAIN):
        return value
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return value
    return {name: _plain(getattr(value, name)) for name in _names(value.__class__)}


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind))


@cache
def _reader(kind: Any) -> Reader:
    """Return what makes a value of `kind` out of JSON."""
    if is_dataclass(kind):
        return _of_class(kind)
    arguments = [each for each in get_args(kind) if each is not Ellipsis]
    if get_origin(kind) is UnionType:
        (known,) = (_reader(each) for each in arguments if each is not NoneType)
        return lambda value: None if value is None else known(value)
    if get_origin(kind) is tuple and Ellipsis in get_args(kind):
        (each_one,) = map(_reader, arguments)
        return lambda value: tuple(map(each_one, value))
    if kind is Period:
        return lambda value: Period(*map(date.fromisoformat, value))
    return SIMPLE.get(kind) or SIMPLE.get(get_origin(kind)) or kind


def _of_class(kind: Any) -> Reader:
    """What has a default may be missing in what was stored before there was such a field."""
    hints = get_type_hints(kind)
    readers = {each.name: _reader(hints[each.name]) for each in fields(kind)}
    return lambda value: kind(
        **{name: read(value[name]) for name, read in readers.items() if name in value}
    )


SIMPLE: dict[Any, Reader] = {
    date: date.fromisoformat,
    tuple: tuple,
    dict: dict,
    float: float,
    str: str,
}
