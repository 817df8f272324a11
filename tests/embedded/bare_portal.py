"""The portal under its real supervisor with its real programs, on tables alone.

Run as `python -m tests.embedded.bare_portal`. Demo content takes longer to load than a test may.
"""

import os
import subprocess
import sys

from embedded import preparation, supervisor
from embedded.environment import PROJECT
from embedded.locks import FileLock

MIGRATE = [sys.executable, "manage.py", "migrate", "--verbosity=0"]


def migrate(addresses: dict[str, str], lock: FileLock) -> None:
    subprocess.run(MIGRATE, cwd=PROJECT, env=os.environ | addresses, check=True)


if __name__ == "__main__":
    preparation.run_apart = migrate
    supervisor.tell_logins = lambda addresses: None
    supervisor.main()
