"""What has to be done before the portal answers, in one process of its own.

Every command may be run again and again: it does what is missing and leaves the rest alone.
"""

import os
import subprocess
import sys
import traceback
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import manage
from embedded import catalogues, environment, files, fingerprint, logs
from embedded.locks import FileLock
from embedded.postgresql import PostgreSQL
from embedded.refusals import Refusal, one_line
from embedded.services import Services

COMMANDS: tuple[tuple[str, ...], ...] = (
    ("Bringing the tables up to date", "migrate", "--no-input", "--verbosity=0"),
    ("Loading reference data", "load_reference"),
    ("Loading the glossary", "load_glossary"),
    ("Loading demo content, which takes some seconds", "load_demo"),
    ("Bringing the search index up to date", "search_audit"),
    ("Bringing the states of translations in step", "translations_audit"),
    ("Collecting static files", "collectstatic", "--no-input", "--verbosity=0"),
)


def ensure(services: Services, lock: FileLock) -> None:
    """Prepare the embedded database once for each state of the project; a given one each time."""
    database = services.tenancies.get(PostgreSQL.variable)
    catalogues.compile_all(environment.PROJECT)
    state = fingerprint.of_project(environment.PROJECT)
    note = database.service.folder / "prepared.json" if database else None
    if note is None or files.read_json(note).get("project") != state:
        run_apart(services.join(), lock)
    if note is not None:
        files.write_json(note, {"project": state})


def run_apart(addresses: dict[str, str], lock: FileLock) -> None:
    """Prepare in another process, which ends with this one. Raises Refusal when that fails.

    The lock is held by its keeper as well, so that the next start knows when it has ended.
    """
    with subprocess.Popen(
        [sys.executable, "-m", "embedded.keeper", "--", sys.executable, "-m", __name__],
        cwd=environment.PROJECT,
        env=os.environ | addresses,
        stdin=subprocess.PIPE,
        pass_fds=[lock.descriptor],
        start_new_session=True,
    ) as keeper:
        code = keeper.wait()
    if code != 0:
        raise Refusal("The portal was not prepared; the reason stands above.")


def run(log: Path) -> None:
    """Carry out the commands, saying each on the terminal and keeping their words in the log."""
    with log.open("a", encoding="utf-8") as words, redirect_stdout(words), redirect_stderr(words):
        for sentence, *command in COMMANDS:
            say(sentence)
            try:
                manage.main(["manage.py", *command])
            except SystemExit as exit_:  # Django has written the reason of a CommandError
                words.flush()
                raise failure(command[0], " ".join(logs.tail(log, 1)), log) from exit_
            except Exception as error:
                traceback.print_exc()
                raise failure(command[0], str(error).partition("\n")[0], log) from error


def failure(command: str, reason: str, log: Path) -> Refusal:
    return Refusal(f"{command} failed: {reason} (more in {log})")


def say(sentence: str) -> None:
    print(sentence, file=sys.__stdout__, flush=True)


if __name__ == "__main__":
    with one_line():
        run(logs.fresh(environment.data_dir() / "log", "preparation"))
