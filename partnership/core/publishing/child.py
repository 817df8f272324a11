"""The process that runs Typst once: a job as JSON comes in, a PDF goes out."""

import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

import typst


def main() -> int:
    job = json.load(sys.stdin)
    with tempfile.TemporaryDirectory() as place:
        return _set(job, _prepared(job, Path(place)))


def _prepared(job: dict[str, Any], place: Path) -> Path:
    """Bring templates and pictures together: Typst reads nothing outside of one folder."""
    root = place / "document"
    shutil.copytree(job["root"], root)
    for name, source in job["pictures"].items():
        shutil.copyfile(source, root / name)
    return root


def _set(job: dict[str, Any], root: Path) -> int:
    try:
        pdf = typst.compile(
            str(root / job["input"]),
            root=str(root),
            font_paths=job["font_paths"],
            ignore_system_fonts=True,
            sys_inputs=job["sys_inputs"],
            timestamp=job["timestamp"],
            pdf_standards="ua-1",
        )
    except typst.TypstError as error:
        sys.stderr.write(error.message)
        return 1
    sys.stdout.buffer.write(pdf)
    return 0


if __name__ == "__main__":
    sys.exit(main())
