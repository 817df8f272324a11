"""Examines one file: `python -m checks FILE NAME FOLDER` prints the result as JSON.

What is to be kept is written into FOLDER. Whatever happens, the answer is a line of JSON or none;
the caller takes none for a refusal.
"""

import json
import resource
import shutil
import sys
from pathlib import Path

from . import geojson, images, limits, office, pdf, tables
from .kinds import HEAD, PICTURES, SHEETS, Kind, detect, require_fitting_name, require_fitting_size
from .refusal import Cause, Refused

CHECKS = {
    Kind.PDF: pdf.check,
    Kind.XLSX: office.check,
    Kind.DOCX: office.check,
    Kind.CSV: tables.check,
    Kind.GEOJSON: geojson.check,
}
Answer = dict[str, object]


def examine(path: Path, name: str, out: Path) -> Answer:
    """Return kind and facts of the file, or why it is refused."""
    kind: Kind | None = None
    try:
        with path.open("rb") as file:
            kind = detect(file.read(HEAD))
        kind = kind or office.kind_of(path)
        require_fitting_name(name, kind)
        require_fitting_size(path.stat().st_size, kind)
        return {"kind": kind, "facts": _checked(path, kind, out)}
    except Refused as refused:
        return {"kind": kind or "", "refused": refused.cause, "details": refused.details}
    except (MemoryError, RecursionError):
        return {"kind": kind or "", "refused": Cause.TOO_HARD, "details": {}}


def _checked(path: Path, kind: Kind, out: Path) -> Answer:
    if kind in PICTURES:
        return images.check(path, kind, out)
    facts = CHECKS[kind](path)
    kept = f"original.{SHEETS[kind].endings[0]}"
    shutil.copyfile(path, out / kept)
    return {**facts, "names": [kept]}


def main() -> int:
    limits.set_limits()
    path, name, out = sys.argv[1:]
    answer = examine(Path(path), name, Path(out))
    answer["seconds"] = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    answer["peak_kib"] = limits.status("VmHWM")
    sys.stdout.write(json.dumps(answer))
    return 0


if __name__ == "__main__":
    sys.exit(main())
