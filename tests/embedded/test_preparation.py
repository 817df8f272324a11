"""What is done before the portal answers: once for each state of the project, and said."""

import sys
from pathlib import Path

import pytest
from django.core.management import get_commands

import manage
from embedded import environment, preparation
from embedded.locks import FileLock
from embedded.postgresql import PostgreSQL
from embedded.refusals import Refusal
from embedded.services import Services


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(environment, "PROJECT", tmp_path)
    monkeypatch.setenv("DATA_DIR", str(tmp_path / ".data"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("REDIS_URL", "redis://given")
    (tmp_path / ".data" / "postgres").mkdir(parents=True)
    (tmp_path / "models.py").touch()
    return tmp_path


@pytest.fixture
def prepared(project: Path, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, str]]:
    """With which addresses the preparation was run."""
    runs: list[dict[str, str]] = []
    monkeypatch.setattr(preparation, "run_apart", lambda addresses, lock: runs.append(addresses))
    monkeypatch.setattr(Services, "join", lambda services: {"DATABASE_URL": "postgres://embedded"})
    return runs


def prepare(project: Path) -> None:
    with FileLock(project / ".data" / "programs") as lock:
        preparation.ensure(Services("run"), lock)


def test_it_prepares_once_for_each_state_of_the_project(
    project: Path, prepared: list[dict[str, str]]
) -> None:
    prepare(project)
    prepare(project)
    assert prepared == [{"DATABASE_URL": "postgres://embedded"}]
    (project / "models.py").write_text("changed")
    prepare(project)
    assert len(prepared) == 2


def test_it_prepares_again_after_a_preparation_that_failed(
    project: Path, prepared: list[dict[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(addresses: dict[str, str], lock: FileLock) -> None:
        raise Refusal("migrate failed")

    with monkeypatch.context() as broken:
        broken.setattr(preparation, "run_apart", fail)
        with pytest.raises(Refusal):
            prepare(project)
    prepare(project)
    assert len(prepared) == 1


def test_it_prepares_a_new_database_although_the_project_is_the_same(
    project: Path, prepared: list[dict[str, str]]
) -> None:
    prepare(project)
    for file in (project / ".data" / PostgreSQL.name).iterdir():
        file.unlink()
    prepare(project)
    assert len(prepared) == 2


def test_it_prepares_a_given_database_at_each_start(
    project: Path, prepared: list[dict[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://given")
    prepare(project)
    prepare(project)
    assert len(prepared) == 2


def test_it_says_each_step_and_keeps_the_commands_own_words_in_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(preparation, "COMMANDS", (("Doing it", "do", "--it"),))
    monkeypatch.setattr(manage, "main", lambda words: sys.stdout.write(f"ran {words}\n"))
    preparation.run(tmp_path / "preparation.log")
    assert capfd.readouterr() == ("Doing it\n", "")
    assert (tmp_path / "preparation.log").read_text() == "ran ['manage.py', 'do', '--it']\n"


def test_it_says_in_one_line_which_command_failed_and_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preparation, "COMMANDS", (("Doing it", "load_demo", "--no-such-option"),))
    reason = r"load_demo failed: manage\.py .*: error: unrecognized arguments: --no-such-option"
    with pytest.raises(Refusal, match=reason) as failure:
        preparation.run(tmp_path / "preparation.log")
    assert "\n" not in str(failure.value)


def test_it_keeps_the_whole_fault_of_a_program_in_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(arguments: list[str]) -> None:
        raise LookupError("no such table\nLINE 1: SELECT\n        ^")

    monkeypatch.setattr(manage, "main", fail)
    with pytest.raises(Refusal, match=r"^migrate failed: no such table \(more in .*\.log\)$"):
        preparation.run(tmp_path / "preparation.log")
    assert "Traceback (most recent call last)" in (tmp_path / "preparation.log").read_text()


def test_it_names_only_commands_that_exist() -> None:
    known = set(get_commands())
    assert {command for _sentence, command, *_options in preparation.COMMANDS} <= known


def test_it_brings_tables_before_content() -> None:
    names = [command for _sentence, command, *_options in preparation.COMMANDS]
    assert names.index("migrate") < names.index("load_reference") < names.index("load_demo")
