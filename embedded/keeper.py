"""Runs one program for the supervisor and ends it, whole, when the supervisor ends in any way.

Its standard input is a pipe whose other end the supervisor holds. End of file there means: stop.
So an orderly stop and the death of the supervisor take the same path, on every system. Should the
keeper itself be killed, Linux tells the program to end.
"""

import argparse
import os
import selectors
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from types import FrameType

from embedded import identity

TICK = 0.2


class Keeper:
    def __init__(self, command: list[str], grace: float) -> None:
        self.grace = grace
        self.told_to_stop = False
        signal.signal(signal.SIGTERM, self._on_stop)
        self.program = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=identity.before_exec(None, Path.cwd(), signal.SIGTERM),  # noqa: PLW1509
        )

    def _on_stop(self, number: int, frame: FrameType | None) -> None:
        self.told_to_stop = True

    def run(self) -> int:
        """Return the program's exit code, 128 + n for the signal n."""
        with selectors.DefaultSelector() as selector:
            selector.register(sys.stdin, selectors.EVENT_READ)
            while self.program.poll() is None and not self.told_to_stop:
                if selector.select(TICK) and not os.read(sys.stdin.fileno(), 1):
                    self.told_to_stop = True
        code = self._end()
        return code if code >= 0 else 128 - code

    def _end(self) -> int:
        """Ask the program to end, then kill what is left of its process group."""
        self.program.terminate()
        with suppress(subprocess.TimeoutExpired):
            self.program.wait(self.grace)
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.program.pid, signal.SIGKILL)
        return self.program.wait()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--grace", type=float, default=8.0)
    parser.add_argument("command", nargs="+")
    arguments = parser.parse_args()
    sys.exit(Keeper(arguments.command, arguments.grace).run())


if __name__ == "__main__":
    main()
