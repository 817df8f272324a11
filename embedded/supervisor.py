"""`make run`: everything the portal needs, under one process, until Ctrl-C.

Order of start: PostgreSQL and Valkey, preparation, then web, beat, worker and the sender of
messages side by side. Order of stop: the same, then the servers, unless another command still
uses them.
"""

import argparse
import os
import signal
import subprocess
import sys
import time
from contextlib import ExitStack
from types import FrameType

from embedded import environment, preparation, programs
from embedded.children import Child
from embedded.locks import FileLock
from embedded.refusals import Refusal, one_line, require_free_port, require_space, require_writable
from embedded.services import Services

TICK = 0.2
UP_LIMIT = 120.0  # seconds until web, worker and beat must be up
FORMER_LIMIT = 20.0  # seconds; a keeper gives its program eight
LEAST_SPACE = 128  # MiB
STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Asked(BaseException):
    """Somebody asked for the end: Ctrl-C, SIGTERM, a closed terminal, the end of make."""


def ask(number: int, frame: FrameType | None) -> None:
    for other in STOPS:  # the end has begun; it takes some seconds and is not begun twice
        signal.signal(other, signal.SIG_IGN)
    raise Asked


class Supervisor:
    def __init__(self, services: Services, children: list[Child], parent: int | None) -> None:
        self.services = services
        self.children = children
        self.parent = parent
        self.addresses: dict[str, str] = {}

    def start(self, addresses: dict[str, str]) -> None:
        self.addresses = addresses
        for child in self.children:
            child.start(os.environ | addresses | {"PYTHONUNBUFFERED": "1"})

    def wait_until_up(self) -> None:
        deadline = time.monotonic() + UP_LIMIT
        while late := [child.program.name for child in self.children if not child.is_up()]:
            self._tend()
            if time.monotonic() > deadline:
                raise Refusal(f"Not up after {UP_LIMIT:.0f} seconds: {', '.join(late)}.")

    def watch(self) -> None:
        """Tend the programs and the servers until somebody asks for the end."""
        while True:
            self.look_after()

    def look_after(self) -> None:
        self._tend()
        addresses = self.services.join()
        if addresses != self.addresses:
            say("PostgreSQL or Valkey moved to another port; everything starts again")
            self.stop()
            self.start(addresses)

    def _tend(self) -> None:
        time.sleep(TICK)
        if self.parent is not None and os.getppid() != self.parent:
            raise Asked
        for child in self.children:
            if message := child.tend():
                say(message)

    def stop(self) -> None:
        for child in self.children:
            child.stop()


def say(line: str) -> None:
    print(line, flush=True)


def tell_logins(addresses: dict[str, str]) -> None:
    """Let the portal print one demo account per role, or why there is none."""
    command = [sys.executable, "manage.py", "demo_logins"]
    subprocess.run(command, cwd=environment.PROJECT, env=os.environ | addresses, check=False)


def wait_for_former_programs(lock: FileLock) -> None:
    """Let the programs of a supervisor that was killed end first: they hold the port."""
    deadline = time.monotonic() + FORMER_LIMIT
    while not lock.try_to_take():
        if time.monotonic() > deadline:
            raise Refusal("Programs of a former start are still running. Try again in a moment.")
        time.sleep(TICK)


def run(parent: int | None) -> None:
    """Start everything and return never: by Asked when somebody wants the end, else by Refusal."""
    port, data_dir = environment.port(), environment.data_dir()
    require_writable(data_dir)
    require_space(data_dir, LEAST_SPACE)
    with ExitStack() as stack:
        lock = stack.enter_context(FileLock(data_dir / "running"))
        if not lock.try_to_take():
            raise Refusal(f"The portal is running already with the data in {data_dir}.")
        programs_lock = stack.enter_context(FileLock(data_dir / "programs"))
        wait_for_former_programs(programs_lock)
        require_free_port(port)
        os.environ |= {"PORT": str(port), "DATA_DIR": str(data_dir)}
        environment.remember_port(data_dir, port)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "partnership.settings.development")
        say("Starting PostgreSQL and Valkey")
        services = Services("run")
        stack.callback(services.leave_and_wait)
        addresses = services.join()
        preparation.ensure(services, programs_lock)
        (data_dir / "beat").mkdir(exist_ok=True)
        say("Starting the web server, the worker, the beat and the sender of messages")
        children = [
            Child(program, data_dir / "log", programs_lock)
            for program in programs.of_portal(port, data_dir)
        ]
        supervisor = Supervisor(services, children, parent)
        stack.callback(supervisor.stop)
        supervisor.start(addresses)
        supervisor.wait_until_up()
        say(f"ready http://127.0.0.1:{port}/")
        tell_logins(addresses)
        supervisor.watch()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--parent", type=int, help="end together with this parent process")
    parent = parser.parse_args().parent
    for number in STOPS:
        if number != signal.SIGHUP or signal.getsignal(number) != signal.SIG_IGN:  # nohup
            signal.signal(number, ask)
    with one_line():
        try:
            run(parent)
        except Asked:
            say("Stopped")


if __name__ == "__main__":
    main()
