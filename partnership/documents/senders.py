"""For which organisation a file is sent: it follows from what the file is for. Apps above declare in
`sent_for.py` how the organisation of their objects is found.

The file is found on its own, as Django's admin finds `admin.py`. This room knows no organisations,
only keys by which their room is counted.
"""

from collections.abc import Callable
from typing import Any

from django.db import models

Find = Callable[[Any], str]

_ways: dict[type[models.Model], Find] = {}


def register(model: type[models.Model], find: Find) -> None:
    """Enter how the key of the organisation behind an object is found; empty for none."""
    _ways[model] = find


def key_for(thing: models.Model | None) -> str:
    """Return the key of the organisation that a file for `thing` counts against; empty for none."""
    find = _ways.get(type(thing)) if thing is not None else None
    return find(thing) if find else ""
