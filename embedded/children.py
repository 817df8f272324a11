"""A program under the supervisor: started through a keeper, started again when it crashes."""

import subprocess
import sys
import time
from collections import deque
from pathlib import Path

from embedded import logs
from embedded.environment import PROJECT
from embedded.locks import FileLock
from embedded.programs import Program
from embedded.refusals import Refusal

CRASHES, CRASH_PERIOD = 5, 60.0  # so many ends within so many seconds end everything
FIRST_PAUSE = 1.0  # seconds before the first start anew; doubled each time
SHOWN_LINES = 15


class Child:
    """The lock is held by its keeper as well, so that the next start knows when all have ended."""

    def __init__(self, program: Program, log_folder: Path, lock: FileLock) -> None:
        self.program = program
        self.lock = lock
        self.log_folder = log_folder
        self.log = log_folder / f"{program.name}.log"
        self.keeper: subprocess.Popen[bytes] | None = None
        self.was_up = False
        self.ends: deque[float] = deque(maxlen=CRASHES)
        self.start_at = 0.0

    def start(self, environment: dict[str, str]) -> None:
        self.environment = environment
        self.log = logs.fresh(self.log_folder, self.program.name)
        self._spawn()

    def _spawn(self) -> None:
        with self.log.open("ab") as output:
            self.keeper = subprocess.Popen(
                [sys.executable, "-m", "embedded.keeper", *self._keeping()],
                cwd=PROJECT,
                env=self.environment,
                stdin=subprocess.PIPE,
                stdout=output,
                stderr=output,
                pass_fds=[self.lock.descriptor],
                start_new_session=True,
            )

    def _keeping(self) -> list[str]:
        return ["--grace", str(self.program.grace), "--", *self.program.command]

    def is_up(self) -> bool:
        self.was_up = self.was_up or self.program.is_up(self.log)
        return self.was_up

    def tend(self) -> str:
        """Start the program again when it has ended; return what there is to say about it.

        Raises Refusal for a program that never came up, or that ends again and again.
        """
        if self.keeper is None:
            if time.monotonic() >= self.start_at:
                self._spawn()
            return ""
        code = self.keeper.poll()
        if code is None:
            return ""
        self._let_go()
        self.ends.append(time.monotonic())
        if not self.was_up:
            raise self._failure(f"did not start (exit code {code})")
        if len(self.ends) == CRASHES and self.ends[-1] - self.ends[0] < CRASH_PERIOD:
            raise self._failure(f"ended {CRASHES} times within {CRASH_PERIOD:.0f} seconds")
        pause = FIRST_PAUSE * 2 ** (len(self.ends) - 1)
        self.start_at = time.monotonic() + pause
        return f"{self.program.name} ended (exit code {code}) and starts again in {pause:g} s"

    def _failure(self, what: str) -> Refusal:
        lines = "".join(f"\n  {line}" for line in logs.tail(self.log, SHOWN_LINES))
        return Refusal(f"{self.program.name} {what}. The last lines of {self.log}:{lines}")

    def ask_to_stop(self) -> None:
        if self.keeper is not None and self.keeper.stdin is not None:
            self.keeper.stdin.close()

    def stop(self) -> None:
        """Return when the program and everything it started is gone."""
        if self.keeper is not None:
            self.ask_to_stop()
            self._let_go()

    def _let_go(self) -> None:
        if self.keeper is not None:
            self.ask_to_stop()
            self.keeper.wait()
        self.keeper = None
