"""What PostgreSQL and Valkey have in common as servers of one data folder."""

import secrets
import signal
import subprocess
import tempfile
from abc import ABC, abstractmethod
from importlib.util import find_spec
from pathlib import Path
from typing import Any, ClassVar

from embedded import files, identity, ports
from embedded.refusals import Refusal


class Service(ABC):
    """One server and its files under `<data folder>/<name>/`.

    `server/` there belongs to the server itself; `record.json` remembers its port and password.
    A server that is not durable skips the waiting for the disk: for tests, whose data may be lost.
    """

    name: ClassVar[str]
    variable: ClassVar[str]
    stop_signal: ClassVar[signal.Signals]

    def __init__(self, data_dir: Path, *, durable: bool = True) -> None:
        self.data_dir = data_dir
        self.durable = durable
        self.folder = data_dir / self.name
        self.server = self.folder / "server"

    @property
    def record(self) -> dict[str, Any]:
        return files.read_json(self.folder / "record.json")

    def remember(self, **facts: object) -> None:
        files.write_json(self.folder / "record.json", self.record | facts)

    def make_ready(self) -> None:
        """Make what a start needs: folders, a password, a port nobody else uses."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self.folder.chmod(0o711)
        record = self.record
        if "password" not in record:
            self.remember(password=secrets.token_urlsafe(24))
        if "port" not in record or not ports.is_free(record["port"]):
            self.remember(port=ports.choose())
        self.make_files()

    def start(self, log: Path) -> subprocess.Popen[bytes]:
        """Start the server as a child that is stopped when this process dies."""
        who = identity.of_servers(self.program(), self.server)
        with log.open("ab") as output, tempfile.TemporaryFile() as configuration:
            configuration.write(self.configuration())
            configuration.seek(0)
            return subprocess.Popen(
                self.command(),
                stdin=configuration,
                stdout=output,
                stderr=output,
                env=SERVER_ENVIRONMENT,
                preexec_fn=identity.before_exec(who, self.server, self.stop_signal),  # noqa: PLW1509
                start_new_session=True,
            )

    def configuration(self) -> bytes:
        """Return what the server reads from its standard input."""
        return b""

    @abstractmethod
    def program(self) -> Path: ...

    @abstractmethod
    def command(self) -> list[str]: ...

    @abstractmethod
    def make_files(self) -> None:
        """Make the server's own files where they do not stand yet."""

    @abstractmethod
    def is_ready(self) -> bool: ...

    @abstractmethod
    def address(self) -> str:
        """Return the URL under which the portal reaches the server."""


SERVER_ENVIRONMENT = {"LC_ALL": "C", "TZ": "UTC", "PATH": "/usr/bin:/bin"}


def wheel(package: str) -> Path:
    """Return the folder of an installed package without importing it."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise Refusal(f"The package {package} is not installed. Run: make run")
    return Path(next(iter(spec.submodule_search_locations)))
