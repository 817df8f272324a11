"""One user's hold on one server: joins it while it runs, has it started otherwise."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from typing import Any

from embedded import files, logs
from embedded.environment import PROJECT
from embedded.guardian import START_LIMIT, STOP_LIMIT, write_status
from embedded.locks import FileLock, is_held
from embedded.refusals import Refusal, require_writable
from embedded.service import Service

TICK = 0.02


class Tenancy:
    """Holds a lease from the first moment on; the server stays up until the last lease is gone.

    `begin` returns at once, so that several servers start side by side; `wait` returns the address.
    """

    def __init__(self, service: Service) -> None:
        self.service = service
        self.lease: FileLock | None = None
        self.started = False

    def begin(self) -> None:
        if self.lease is None:
            require_writable(self.service.folder)
            self.lease = FileLock(self.service.folder / "lease")
            self.lease.share()  # waits while a guardian is just stopping the server
            self._look()

    def wait(self) -> str:
        """Return the server's URL once it answers. Raises Refusal when it cannot start.

        Asked again later it answers at once, or starts the server whose guardian was killed.
        """
        deadline = time.monotonic() + START_LIMIT
        while time.monotonic() < deadline:
            status = self._look()
            if "failure" in status:
                raise Refusal(status["failure"])
            if "address" in status:
                self.started = False
                return str(status["address"])
            time.sleep(TICK)
        raise Refusal(f"{self.service.name} is not ready after {START_LIMIT:.0f} seconds.")

    def _look(self) -> dict[str, Any]:
        """Return the guardian's status; start one where there is none.

        One at a time, or a neighbour would read the status that a killed guardian left behind.
        """
        with self._turn(), FileLock(self.service.folder / "guardian") as post:
            vacant = post.try_to_take()
            if vacant and not self.started:
                self._start_guardian(post)
                return {}
            status = files.read_json(self.service.folder / "status.json")
        return {"failure": status.get("failure", self._silent_end())} if vacant else status

    def _turn(self) -> FileLock:
        turn = FileLock(self.service.folder / "starting")
        turn.take()
        return turn

    def _is_guarded(self) -> bool:
        with self._turn():
            return is_held(self.service.folder / "guardian")

    def _start_guardian(self, post: FileLock) -> None:
        self.started = True
        write_status(self.service)
        command = [sys.executable, "-m", "embedded.guardian", self.service.name]
        command += [str(self.service.data_dir)]
        command += [] if self.service.durable else ["--not-durable"]
        log = logs.fresh(self.service.data_dir / "log", f"{self.service.name}-guardian")
        with log.open("wb") as output:
            subprocess.run(
                command,
                cwd=PROJECT,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                pass_fds=[post.descriptor],
                check=False,  # what went wrong stands in its log, and it left no status
            )

    def _silent_end(self) -> str:
        log = self.service.data_dir / "log" / f"{self.service.name}-guardian.log"
        return f"{self.service.name} was not started: {' '.join(logs.tail(log, 1))} (more in {log})"

    def end(self) -> None:
        if self.lease is not None:
            self.lease.close()
            self.lease = None

    def hurry(self) -> None:
        """Tell the guardian not to wait for further users once the last has left."""
        guardian = files.read_json(self.service.folder / "status.json").get("guardian")
        if guardian and self._is_guarded():
            with suppress(ProcessLookupError):
                os.kill(guardian, signal.SIGUSR1)

    def wait_for_end(self) -> None:
        """Return when the server has stopped, or somebody else holds a lease on it."""
        deadline = time.monotonic() + STOP_LIMIT
        while self._is_guarded() and time.monotonic() < deadline:
            if self._is_used():
                return
            time.sleep(TICK)

    def _is_used(self) -> bool:
        """Say whether others hold the lease, and not just the guardian who is stopping."""
        with FileLock(self.service.folder / "lease") as lease:
            return lease.is_shared()
