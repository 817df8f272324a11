"""The processes of the stage: each can be killed, asked to end, and started again."""

import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import psutil

from embedded.environment import PROJECT
from embedded.programs import Program
from embedded.service import Service

PATIENCE = 90.0  # seconds for a process to be up, or gone, on a busy machine
STEP = 0.02


def until(happened: Callable[[], bool], what: str, patience: float = PATIENCE) -> None:
    """Return when it has. Raises TimeoutError with `what` when it has not in time (seconds)."""
    end = time.monotonic() + patience
    while not happened():
        if time.monotonic() > end:
            raise TimeoutError(f"{what} did not happen within {patience:.0f} seconds")
        time.sleep(STEP)


class _Killable:
    process: subprocess.Popen[bytes]

    @property
    def children(self) -> list[psutil.Process]:
        with suppress(psutil.NoSuchProcess):
            return psutil.Process(self.process.pid).children(recursive=True)
        return []

    def kill(self) -> None:
        """End it and all it started, in the middle of whatever they do."""
        family = self.children
        for process in (self.process, *family):
            with suppress(psutil.NoSuchProcess, ProcessLookupError):
                process.kill()
        self.process.wait(timeout=PATIENCE)

    def kill_child(self, chance: random.Random) -> bool:
        """Kill one of its children; return whether there was one."""
        children = self.children
        if children:
            with suppress(psutil.NoSuchProcess):
                chance.choice(children).kill()
        return bool(children)

    def end(self) -> None:
        """Ask it to finish, and wait."""
        self.process.terminate()
        self.process.wait(timeout=PATIENCE)


class Server(_Killable):
    """PostgreSQL or Valkey, on one port for its whole life."""

    def __init__(self, service: Service, log: Path) -> None:
        self.service = service
        self.log = log
        service.make_ready()

    @property
    def port(self) -> int:
        return int(self.service.record["port"])

    def start(self) -> None:
        self.process = self.service.start(self.log)

    def wait_until_up(self) -> None:
        until(self.service.is_ready, f"the start of {self.service.name}")

    def restart_at_once(self, number: int = signal.SIGKILL) -> None:
        """Let it drop everything; SIGQUIT is PostgreSQL's "immediate shutdown"."""
        self.process.send_signal(number)
        self.process.wait(timeout=PATIENCE)
        self.start()
        self.wait_until_up()


class Worker(_Killable):
    """A program of the portal: web server, worker, sweeper or beat. `mend` starts it again when
    it ended by itself, as the supervisor does."""

    def __init__(self, program: Program, environment: dict[str, str], log: Path) -> None:
        self.program = program
        self.environment = environment
        self.log = log
        self.is_wanted = False
        self.starts = 0

    def start(self) -> None:
        command = self.program.command
        command = command if command[0] == sys.executable else [sys.executable, "-m", *command]
        with self.log.open("wb") as output:
            self.process = subprocess.Popen(
                command, cwd=PROJECT, env=self.environment, stdout=output, stderr=output
            )
        self.starts += 1
        self.is_wanted = True

    def kill(self) -> None:
        self.is_wanted = False
        super().kill()

    def end(self) -> None:
        self.is_wanted = False
        super().end()

    def mend(self) -> None:
        if self.is_wanted and self.process.poll() is not None:
            self.start()

    def wait_until_up(self) -> None:
        until(lambda: self.program.is_up(self.log), f"the start of {self.program.name}")
