"""Compiles the message catalogues (.po to .mo) without gettext being installed."""

from pathlib import Path

import polib

from embedded.environment import PROJECT

PATTERNS = ("locale/*/LC_MESSAGES/*.po", "*/locale/*/LC_MESSAGES/*.po")


def compile_all(project: Path) -> list[Path]:
    """Write each .mo that is missing or older than its .po, and return those written."""
    written = []
    for source in (path for pattern in PATTERNS for path in project.glob(pattern)):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime <= source.stat().st_mtime:
            draft = target.with_suffix(".mo.new")
            polib.pofile(str(source)).save_as_mofile(str(draft))
            draft.replace(target)
            written.append(target)
    return written


if __name__ == "__main__":
    for path in compile_all(PROJECT):
        print(path.relative_to(PROJECT))
