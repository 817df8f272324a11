"""`make reset` removes what the portal put into its folder, never under a running portal."""

from pathlib import Path

import pytest

from embedded import reset
from embedded.locks import FileLock
from embedded.refusals import Refusal


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    for name in ("postgres/server", "valkey", "test/postgres", "log", "mailbox", "beat"):
        (tmp_path / name).mkdir(parents=True)
    return tmp_path


def test_it_removes_its_own_files_and_no_others(data_dir: Path) -> None:
    (data_dir / "letter.txt").write_text("mine")
    reset.run(data_dir)
    assert [path.name for path in data_dir.iterdir()] == ["letter.txt"]


def test_it_removes_the_folder_when_nothing_else_is_in_it(data_dir: Path) -> None:
    reset.run(data_dir)
    assert not data_dir.exists()


@pytest.mark.parametrize("lock", ["running", "postgres/lease", "test/valkey/lease"])
def test_it_removes_nothing_while_somebody_uses_it(lock: str, data_dir: Path) -> None:
    with FileLock(data_dir / lock) as held:
        held.share()
        with pytest.raises(Refusal, match="is in use"):
            reset.run(data_dir)
    assert (data_dir / "postgres" / "server").exists()


@pytest.mark.parametrize(("answer", "wanted"), [("yes", True), ("y", False), ("", False)])
def test_it_asks_first(
    answer: str, wanted: bool, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FORCE", raising=False)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda question: answer)
    assert reset.is_wanted(data_dir) is wanted


def test_it_does_not_wait_for_an_answer_where_nobody_is(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    monkeypatch.delenv("FORCE", raising=False)
    with pytest.raises(Refusal, match="FORCE=1"):
        reset.is_wanted(data_dir)
    monkeypatch.setenv("FORCE", "1")
    assert reset.is_wanted(data_dir)
