"""Has a file examined, or its pages turned, by a process that ends, with little memory and time.

A picture or archive that attacks its reader harms that process alone. A process of the portal
examines one file at a time; more than that wait, and go on waiting in quarantine.
"""

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Final

from partnership.documents.checks.refusal import Cause

SECONDS: Final = 20  # of the clock, on a busy machine
PATIENCE: Final = 30  # seconds until a file that waits for its turn is left to the sweep
ENVIRONMENT: Final = ("PATH", "LD_LIBRARY_PATH", "VIRTUAL_ENV")
ONLY_READ: Final = "--only-read"
_one_at_a_time = Lock()


class Busy(Exception):
    """Other files were being examined all the time."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was found. `refused` is empty for a file in order; `peak_kib` is the memory it took."""

    kind: str = ""
    refused: str = ""
    details: dict[str, object] = field(default_factory=dict)
    facts: dict[str, object] = field(default_factory=dict)
    seconds: float = 0.0
    peak_kib: int = 0


def inspect(path: Path, name: str, out: Path, *, only_read: bool = False) -> Inspection:
    """Examine the file at `path`, called `name` by whoever sent it; what is kept goes to `out`.

    `only_read`: it is a table whose content is taken over and which nobody fetches again. No answer, a
    wrong one or a late one all mean that the file was too hard. Raises Busy when it was not this file's turn in time.
    """
    arguments = [str(path), name, str(out), *([ONLY_READ] if only_read else [])]
    try:
        return Inspection(**json.loads(_apart("checks", *arguments)))
    except (subprocess.SubprocessError, ValueError, TypeError):
        return Inspection(refused=Cause.TOO_HARD)


def turned(path: Path, result: Path) -> bool:
    """Write the PDF at `path` to `result` with every page turned by a quarter; False if that fails.

    Raises Busy as above.
    """
    try:
        _apart("checks.turning", str(path), str(result))
    except subprocess.SubprocessError:
        return False
    return True


def _apart(module: str, *arguments: str) -> bytes:
    """Run a module of `checks` and return what it prints; an end with a fault, or a late one, raises."""
    if not _one_at_a_time.acquire(timeout=PATIENCE):
        raise Busy
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and package, names as arguments
            [sys.executable, "-m", module, *arguments],
            cwd=Path(__file__).parent,
            env={key: os.environ[key] for key in ENVIRONMENT if key in os.environ},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS,
            check=True,
        )
        return done.stdout
    finally:
        _one_at_a_time.release()
