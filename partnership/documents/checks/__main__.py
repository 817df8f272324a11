"""Examines one file: `python -m checks FILE NAME FOLDER [--only-read]` prints the result as JSON.

What is to be kept is written into FOLDER. A table that is only read may be larger, and what stands in
its cells is left to its reader. Whatever happens, the answer is a line of JSON or none;
the caller takes none for a refusal.
"""

import json
import resource
import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from . import geojson, images, limits, office, pdf, tables, zips
from .kinds import HEAD, PICTURES, SHEETS, Kind, detect, require_fitting_name, require_fitting_size
from .refusal import Cause, Refused

Answer = dict[str, object]
Checks = Mapping[Kind, Callable[[Path], Answer]]
CHECKS: Checks = {
    Kind.PDF: pdf.check,
    Kind.XLSX: office.check,
    Kind.DOCX: office.check,
    Kind.CSV: tables.check,
    Kind.GEOJSON: geojson.check,
}
TO_READ: Checks = {Kind.XLSX: office.check_to_read, Kind.CSV: tables.check_to_read}
ONLY_READ = "--only-read"


def examine(path: Path, name: str, out: Path, *, only_read: bool = False) -> Answer:
    """Return kind and facts of the file, or why it is refused."""
    kind: Kind | None = None
    try:
        with path.open("rb") as file:
            kind = detect(file.read(HEAD))
        kind = kind or office.kind_of(path, zips.MOST_TO_READ if only_read else zips.MOST_BYTES)
        require_fitting_name(name, kind)
        require_fitting_size(path.stat().st_size, kind, only_read=only_read)
        checks = {**CHECKS, **TO_READ} if only_read else CHECKS
        return {"kind": kind, "facts": _checked(path, kind, out, checks)}
    except Refused as refused:
        return {"kind": kind or "", "refused": refused.cause, "details": refused.details}
    except (MemoryError, RecursionError):
        return {"kind": kind or "", "refused": Cause.TOO_HARD, "details": {}}


def _checked(path: Path, kind: Kind, out: Path, checks: Checks) -> Answer:
    if kind in PICTURES:
        return images.check(path, kind, out)
    facts = checks[kind](path)
    kept = f"original.{SHEETS[kind].endings[0]}"
    shutil.copyfile(path, out / kept)
    return {**facts, "names": [kept]}


def main() -> int:
    limits.set_limits()
    path, name, out, *how = sys.argv[1:]
    answer = examine(Path(path), name, Path(out), only_read=ONLY_READ in how)
    answer["seconds"] = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    answer["peak_kib"] = limits.status("VmHWM")
    sys.stdout.write(json.dumps(answer))
    return 0


if __name__ == "__main__":
    sys.exit(main())
