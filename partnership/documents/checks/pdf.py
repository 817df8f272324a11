"""PDF: complete, open, and without anything that acts by itself.

Names may be written with escapes (`/J#61vaScript`) and may stand in packed object streams; both
are undone before looking. Packed streams are unpacked up to a limit and never kept.
"""

import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from .refusal import Cause, Refused

TAIL: Final = 2048  # bytes in which the end mark must stand
MOST_BYTES: Final = 50_000_000  # unpacked, of all object streams
MOST_STREAMS: Final = 20_000
STEP: Final = 1_000_000
ACTIVE: Final = re.compile(
    rb"/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE|AA)\b"
)
ENCRYPTED: Final = re.compile(rb"/Encrypt\b")
ESCAPE: Final = re.compile(rb"#([0-9A-Fa-f]{2})")
STREAM: Final = re.compile(rb"<<(?:(?!endobj).){0,2000}?>>\s*stream\r?\n", re.DOTALL)
OBJECTS: Final = re.compile(rb"/ObjStm\b")


def check(path: Path) -> dict[str, object]:
    """Return nothing to remember; raise Refused where something is wrong."""
    content = path.read_bytes()
    if b"%%EOF" not in content[-TAIL:]:
        raise Refused(Cause.DAMAGED)
    _require_passive(content)
    for unpacked in _object_streams(content):
        _require_passive(unpacked)
    return {}


def _require_passive(content: bytes) -> None:
    plain = ESCAPE.sub(lambda found: bytes([int(found[1], 16)]), content)
    if ENCRYPTED.search(plain):
        raise Refused(Cause.PASSWORD)
    if ACTIVE.search(plain):
        raise Refused(Cause.ACTIVE_CONTENT)


def _object_streams(content: bytes) -> Iterator[bytes]:
    total = 0
    for number, found in enumerate(STREAM.finditer(content)):
        if number > MOST_STREAMS:
            raise Refused(Cause.TOO_HARD)
        head = ESCAPE.sub(lambda escape: bytes([int(escape[1], 16)]), found[0])
        if OBJECTS.search(head):
            for piece in _unpacked(content, found.end()):
                total += len(piece)
                if total > MOST_BYTES:
                    raise Refused(Cause.UNPACKS_TOO_LARGE, most=MOST_BYTES // 1_000_000)
                yield piece


def _unpacked(content: bytes, start: int) -> Iterator[bytes]:
    """Yield a stream's text piece by piece; each begins with the end of the one before."""
    unpacker, rest, tail = zlib.decompressobj(), content[start:], b""
    while rest and not unpacker.eof:
        try:
            piece = unpacker.decompress(rest, STEP)
        except zlib.error:
            return  # not packed this way; what is plain was looked at already
        rest = unpacker.unconsumed_tail
        if piece:
            yield tail + piece
        tail = piece[-64:]
