"""Nothing hostile gets in, and nothing takes long or much memory to find out."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from partnership.documents import inspection
from partnership.documents.checks import zips
from partnership.documents.checks.__main__ import examine
from partnership.documents.checks.refusal import Cause
from tests.partnership.documents.hostile import BOMBS, FILES, MARK, Hostile

MOST_SECONDS = 2
MOST_MORE_KIB = 150 * 1024


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def written(file: Hostile, folder: Path) -> Path:
    path = folder / "sent"
    path.write_bytes(file.make())
    return path


@pytest.fixture(scope="module")
def bare_kib(tmp_path_factory: pytest.TempPathFactory) -> int:
    """What the process needs for a file it refuses at the first look."""
    path = tmp_path_factory.mktemp("bare") / "sent"
    path.write_bytes(b"MZ")
    return inspection.inspect(path, "a.csv", path.parent).peak_kib


def test_there_are_enough_of_them() -> None:
    assert len(FILES) >= 40
    assert len({file.about for file in FILES}) == len(FILES)


@pytest.mark.parametrize(
    "file",
    [file for file in FILES if file.cause and file.cause != Cause.EMPTY],  # the door refuses these
    ids=lambda file: file.about,
)
def test_it_refuses(file: Hostile, tmp_path: Path, out: Path) -> None:
    answer = examine(written(file, tmp_path), file.name, out)

    assert answer.get("refused") == file.cause
    assert not list(out.iterdir())


@pytest.mark.parametrize(
    "file", [file for file in FILES if not file.cause], ids=lambda file: file.about
)
def test_it_keeps_the_picture_and_drops_what_hides_in_it(
    file: Hostile, tmp_path: Path, out: Path
) -> None:
    answer = examine(written(file, tmp_path), file.name, out)

    assert "refused" not in answer
    assert list(out.iterdir())
    assert all(MARK not in copy.read_bytes() for copy in out.iterdir())


@pytest.mark.parametrize("file", BOMBS, ids=lambda file: file.about)
def test_a_bomb_is_refused_within_two_seconds_and_150_mib(
    file: Hostile, tmp_path: Path, out: Path, bare_kib: int
) -> None:
    path = written(file, tmp_path)
    began = time.monotonic()
    found = inspection.inspect(path, file.name, out)

    assert found.refused == (file.cause or "")
    assert found.seconds < MOST_SECONDS  # of the processor: other work on the machine is no fault
    assert time.monotonic() - began < inspection.SECONDS
    assert 0 < found.peak_kib <= bare_kib + MOST_MORE_KIB


def test_without_counting_the_archive_bomb_goes_off(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, out: Path
) -> None:
    monkeypatch.setattr(zips, "MOST_BYTES", 10**12)
    monkeypatch.setattr(zips, "MOST_RATIO", 10**12)
    bomb = next(file for file in BOMBS if file.about == "sheet bomb")

    assert "refused" not in examine(written(bomb, tmp_path), bomb.name, out)


def test_the_limits_stop_what_takes_all_memory() -> None:
    greedy = "from checks import limits; limits.set_limits(); held = bytearray(200 * 1024 * 1024)"
    done = subprocess.run(
        [sys.executable, "-c", greedy],
        cwd=Path(inspection.__file__).parent,
        capture_output=True,
        text=True,
        check=False,
    )

    assert "MemoryError" in done.stderr


def test_a_process_that_never_ends_is_ended(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, out: Path
) -> None:
    monkeypatch.setattr(inspection, "SECONDS", 0.01)
    path = tmp_path / "sent"
    path.write_bytes(b"a,b\n")

    assert inspection.inspect(path, "a.csv", out).refused == Cause.TOO_HARD
