"""From the data of a file to the fields of the models."""

from collections.abc import Mapping
from typing import Any

from cases.demo.shape import CASE, Shape
from partnership.core import languages

SUFFIXES = {
    "zh": languages.SUFFIXES[languages.CHINESE],
    "en": languages.SUFFIXES[languages.ENGLISH],
}
RELATED = ("source", "place")


def case_values(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of the case itself."""
    values = fields(data, CASE)
    for key in ("published", "themes", "slug", "slug_zh"):
        values.pop(key)
    return values | {"slug_zh_hans": data["slug_zh"], "slug_en": data["slug"], "is_demo": True}


def row_values(data: Mapping[str, Any], kind: str) -> dict[str, Any]:
    """Return the fields of one row; `source` and `place` still are keys and codes."""
    values = fields(data, CASE.rows[kind])
    baseline = data.get("baseline")
    if baseline:
        values["baseline_value"] = baseline["value"]
        values |= _texts("baseline_note", baseline.get("note"))
    return values


def fields(data: Mapping[str, Any], shape: Shape) -> dict[str, Any]:
    """Return every key of the shape as field values; what is left out is emptied."""
    values: dict[str, Any] = {}
    for key in shape.words:
        values[key] = data.get(key) or ""
    for key in shape.dates:
        values[key] = str(data.get(key) or "")
    for key in shape.numbers:
        values[key] = data.get(key)
    for key in shape.lists:
        values[key] = data.get(key) or []
    for key in shape.texts:
        values |= _texts(key, data.get(key))
    return values


def _texts(key: str, pair: Mapping[str, str] | None) -> dict[str, str]:
    return {
        f"{key}_{suffix}": (pair or {}).get(code, "").strip() for code, suffix in SUFFIXES.items()
    }
