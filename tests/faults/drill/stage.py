"""The whole portal for the drill: servers, web, workers, sweeper, and a mail server of its own."""

import itertools
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Self

from embedded import catalogues, ports, programs
from embedded.children import FIRST_PAUSE
from embedded.environment import PROJECT
from embedded.postgresql import PostgreSQL
from embedded.valkey import Valkey
from tests import databases
from tests.faults.drill.apps import DEATH_WARRANT, HURRY
from tests.faults.drill.parts import Server, Worker
from tests.mail_server import MailServer

MIGRATED = "MIGRATED"  # names a file with all tables, where one was written; saves half a minute
WORKERS = 2  # of two children each


class Stage:
    """Everything runs while the block lasts. PostgreSQL keeps its promises; Valkey keeps nothing."""

    def __init__(self, folder: Path, *, hurry: bool) -> None:
        self.folder = folder
        self.hurry = hurry
        self.warrant = folder / "death-warrant"
        self.numbers = itertools.count()
        self.sink = MailServer()
        self.workers: list[Worker] = []
        self.sweepers: list[Worker] = []
        self.beats: list[Worker] = []
        self.is_over = threading.Event()
        self.keeper = threading.Thread(target=self._keep, daemon=True)

    def __enter__(self) -> Self:
        self.folder.chmod(0o711)  # the servers may not run as root and have to pass
        self.sink.__enter__()
        try:
            self._start_servers()
            self._prepare_database()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_error: object) -> None:
        self.is_over.set()
        if self.keeper.is_alive():
            self.keeper.join()
        for part in self.parts:
            part.kill()
        self.sink.__exit__()

    @property
    def parts(self) -> list[Server | Worker]:
        names = ("web", "postgres", "valkey")
        single = [getattr(self, name) for name in names if hasattr(self, name)]
        return [*self.beats, *self.workers, *self.sweepers, *single]

    @property
    def web_address(self) -> str:
        return f"127.0.0.1:{self.web_port}"

    def _start_servers(self) -> None:
        data, log = self.folder / "data", self.folder / "servers.log"
        data.mkdir(mode=0o711)
        self.postgres = Server(PostgreSQL(data), log)
        self.valkey = Server(Valkey(data, durable=False), log)
        for server in (self.postgres, self.valkey):
            server.start()
        for server in (self.postgres, self.valkey):
            server.wait_until_up()

    def _prepare_database(self) -> None:
        catalogues.compile_all(PROJECT)
        self.web_port = ports.choose()
        os.environ.update(
            DJANGO_SETTINGS_MODULE="tests.faults.drill.settings",
            DATABASE_URL=self.postgres.service.address(),
            REDIS_URL=self.valkey.service.address(),
            EMAIL_URL=self.sink.url,
            DATA_DIR=str(self.folder / "data"),
            SITE_URL=f"http://127.0.0.1:{self.web_port}",
            **({HURRY: "1"} if self.hurry else {}),
        )
        if MIGRATED in os.environ:
            databases.fill(os.environ["DATABASE_URL"], Path(os.environ[MIGRATED]))
        else:
            migrate = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
            subprocess.run(migrate, cwd=PROJECT, env=os.environ, check=True)

    # --- the portal's own processes ---------------------------------------------------------

    def open(self) -> None:
        """Start the portal and wait until all of it is up."""
        self.web = self._program("web", **{DEATH_WARRANT: str(self.warrant)})
        for _n in range(WORKERS):
            self.workers.append(self._program("worker"))
        self.sweepers.append(self._program("messages"))
        self.keeper.start()
        for part in (self.web, *self.workers, *self.sweepers):
            part.wait_until_up()

    def _keep(self) -> None:
        """Start again what ends by itself, as the supervisor does and after the same pause."""
        while not self.is_over.wait(FIRST_PAUSE):
            for part in (self.web, *self.workers, *self.sweepers, *self.beats):
                part.mend()

    def add_worker(self) -> None:
        self.workers.append(self._program("worker"))

    def add_sweeper(self) -> None:
        self.sweepers.append(self._program("messages"))

    def add_beat(self) -> None:
        self.beats.append(self._program("beat"))

    def back_to_normal(self) -> None:
        """Leave as many processes as there were, all of them up."""
        for beat in self.beats:
            beat.kill()
        self.beats.clear()
        for several, count in ((self.workers, WORKERS), (self.sweepers, 1)):
            while len(several) > count:
                several.pop().end()
        for part in (self.web, *self.workers, *self.sweepers):
            part.wait_until_up()

    def _program(self, name: str, **own: str) -> Worker:
        number = next(self.numbers)
        folder = self.folder / f"{number}-{name}"
        folder.mkdir()
        (folder / "beat").mkdir()
        known = programs.of_portal(self.web_port, folder)
        [program] = [program for program in known if program.name == name]
        part = Worker(program, os.environ | own, folder / "log")
        part.start()
        return part
