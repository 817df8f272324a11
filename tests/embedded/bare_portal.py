"""The portal under its real supervisor with its real programs, on tables alone.

Run as `python -m tests.embedded.bare_portal`, with TABLES naming a file of tests.databases. Demo
content, and even all migrations, take longer than a test may.
"""

import os
from pathlib import Path

from embedded import preparation, supervisor
from embedded.locks import FileLock
from tests import databases


def fill(addresses: dict[str, str], lock: FileLock) -> None:
    databases.fill(addresses["DATABASE_URL"], Path(os.environ["TABLES"]))


if __name__ == "__main__":
    preparation.run_apart = fill
    supervisor.tell_logins = lambda addresses: None
    supervisor.main()
