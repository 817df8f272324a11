"""Has a file examined by a process that ends, with little memory and time.

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


def inspect(path: Path, name: str, out: Path) -> Inspection:
    """Examine the file at `path`, called `name` by whoever sent it; what is kept goes to `out`.

    Raises Busy when it was not this file's turn in time.
    """
    if not _one_at_a_time.acquire(timeout=PATIENCE):
        raise Busy
    try:
        return _examined(path, name, out)
    finally:
        _one_at_a_time.release()


def _examined(path: Path, name: str, out: Path) -> Inspection:
    """No answer, a wrong one or a late one all mean that the file was too hard."""
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and package, names as arguments
            [sys.executable, "-m", "checks", str(path), name, str(out)],
            cwd=Path(__file__).parent,
            env={key: os.environ[key] for key in ENVIRONMENT if key in os.environ},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS,
            check=True,
        )
        return Inspection(**json.loads(done.stdout))
    except (subprocess.SubprocessError, ValueError, TypeError):
        return Inspection(refused=Cause.TOO_HARD)
