"""A result as JSON, and back: what was frozen is read into the same classes it came from."""

import hashlib
import json
from dataclasses import asdict, fields, is_dataclass
from datetime import date
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from django.core.serializers.json import DjangoJSONEncoder

from monitoring.results.shapes import AreaResult
from monitoring.statistics.results import Period


def frozen(result: AreaResult) -> dict[str, Any]:
    """Return a result as plain lists, texts and numbers."""
    plain: dict[str, Any] = json.loads(json.dumps(asdict(result), cls=DjangoJSONEncoder))
    return plain


def thawed(content: dict[str, Any]) -> AreaResult:
    """Return the result that `frozen` was given."""
    result: AreaResult = _thawed(AreaResult, content)
    return result


def check_sum(content: dict[str, Any]) -> str:
    """Return a hash of some content, the same whatever the order of its keys."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _thawed(kind: Any, value: Any) -> Any:
    if value is None:
        return None
    outer, inner = get_origin(kind), get_args(kind)
    if outer in (Union, UnionType):
        return _thawed(next(each for each in inner if each is not NoneType), value)
    if outer is tuple:
        return _tuple(inner, value)
    return _object(kind, value) if is_dataclass(kind) else _plain(kind, value)


def _tuple(inner: tuple[Any, ...], value: list[Any]) -> tuple[Any, ...]:
    kinds = [inner[0]] * len(value) if inner[-1] is Ellipsis else inner
    return tuple(_thawed(kind, each) for kind, each in zip(kinds, value, strict=True))


def _object(kind: Any, value: dict[str, Any]) -> Any:
    hints = get_type_hints(kind)
    return kind(**{each.name: _thawed(hints[each.name], value[each.name]) for each in fields(kind)})


def _plain(kind: Any, value: Any) -> Any:
    if kind is Period:
        return Period(*map(date.fromisoformat, value))
    if kind is date:
        return date.fromisoformat(value)
    return kind(value) if isinstance(kind, type) and issubclass(kind, StrEnum) else value
