"""`make run`: starts, watches and ends web, beat and worker, and leaves nothing behind."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from embedded import children, ports
from embedded.children import Child
from embedded.environment import PROJECT
from embedded.files import read_json
from embedded.locks import FileLock
from embedded.programs import Program, says
from embedded.refusals import Refusal
from embedded.supervisor import Supervisor, tell_logins
from tests.embedded.helpers import (
    environment_without_services,
    eventually,
    line_starting_with,
    processes_of,
    python,
)

pytestmark = pytest.mark.services
GIVEN = {"DATABASE_URL": "postgres://given", "REDIS_URL": "redis://given"}


def tiny(folder: Path, web: str = "orderly") -> dict[str, str]:
    return GIVEN | {"DATA_DIR": str(folder), "PORT": str(ports.choose()), "WEB": web}


@contextmanager
def running(folder: Path, web: str = "orderly") -> Iterator[subprocess.Popen[str]]:
    with python("-m", "tests.embedded.small_portal", **tiny(folder, web)) as process:
        yield process


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_everything_in_order_when_asked(number: signal.Signals, tmp_path: Path) -> None:
    with running(tmp_path) as supervisor:
        ready = line_starting_with(supervisor, "ready http://127.0.0.1:")
        assert ready
        supervisor.send_signal(number)
        said, complained = supervisor.communicate(timeout=10)
    assert (said.splitlines()[-1], complained, supervisor.returncode) == ("Stopped", "", 0)
    assert (tmp_path / "ended").read_text().split() == ["web", "beat", "worker"]
    assert read_json(tmp_path / "web.json")["port"] == int(ready.strip(" /\n").rpartition(":")[2])
    assert processes_of(tmp_path) == []


def test_it_kills_what_does_not_listen_with_all_its_offspring(tmp_path: Path) -> None:
    with running(tmp_path, "deaf") as supervisor:
        assert line_starting_with(supervisor, "ready")
        supervisor.terminate()
        assert supervisor.wait(10) == 0
    assert processes_of(tmp_path) == []


@pytest.mark.parametrize("web", ["orderly", "deaf"])
def test_it_leaves_nothing_running_when_it_is_killed(web: str, tmp_path: Path) -> None:
    with running(tmp_path, web) as supervisor:
        assert line_starting_with(supervisor, "ready")
        assert len(processes_of(tmp_path)) >= 6
        supervisor.kill()
        assert eventually(lambda: not processes_of(tmp_path), 15)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells children of a parent's death")
def test_it_leaves_nothing_running_when_its_keepers_are_killed_with_it(tmp_path: Path) -> None:
    with running(tmp_path) as supervisor:
        assert line_starting_with(supervisor, "ready")
        keepers = [p for p in processes_of(tmp_path) if "embedded.keeper" in p.cmdline()]
        assert len(keepers) == 3
        for process in [psutil.Process(supervisor.pid), *keepers]:
            process.kill()
        assert eventually(lambda: not processes_of(tmp_path), 15)


def test_it_waits_for_the_programs_of_a_start_that_was_killed(tmp_path: Path) -> None:
    with running(tmp_path, "deaf") as first:
        assert line_starting_with(first, "ready")
        first.kill()
        first.wait()
        with running(tmp_path) as second:
            assert line_starting_with(second, "Starting PostgreSQL")
            words = [word for process in processes_of(tmp_path) for word in process.cmdline()]
            assert not any("SIG_IGN" in word for word in words)


def test_it_ends_with_make(tmp_path: Path) -> None:
    command = f"'{sys.executable}' -m tests.embedded.small_portal --parent $$; true"
    with subprocess.Popen(
        ["/bin/sh", "-c", command],
        cwd=PROJECT,
        env=environment_without_services(**tiny(tmp_path)),
        stdout=subprocess.PIPE,
        text=True,
    ) as make:
        assert line_starting_with(make, "ready")
        make.kill()
        assert eventually(lambda: not processes_of(tmp_path), 10)


def test_it_starts_a_crashed_program_again_and_says_so(tmp_path: Path) -> None:
    with running(tmp_path) as supervisor:
        assert line_starting_with(supervisor, "ready")
        [web] = [
            process
            for process in processes_of(tmp_path)
            if "embedded.keeper" not in process.cmdline() and "web is" in process.cmdline()[2]
        ]
        web.kill()
        line = line_starting_with(supervisor, "web ended")
        assert line == "web ended (exit code 137) and starts again in 1 s\n"
        assert eventually(lambda: "web is ready." in (tmp_path / "log/web.log").read_text(), 10)


def test_it_gives_up_on_a_program_that_never_came_up_and_shows_why(tmp_path: Path) -> None:
    with running(tmp_path, "failing") as supervisor:
        said, complained = supervisor.communicate(timeout=20)
    assert supervisor.returncode == 1
    assert "ready" not in said
    assert complained.startswith("web did not start (exit code 1).")
    assert complained.endswith("\n  the reason\n")
    assert processes_of(tmp_path) == []


def test_it_gives_up_on_a_program_that_ends_again_and_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(children, "FIRST_PAUSE", 0.01)
    falling = Program("web", [sys.executable, "-c", "print(' ready.')"], says(" ready."))
    child = Child(falling, tmp_path / "log", FileLock(tmp_path / "programs"))
    child.start(dict(os.environ))
    said: list[str] = []
    with pytest.raises(Refusal, match="web ended 5 times within 60 seconds"):
        eventually(lambda: child.is_up() and said.extend(filter(None, [child.tend()])), 20)
    assert len(said) == 4


class MovingServices:
    """Servers that have moved to another port when they are looked at again."""

    def join(self) -> dict[str, str]:
        return {"DATABASE_URL": "postgres://moved"}


def test_it_starts_everything_again_when_a_server_moved(tmp_path: Path) -> None:
    code = "import os, time; print(os.environ['DATABASE_URL'], flush=True); time.sleep(300)"
    program = Program("web", [sys.executable, "-c", code], says("//"))
    child = Child(program, tmp_path, FileLock(tmp_path / "programs"))
    supervisor = Supervisor(MovingServices(), [child], parent=None)
    supervisor.start({"DATABASE_URL": "postgres://before"})
    assert eventually(child.is_up, 10)
    supervisor.look_after()
    assert eventually(lambda: child.log.read_text() == "postgres://moved\n", 10)
    supervisor.stop()


def test_it_runs_once_for_a_data_folder(tmp_path: Path) -> None:
    with running(tmp_path) as first:
        assert line_starting_with(first, "ready")
        with running(tmp_path) as second:
            said, complained = second.communicate(timeout=10)
        assert (said, second.returncode) == ("", 1)
        assert complained == f"The portal is running already with the data in {tmp_path}.\n"


def test_it_tells_the_demo_accounts_where_the_portal_keeps_them(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "manage.py").write_text(
        "import os, sys; print(sys.argv[1], os.environ['DATABASE_URL'])"
    )
    monkeypatch.setattr("embedded.environment.PROJECT", tmp_path)
    tell_logins({"DATABASE_URL": "postgres://embedded"})
    assert capfd.readouterr().out == "demo_logins postgres://embedded\n"
