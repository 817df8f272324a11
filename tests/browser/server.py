"""A portal of its own for the browser: an own database with the demo content, a real web server."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg2
import psycopg2.errors

from tests import databases

ROOT = Path(__file__).resolve().parents[2]
PREPARATION = ["load_demo"]  # which loads the reference data first
PATIENCE = 60  # seconds until a server must answer, or let go of a database


@contextmanager
def portal(log: Path) -> Iterator[str]:
    """Yield the address of a running portal; it and its database are gone afterwards."""
    administration, database = os.environ["DATABASE_URL"], database_name()
    recreate(administration, database, template=databases.original())
    port = free_port()
    manage(*PREPARATION)
    databases.settle(database_url())
    environment = {
        **settings(),
        "DJANGO_SETTINGS_MODULE": "partnership.settings.browser",
        "SITE_URL": f"http://127.0.0.1:{port}",
    }
    with log.open("wb") as output, running(port, environment, output) as process:
        wait_until_up(f"http://127.0.0.1:{port}/healthz", process, log)
        yield f"http://127.0.0.1:{port}"
    recreate(administration, database, anew=False)


def manage(*command: str) -> None:
    """Run a command in the portal's database; workers there are none, so what they do is run so."""
    arguments = [sys.executable, "manage.py", *command, "--verbosity", "0"]
    subprocess.run(arguments, cwd=ROOT, env=settings(), check=True)


def settings() -> dict[str, str]:
    return os.environ | {
        "DATABASE_URL": database_url(),
        "DJANGO_SETTINGS_MODULE": "partnership.settings.test",
    }


@contextmanager
def running(
    port: int, environment: dict[str, str], output: object
) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "granian", "partnership.wsgi:application"]
    command += ["--interface", "wsgi", "--no-ws", "--host", "127.0.0.1", "--port", str(port)]
    command += ["--workers", "1", "--blocking-threads", "4"]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdout=output,
        stderr=subprocess.STDOUT,  # type: ignore[call-overload]
    )
    try:
        yield process
    finally:
        process.terminate()
        process.wait(timeout=20)


def database_name() -> str:
    return f"{urlsplit(os.environ['DATABASE_URL']).path[1:]}_browser"


def database_url() -> str:
    parts = urlsplit(os.environ["DATABASE_URL"])
    return parts._replace(path=f"/{database_name()}").geturl()


def rows(sql: str, *values: object) -> list[tuple]:
    """Return what a statement finds in the portal's database; changes are kept."""
    connection = psycopg2.connect(database_url())
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        found = cursor.fetchall() if cursor.description else []
    connection.close()
    return found


def recreate(url: str, database: str, *, anew: bool = True, template: str = "template1") -> None:
    """Drop a database of the tests' own and make it again when `anew`, as a copy of `template`."""
    connection = psycopg2.connect(url)
    connection.autocommit = True
    with connection.cursor() as cursor:
        _drop(cursor, database)
        if anew:
            cursor.execute(f"CREATE DATABASE {database} TEMPLATE {template}")
    connection.close()


def _drop(cursor: Any, database: str) -> None:
    """PostgreSQL tidies up behind many new rows by a process nobody else may end; it ends soon."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            cursor.execute(f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")
        except psycopg2.errors.InsufficientPrivilege:
            if time.monotonic() > deadline:
                raise
            time.sleep(1)
        else:
            return


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_until_up(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=2).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"The portal did not start:\n{log.read_text(errors='replace')[-3000:]}")
