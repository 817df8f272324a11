"""A page fills only blocks that its frame has: what stands in any other block is never shown."""

import re
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, tracked

TEMPLATES = ROOT / "templates"
BLOCK = re.compile(r"{% block (\w+)")
TAG = re.compile(r"{% (?:block (\w+)|endblock)")
EXTENDS = re.compile(r'{% extends "([^"]+)"')


def blocks(file: Path) -> set[str]:
    return set(BLOCK.findall(file.read_text("utf-8")))


def frames(file: Path) -> list[Path]:
    """Return the templates of ours that `file` extends, the nearest first."""
    found = EXTENDS.search(file.read_text("utf-8"))
    parent = TEMPLATES / found[1] if found else None
    return [parent, *frames(parent)] if parent and parent.is_file() else []


def outermost(text: str) -> set[str]:
    """Return the blocks that stand in no other block."""
    depth, names = 0, set()
    for name in TAG.findall(text):
        if name and depth == 0:
            names.add(name)
        depth += 1 if name else -1
    return names


def filled_for_nothing(file: Path) -> set[str]:
    """Return the outermost blocks of a page that no template above it has."""
    above = frames(file)
    if not above or "admin" in file.relative_to(TEMPLATES).parts:
        return set()
    shown = set().union(*(blocks(frame) for frame in above))
    return outermost(file.read_text("utf-8")) - shown


@pytest.mark.parametrize(
    "file", tracked("templates/**/*.html"), ids=lambda file: str(file.relative_to(TEMPLATES))
)
def test_a_page_fills_only_blocks_its_frame_has(file: Path) -> None:
    assert filled_for_nothing(file) == set()


def test_it_notices_a_block_that_nobody_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.architecture.test_templates.TEMPLATES", tmp_path)
    (tmp_path / "base.html").write_text("{% block main %}{% endblock %}", "utf-8")
    page = tmp_path / "page.html"
    page.write_text('{% extends "base.html" %}{% block styles %}x{% endblock %}', "utf-8")

    assert filled_for_nothing(page) == {"styles"}
