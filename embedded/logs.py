"""Log files of the processes: a new one at each start, the last few kept."""

from itertools import pairwise
from pathlib import Path

KEPT = 3


def fresh(folder: Path, name: str) -> Path:
    """Move the older logs of this name on by one and return the path of the new one."""
    folder.mkdir(parents=True, exist_ok=True)
    current = folder / f"{name}.log"
    older = [current, *(folder / f"{name}.log.{number}" for number in range(1, KEPT + 1))]
    for newer, aged in reversed(list(pairwise(older))):
        if newer.exists():
            newer.replace(aged)
    current.touch(mode=0o600)
    return current


def tail(path: Path, lines: int) -> list[str]:
    """Return the last lines that are not empty."""
    if not path.exists():
        return []
    text = path.read_text("utf-8", errors="replace")
    return [line for line in text.splitlines() if line.strip()][-lines:]
