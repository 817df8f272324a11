"""What somebody reads whose Python or machine will not do."""

import ast
import sys
from pathlib import Path

import pytest

from embedded import bootstrap

FITS = {"version": (3, 11), "system": "Linux", "machine": "x86_64", "libc": "glibc"}


def test_it_has_nothing_against_a_machine_that_fits() -> None:
    assert bootstrap.objection(**FITS) == ""


@pytest.mark.parametrize(
    ("difference", "words"),
    [
        ({"version": (3, 10)}, "Python 3.10 is too old"),
        ({"version": (3, 6)}, "Python 3.6 is too old"),
        ({"system": "Windows", "machine": "AMD64"}, "Windows"),
        ({"machine": "riscv64"}, "riscv64"),
        ({"libc": ""}, "glibc"),
        ({"system": "Darwin", "machine": "i386", "libc": ""}, "Darwin on i386"),
    ],
)
def test_it_says_in_one_line_what_does_not_fit(difference: dict[str, object], words: str) -> None:
    objection = bootstrap.objection(**FITS | difference)
    assert words in objection
    assert "\n" not in objection


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_it_names_the_package_that_a_distribution_split_off(
    module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    objection = bootstrap.objection(**FITS)
    assert f"no module {module}" in objection
    assert "python3.11-venv" in objection


def test_it_leaves_with_the_objection_before_reading_newer_syntax(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bootstrap, "OLDEST", (4, 0))
    monkeypatch.setitem(sys.modules, "embedded.installation", None)
    with pytest.raises(SystemExit, match="too old"):
        bootstrap.main()


@pytest.mark.parametrize("name", ["bootstrap.py", "__init__.py"])
def test_it_is_readable_for_old_pythons(name: str) -> None:
    source = Path(bootstrap.__file__).with_name(name).read_text("utf-8")
    ast.parse(source, feature_version=(3, 6))
