"""numpy and scipy take a second to load: no page or command does so at its start."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.sources import ROOT, code_files

HOME = Path("monitoring/statistics")
HOMES = (HOME, Path("monitoring/comparison"), Path("monitoring/results/computing"))
LIGHT = {
    f"monitoring.statistics.{name}"
    for name in (
        "amounts", "bulletin", "clean_coast", "densities", "errors", "microplastics", "results", "sdg",
        "units",
    )
}  # fmt: skip
HEAVY = (
    "numpy", "scipy", "monitoring.statistics", "monitoring.comparison",
    "monitoring.results.computing",
)  # fmt: skip


def imported_at_the_top(file: Path) -> Iterator[str]:
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def heavy(file: Path) -> list[str]:
    """Return what a file imports at its top that loads numpy or scipy."""
    return [
        name for name in imported_at_the_top(file) if name.startswith(HEAVY) and name not in LIGHT
    ]


def test_only_the_statistics_import_numpy_and_scipy() -> None:
    outside = [
        file
        for file in code_files()
        if not any(home in file.relative_to(ROOT).parents for home in HOMES)
        and any(name in file.read_text(encoding="utf-8") for name in HEAVY)
    ]

    assert {str(file): heavy(file) for file in outside if heavy(file)} == {}


def test_what_pages_may_import_loads_neither() -> None:
    for name in LIGHT:
        file = ROOT / f"{name.replace('.', '/')}.py"
        assert heavy(file) == [], name


def test_the_statistics_know_nothing_of_django() -> None:
    files = [file for file in code_files() if HOME in file.relative_to(ROOT).parents]

    assert files
    for file in files:
        assert not any(
            name.startswith(("django", "partnership")) for name in imported_at_the_top(file)
        )
