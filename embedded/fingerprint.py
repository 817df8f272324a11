"""Whether the project is still the one that was prepared, so that a start need not do it again."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

IGNORED_FOLDERS = {"__pycache__", "docs", "tests"}
IGNORED_SUFFIXES = (".md", ".mo", ".pyc")


def of_project(project: Path) -> str:
    """Return a digest of the names, sizes and times of all files that make the portal."""
    digest = hashlib.sha256()
    for path in sorted(_files(project)):
        facts = path.stat()
        line = f"{path.relative_to(project)} {facts.st_size} {facts.st_mtime_ns}\n"
        digest.update(line.encode())
    return digest.hexdigest()


def _files(project: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(project):
        folders[:] = [name for name in folders if not _is_ignored(name)]
        yield from (Path(folder, name) for name in names if not _is_ignored(name))


def _is_ignored(name: str) -> bool:
    """Hidden files are data, caches and `.venv`, whose content the lock files stand for."""
    hidden = name.startswith(".") and name != ".env"
    return hidden or name in IGNORED_FOLDERS or name.endswith(IGNORED_SUFFIXES)
