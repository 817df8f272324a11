"""Keeps one server running for as long as anybody holds a lease on it, then stops it.

Started by the first who needs the server (see `tenancy`), it lives in a session of its own: a
Ctrl-C at the terminal or a killed supervisor does not reach it. It holds the lock `guardian`,
which it was given locked, until it ends; nobody starts a second one meanwhile.
"""

import argparse
import os
import signal
import subprocess
import sys
import time
from collections import deque
from contextlib import suppress
from pathlib import Path
from types import FrameType

import psutil

from embedded import files, logs
from embedded.locks import FileLock
from embedded.postgresql import PostgreSQL
from embedded.refusals import Refusal, require_space
from embedded.service import Service
from embedded.valkey import Valkey

SERVICES: dict[str, type[Service]] = {kind.name: kind for kind in (PostgreSQL, Valkey)}
LEAST_SPACE = 64  # MiB, below which a server would soon stop in the middle of its work
GRACE = 3.0  # seconds without a lease before the server stops: commands come one after another
TICK = 0.2
START_LIMIT = 90.0  # seconds; recovery after a crash reads the log first
STOP_LIMIT = 20.0
CRASHES, CRASH_PERIOD = 4, 60.0


class Guardian:
    """Watches the leases on one side and the server on the other."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.log = logs.fresh(service.data_dir / "log", service.name)
        self.lease = FileLock(service.folder / "lease")
        self.hurry = False
        self.stop_now = False
        self.server: subprocess.Popen[bytes] | None = None
        self.starts: deque[float] = deque(maxlen=CRASHES)

    def listen(self) -> None:
        signal.signal(signal.SIGUSR1, self._on_hurry)
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, self._on_stop)

    def _on_hurry(self, number: int, frame: FrameType | None) -> None:
        self.hurry = True

    def _on_stop(self, number: int, frame: FrameType | None) -> None:
        self.stop_now = True

    def run(self) -> None:
        try:
            self.start()
            while not self._may_stop():
                if self.server is not None and self.server.poll() is not None:
                    self.start()
        finally:
            self.stop()

    def start(self) -> None:
        """Start the server and wait until it answers. Raises Refusal when it does not."""
        if len(self.starts) == CRASHES and time.monotonic() - self.starts[0] < CRASH_PERIOD:
            raise self._failure("ends again and again")
        self.starts.append(time.monotonic())
        require_space(self.service.folder, LEAST_SPACE)
        end_leftovers(self.service)
        self.service.make_ready()
        self.server = self.service.start(self.log)
        deadline = time.monotonic() + START_LIMIT
        while not self.service.is_ready():
            if self.server.poll() is not None:
                raise self._failure("does not start")
            if self.stop_now or time.monotonic() > deadline:
                raise self._failure(f"did not answer within {START_LIMIT:.0f} seconds")
            time.sleep(0.02)
        write_status(self.service, address=self.service.address(), guardian=os.getpid())

    def _failure(self, what: str) -> Refusal:
        telling = ("FATAL", "PANIC", "No space", "rror", "# ")
        lines = logs.tail(self.log, 20)
        last = [line for line in lines if any(word in line for word in telling)] or lines
        reason = last[-1] if last else "no reason given"
        return Refusal(f"{self.service.name} {what}: {reason} (more in {self.log})")

    def _may_stop(self) -> bool:
        """Wait a moment; say whether nobody has needed the server for the time of grace.

        The lease is then held alone, so that who comes now waits and starts a new guardian. When
        somebody has removed the folder, nobody can come and the server has lost its files.
        """
        patience = time.monotonic() + GRACE
        while not self.stop_now and self.lease.is_in_place():
            time.sleep(TICK)
            if not self.lease.try_to_take():
                return False
            if self.hurry or time.monotonic() > patience:
                return True
            self.lease.release()
            if self.server is not None and self.server.poll() is not None:
                return False
        return True

    def stop(self) -> None:
        """Ask the server to end, and end it."""
        if self.server is None:
            return
        self.server.send_signal(self.service.stop_signal)
        try:
            self.server.wait(STOP_LIMIT)
        except subprocess.TimeoutExpired:
            self.server.kill()
            self.server.wait()


def write_status(service: Service, **facts: object) -> None:
    files.write_json(service.folder / "status.json", facts)


def end_leftovers(service: Service) -> None:
    """End servers of a guardian that was killed, and remove a pid file whose number lies.

    On Linux the kernel has told them to stop already; a pid file left by a crash may by now name
    an innocent process, for which PostgreSQL would refuse to start.
    """
    left = [process for process in psutil.process_iter() if _serves(process, service.server)]
    for process in left:
        with suppress(psutil.NoSuchProcess):
            process.send_signal(service.stop_signal)
    _, stubborn = psutil.wait_procs(left, timeout=STOP_LIMIT)
    for process in stubborn:
        with suppress(psutil.NoSuchProcess):
            process.kill()
    psutil.wait_procs(stubborn, timeout=STOP_LIMIT)
    (service.server / "postmaster.pid").unlink(missing_ok=True)


def _serves(process: psutil.Process, folder: Path) -> bool:
    try:
        return Path(process.cwd()) == folder and process.name().startswith(("postgres", "valkey"))
    except (psutil.Error, OSError):
        return False


def detach() -> None:
    """Leave the process that started this one, its session and its terminal."""
    if os.fork():
        os._exit(0)
    os.setsid()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("service", choices=SERVICES)
    parser.add_argument("data_dir", type=Path)
    parser.add_argument("--not-durable", action="store_true")
    arguments = parser.parse_args()
    kind = SERVICES[arguments.service]
    service = kind(arguments.data_dir, durable=not arguments.not_durable)
    detach()
    guardian = Guardian(service)
    guardian.listen()
    try:
        guardian.run()
    except Refusal as refusal:
        write_status(service, failure=str(refusal))
        sys.exit(1)


if __name__ == "__main__":
    main()
