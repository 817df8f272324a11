"""Databases of the benchmark's own: the demo content and copies of its cases."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from urllib.parse import urlsplit

from embedded import services
from tests.bench.server import ROOT, environment
from tests.browser.server import recreate
from tests.databases import settle

ORIGINAL = "portal_bench"
PREPARATION = (["migrate"], ["load_reference"], ["load_demo"])


@contextmanager
def collections(sizes: Sequence[int]) -> Iterator[dict[int, str]]:
    """Make a database for each number of cases, yield their addresses, drop them afterwards. The
    demo content is loaded once; the databases are copies of that one."""
    with services.ensure(purpose="test") as addresses:
        os.environ.update(addresses)
        administration = addresses["DATABASE_URL"]
        names = {size: f"portal_bench_{size}" for size in sizes}
        try:
            _prepare(administration)
            yield {size: _made(administration, name, size) for size, name in names.items()}
        finally:
            for name in (*names.values(), ORIGINAL):
                recreate(administration, name, anew=False)


def _prepare(administration: str) -> None:
    recreate(administration, ORIGINAL)
    for command in PREPARATION:
        manage(_address(administration, ORIGINAL), *command, "--verbosity", "0")


def _made(administration: str, name: str, size: int) -> str:
    recreate(administration, name, template=ORIGINAL)
    address = _address(administration, name)
    manage(address, "make_bench_cases", str(size))
    settle(address)
    return address


def _address(administration: str, name: str) -> str:
    return urlsplit(administration)._replace(path=f"/{name}").geturl()


def manage(database: str, *command: str) -> None:
    """Run a command of manage.py on a database of the benchmark."""
    subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env=environment(database),
        check=True,
        stdout=sys.stderr,
    )
