"""The directory of a zip archive, and its entries unpacked into nothing while being counted."""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from .refusal import Cause, Refused

MOST_ENTRIES: Final = 1000
MOST_BYTES: Final = 50_000_000  # unpacked
MOST_TO_READ: Final = 100_000_000  # the same of a workbook that is read and not handed out
MOST_RATIO: Final = 100  # unpacked to packed
RATIO_COUNTS_FROM: Final = 1_000_000  # bytes unpacked; below, it says nothing
ENCRYPTED: Final = 0x1
LOCAL_HEADER: Final = 30  # bytes before the name
STEP: Final = 65_536
OUTSIDE: Final = re.compile(r"^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)|[\x00-\x1f\\]")
UNREADABLE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    IndexError,
)


def opened(path: Path, most: int) -> zipfile.ZipFile:
    """Return the archive after its directory was examined: nothing is unpacked yet, and it names
    no more than `most` bytes."""
    try:
        archive = zipfile.ZipFile(path)
    except UNREADABLE as error:
        raise Refused(Cause.DAMAGED) from error
    entries = archive.infolist()
    _require_modest(entries, path.stat().st_size, most)
    _require_plain(entries)
    _require_apart(entries, archive.start_dir)
    return archive


def pieces(archive: zipfile.ZipFile, most: int) -> Iterator[tuple[str, bytes]]:
    """Yield (name of the entry, some of its bytes); stop where more comes out than was said."""
    total = 0
    try:
        for entry in archive.infolist():
            with archive.open(entry) as content:
                while piece := content.read(STEP):
                    total += len(piece)
                    if total > most:
                        raise Refused(Cause.UNPACKS_TOO_LARGE, most=most // 1_000_000)
                    yield entry.filename, piece
    except UNREADABLE as error:
        raise Refused(Cause.DAMAGED) from error


def _require_modest(entries: list[zipfile.ZipInfo], size: int, most: int) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    is_dense = unpacked > RATIO_COUNTS_FROM and unpacked > MOST_RATIO * size
    if len(entries) > MOST_ENTRIES or unpacked > most or is_dense:
        raise Refused(Cause.UNPACKS_TOO_LARGE, most=most // 1_000_000)


def _require_plain(entries: list[zipfile.ZipInfo]) -> None:
    """Office programs write deflated or stored entries under plain names, each once."""
    names = [entry.filename.casefold() for entry in entries]
    if any(entry.flag_bits & ENCRYPTED for entry in entries):
        raise Refused(Cause.PASSWORD)
    methods = {entry.compress_type for entry in entries}
    if (
        not methods <= {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
        or len(set(names)) < len(names)
        or any(OUTSIDE.search(entry.orig_filename) for entry in entries)
    ):
        raise Refused(Cause.DAMAGED)


def _require_apart(entries: list[zipfile.ZipInfo], directory: int) -> None:
    """Entries that share bytes unpack to far more than the archive holds."""
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < end:
            raise Refused(Cause.UNPACKS_TOO_LARGE, most=MOST_BYTES // 1_000_000)
        end = entry.header_offset + LOCAL_HEADER + entry.compress_size
    if end > directory:
        raise Refused(Cause.DAMAGED)
