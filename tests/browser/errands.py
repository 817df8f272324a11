"""What workers, clocks and the secretariat would do, done in the portal's database by a process that stays:
to start one anew takes seconds each time.

The process reads a script in each line and answers with what it said.
"""

import io
import json
import subprocess
import sys
import traceback
from contextlib import redirect_stdout

from tests.browser import server

_processes: list[subprocess.Popen[str]] = []


def run(script: str) -> str:
    """Run a script in the portal's database; return what it prints."""
    if not _processes:
        _processes.append(_started())
    process = _processes[0]
    assert process.stdin
    assert process.stdout
    process.stdin.write(json.dumps(script) + "\n")
    process.stdin.flush()
    said, fault = json.loads(process.stdout.readline())
    if fault:
        raise RuntimeError(fault)
    return str(said)


def command(name: str) -> None:
    """Run a command of manage.py."""
    run(f"from django.core.management import call_command; call_command({name!r}, verbosity=0)")


def close() -> None:
    """Let the process go, and its connection to the database with it."""
    while _processes:
        process = _processes.pop()
        process.communicate(timeout=server.PATIENCE)


def _started() -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.browser.errands"],
        cwd=server.ROOT,
        env=server.settings(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def _done(script: str) -> tuple[str, str]:
    """Return what a script said, and its fault if it had one."""
    said, fault = io.StringIO(), ""
    with redirect_stdout(said):
        try:
            exec(script, {"__name__": "errand"})  # noqa: S102 - of our own tests
        except Exception:  # noqa: BLE001 - whatever it is, the test is told
            fault = traceback.format_exc()
    return said.getvalue(), fault


def main() -> None:
    import django
    from django.db import connections
    from django.utils import translation

    django.setup()
    for line in sys.stdin:
        answer = _done(json.loads(line))
        translation.deactivate()
        connections.close_all()
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
