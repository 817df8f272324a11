"""Files and functions stay small enough to be read at once."""

import statistics
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, code_files, functions, tracked


def percentile_95(values: Sequence[int]) -> float:
    return statistics.quantiles(values, n=20, method="inclusive")[-1]


def lines(file: Path) -> int:
    return len(file.read_text(encoding="utf-8").splitlines())


def longer_than(limit: int, files: list[Path]) -> list[str]:
    return [f"{file.relative_to(ROOT)}: {lines(file)}" for file in files if lines(file) > limit]


def test_code_files_stay_small() -> None:
    sizes = [lines(file) for file in code_files()]

    assert statistics.median(sizes) <= 70
    assert percentile_95(sizes) <= 300
    assert longer_than(400, code_files()) == []


def test_functions_stay_small() -> None:
    sizes = [
        (node.end_lineno or node.lineno) - node.lineno + 1
        for file in code_files()
        for node in functions(file)
    ]

    assert statistics.median(sizes) <= 8
    assert percentile_95(sizes) <= 35


def test_templates_stay_small() -> None:
    templates = tracked("templates/**/*.html", "templates/*.html")

    assert percentile_95([lines(file) for file in templates]) <= 110
    assert longer_than(200, templates) == []


def test_public_functions_say_what_they_return() -> None:
    named = [node for file in code_files() for node in functions(file)]
    silent = [node.name for node in named if node.returns is None]

    assert len(silent) <= 0.05 * len(named), silent


def test_it_notices_a_file_over_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    large = tmp_path / "large.py"
    large.write_text("\n" * 401, encoding="utf-8")
    monkeypatch.setattr("tests.architecture.test_budgets.ROOT", tmp_path)

    assert longer_than(400, [large]) == ["large.py: 401"]
