"""Whether the static files must be collected again; collecting takes a second or two each start."""

from collections.abc import Iterator
from pathlib import Path

from embedded import environment

PATTERNS = ("static", "[!.]*/static", "[!.]*/*/static")  # not those in .data and .venv


def are_collected(project: Path) -> bool:
    """Say whether the manifest is newer than all it was made from: our files and the packages."""
    root = environment.value("STATIC_ROOT") or environment.data_dir() / "static"
    manifest = Path(root) / "staticfiles.json"
    if not manifest.exists():
        return False
    return all(path.stat().st_mtime < manifest.stat().st_mtime for path in _sources(project))


def _sources(project: Path) -> Iterator[Path]:
    yield project / "requirements.txt"
    for folder in (path for pattern in PATTERNS for path in project.glob(pattern)):
        yield folder  # a folder changes when a file in it is removed
        yield from folder.rglob("*")
