"""numpy and scipy take a second to load: no page or command does so at its start."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.sources import ROOT, code_files

HEAVY = ("numpy", "scipy", "monitoring.statistics", "monitoring.comparison")
HOME = (Path("monitoring/statistics"), Path("monitoring/comparison"))


def imported_at_the_top(file: Path) -> Iterator[str]:
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_only_the_statistics_import_numpy_and_scipy() -> None:
    named = {
        file.relative_to(ROOT): set(imported_at_the_top(file))
        for file in code_files()
        if any(name in file.read_text(encoding="utf-8") for name in HEAVY)
    }

    others = [
        str(file)
        for file, names in named.items()
        if not any(home in file.parents for home in HOME)
        and any(name.startswith(HEAVY) for name in names)
    ]

    assert others == []


def test_the_statistics_know_nothing_of_django() -> None:
    files = [file for file in code_files() if HOME[0] in file.relative_to(ROOT).parents]

    assert files
    for file in files:
        assert not any(
            name.startswith(("django", "partnership")) for name in imported_at_the_top(file)
        )
