"""The servers that are measured: same code and middleware, with and without caches."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.browser.server import ROOT, free_port, wait_until_up


@dataclass(frozen=True)
class Server:
    """A running server: its address and the number of its main process."""

    address: str
    pid: int


def environment(database: str, caches: str = "none") -> dict[str, str]:
    """Return the environment of a process that works on `database`."""
    own = {"DJANGO_SETTINGS_MODULE": "tests.bench.settings", "BENCH_CACHES": caches}
    return {**os.environ, **own, "DATABASE_URL": database}


@contextmanager
def serving(folder: Path, database: str, caches: str) -> Iterator[Server]:
    """Run granian with two workers of four threads. `caches`: none, fragments or pages."""
    port = free_port()
    command = [sys.executable, "-m", "granian", "partnership.wsgi:application"]
    command += ["--interface", "wsgi", "--no-ws", "--host", "127.0.0.1", "--port", str(port)]
    command += ["--workers", "2", "--blocking-threads", "4"]
    log = folder / f"web-{port}.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment(database, caches),
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        wait_until_up(f"http://127.0.0.1:{port}/healthz", process, log)
        yield Server(f"http://127.0.0.1:{port}", process.pid)
    finally:
        process.terminate()
        process.wait(timeout=20)
