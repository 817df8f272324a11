"""Turns every page of a PDF by a quarter to the right: `python -m checks.turning FILE RESULT`.

The pages themselves stay as they are: each says how it is to be shown. Reading a PDF is what attacks on
readers use, so it happens here, in a process that ends and has as little as the one that examines.
"""

import sys
from pathlib import Path

from pypdf import PdfReader, PdfWriter

from . import limits

QUARTER = 90


def turn(path: Path, result: Path) -> None:
    writer = PdfWriter(clone_from=PdfReader(path, strict=False))
    if not writer.pages:
        raise ValueError("no pages")
    for page in writer.pages:
        page.rotate(QUARTER)
    writer.write(result)


def main() -> int:
    limits.set_limits()
    path, result = sys.argv[1:]
    turn(Path(path), Path(result))
    return 0


if __name__ == "__main__":
    sys.exit(main())
