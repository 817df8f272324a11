"""Watching processes from outside: what the tests of this folder have in common."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from embedded.environment import PROJECT

STEP = 0.02


def eventually(condition: Callable[[], object], seconds: float) -> bool:
    """Say whether the condition came true within so many seconds."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(STEP)
    return bool(condition())


def environment_without_services(**variables: str) -> dict[str, str]:
    """Return this environment without addresses of servers, so that embedded ones are used."""
    ours = {"DATABASE_URL", "REDIS_URL", "DJANGO_SETTINGS_MODULE", "PYTEST_XDIST_WORKER"}
    return {name: text for name, text in os.environ.items() if name not in ours} | variables


def processes_of(folder: Path) -> list[psutil.Process]:
    """Return the processes that name the folder in their command line or work in it."""
    return [process for process in psutil.process_iter() if _belongs(process, folder)]


def _belongs(process: psutil.Process, folder: Path) -> bool:
    try:
        named = any(str(folder) in word for word in process.cmdline())
        return process.pid != os.getpid() and (named or Path(process.cwd()).is_relative_to(folder))
    except (psutil.Error, OSError):
        return False


@contextmanager
def python(*arguments: str, **variables: str) -> Iterator[subprocess.Popen[str]]:
    """Run `.venv`'s Python in the project, and kill it at the end of the block."""
    with subprocess.Popen(
        [sys.executable, *arguments],
        cwd=PROJECT,
        env=environment_without_services(**variables),
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def line_starting_with(process: subprocess.Popen[str], start: str) -> str:
    """Read the process's output up to such a line; return it, or nothing if it never comes."""
    return next((line for line in process.stdout or () if line.startswith(start)), "")
