"""A result as it is kept in a report, and back into the classes it came from."""

import hashlib
import json
from typing import Any

from monitoring.results.packing import packed, unpacked
from monitoring.results.shapes import AreaResult


def frozen(result: AreaResult) -> dict[str, Any]:
    """Return a whole result as plain lists, texts and numbers."""
    figures, details = packed(result)
    return figures | details


def thawed(content: dict[str, Any]) -> AreaResult:
    """Return the result that `frozen` was given."""
    return unpacked(content)


def check_sum(content: dict[str, Any]) -> str:
    """Return a hash of some content, the same whatever the order of its keys."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
