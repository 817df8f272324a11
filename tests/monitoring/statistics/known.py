"""The files of known answers."""

import json
from pathlib import Path
from typing import Any

DATA = Path(__file__).with_name("data")
SERIES = DATA / "series"
LAKE_GENEVA = DATA / "lake_geneva"


def read(name: str) -> Any:
    return json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
