"""Processor time of a process and all its descendants, from /proc (Linux)."""

import os
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")


def _fields(pid: int) -> list[str]:
    text = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace")
    return text.rpartition(")")[2].split()


def family(root: int) -> list[int]:
    """Return `root` and the processes that descend from it."""
    parents = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                parents[int(folder.name)] = int(_fields(int(folder.name))[1])
            except (FileNotFoundError, ProcessLookupError):
                continue
    members = [root]
    for pid in members:
        members += [child for child, parent in parents.items() if parent == pid]
    return members


def seconds(root: int) -> float:
    """Return the processor seconds the family has used so far."""
    ticks = 0
    for pid in family(root):
        user, system = _fields(pid)[11:13]
        ticks += int(user) + int(system)
    return ticks / TICK
