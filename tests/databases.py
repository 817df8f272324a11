"""A database with every migration, made once and copied by each worker, today's and tomorrow's.

To migrate an empty one takes longer than most calls of the tests do altogether. The name of the
original tells what it was made from; when that changes, another is made and the old one dropped.
"""

import ast
import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import psycopg2
from psycopg2.extensions import ISOLATION_LEVEL_AUTOCOMMIT, cursor

from embedded.postgresql import programs

ROOT: Final = Path(__file__).resolve().parents[1]
BEGINNING: Final = "migrated_"
ONE_AT_A_TIME: Final = 7_311_204  # the number of the lock, of no meaning


def original() -> str:
    """Return the name of the database to copy, made now if it is not there yet."""
    name = BEGINNING + _made_from()
    with (
        closing(psycopg2.connect(os.environ["DATABASE_URL"])) as connection,
        connection.cursor() as server,
    ):
        connection.set_isolation_level(ISOLATION_LEVEL_AUTOCOMMIT)
        server.execute("SELECT pg_advisory_lock(%s)", [ONE_AT_A_TIME])
        known = _known(server)
        if name not in known:
            for old in known:
                server.execute(f'DROP DATABASE "{old}"')
            _make(server, name)
    return name


def write_down(file: Path) -> None:
    """Write into `file` what makes the same in a server of its own, for tests that start one.

    It is read from a copy, since nobody may be connected to a database that is copied.
    """
    with copied(f"read_from_{os.getpid()}") as address:
        command = [programs() / "pg_dump", "--no-owner", "--no-privileges", "--no-comments"]
        subprocess.run([*command, f"--file={file}", address], check=True)


@contextmanager
def copied(name: str) -> Iterator[str]:
    """Yield the address of a copy called `name`, which goes at the end; one that was left goes first."""
    template = original()
    with (
        closing(psycopg2.connect(os.environ["DATABASE_URL"])) as connection,
        connection.cursor() as server,
    ):
        connection.set_isolation_level(ISOLATION_LEVEL_AUTOCOMMIT)
        server.execute(f'DROP DATABASE IF EXISTS "{name}"')
        server.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        try:
            yield _address_of(name)
        finally:
            server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def fill(address: str, file: Path) -> None:
    """Make in the empty database at `address` what was written into `file`."""
    command = [programs() / "psql", "--quiet", "--no-psqlrc", "--set=ON_ERROR_STOP=1"]
    subprocess.run([*command, f"--file={file}", address], stdout=subprocess.DEVNULL, check=True)


def settle(address: str) -> None:
    """Do what autovacuum does after many new rows; the server of tests never does so by itself."""
    with closing(psycopg2.connect(address)) as connection, connection.cursor() as server:
        connection.set_isolation_level(ISOLATION_LEVEL_AUTOCOMMIT)
        server.execute("VACUUM ANALYZE")


def _address_of(name: str) -> str:
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()


def _known(server: cursor) -> list[str]:
    server.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [BEGINNING])
    return [row[0] for row in server.fetchall()]


def _make(server: cursor, name: str) -> None:
    """Make it under another name: one whose making was cut off is never copied."""
    unfinished = f"un{name}"
    server.execute(f'DROP DATABASE IF EXISTS "{unfinished}"')
    server.execute(f'CREATE DATABASE "{unfinished}"')
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity", "0"],
        cwd=ROOT,
        env=os.environ
        | {
            "DATABASE_URL": _address_of(unfinished),
            "DJANGO_SETTINGS_MODULE": "partnership.settings.test",
        },
        check=True,
    )
    server.execute(f'ALTER DATABASE "{unfinished}" RENAME TO "{name}"')


def _made_from() -> str:
    """Return the sum of migrations, of what they import, of settings and of the locked packages."""
    migrations = set(ROOT.glob("*/migrations/*.py")) | set(ROOT.glob("*/*/migrations/*.py"))
    files = {ROOT / "requirements.txt", ROOT / "partnership" / "settings" / "base.py", *migrations}
    for migration in migrations:
        files.update(_imported(migration))
    sums = "".join(hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(files))
    return hashlib.sha256(sums.encode()).hexdigest()[:12]


def _imported(file: Path) -> Iterator[Path]:
    """Yield the project's own modules that a file imports."""
    for node in ast.walk(ast.parse(file.read_bytes())):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
        for name in names:
            module = ROOT.joinpath(*name.split(".")).with_suffix(".py")
            if module.is_file():
                yield module
