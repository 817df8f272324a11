"""Everything Django itself can say about the project: `python -m tests.project_checks`.

Starts the servers once for all commands, runs each, and fails when one of them does.
"""

import os
import subprocess
import sys
from pathlib import Path

from embedded import services
from tests import databases

ROOT = Path(__file__).resolve().parents[1]
DATABASE = "project_checks"
COMMANDS = (
    ("makemigrations", "--check", "--dry-run"),
    ("migrate", "--check"),
    ("lintmigrations", "--ignore-initial-migrations"),
    ("update_messages", "--check"),
    ("load_reference",),
    ("load_demo", "--check"),
)
PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "partnership.settings.base",
    "SECRET_KEY": "only-for-this-check-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEF",
    "ALLOWED_HOSTS": "portal.example.org",
}
DEPLOYMENT = ("check", "--deploy", "--fail-level", "WARNING")


def run(command: tuple[str, ...], environment: dict[str, str]) -> bool:
    """Run one command of manage.py and tell whether it was content."""
    sys.stdout.write(f"-- {' '.join(command)}\n")
    sys.stdout.flush()
    done = subprocess.run(
        [sys.executable, "manage.py", *command], cwd=ROOT, env=environment, check=False
    )
    return done.returncode == 0


def main() -> int:
    with services.ensure(purpose="test") as addresses:
        os.environ |= addresses
        with databases.copied(DATABASE) as address:
            testing = {
                **os.environ,
                "DATABASE_URL": address,
                "DJANGO_SETTINGS_MODULE": "partnership.settings.test",
            }
            content = [run(command, testing) for command in COMMANDS]
            content.append(run(DEPLOYMENT, {**testing, **PRODUCTION}))
    return 0 if all(content) else 1


if __name__ == "__main__":
    sys.exit(main())
