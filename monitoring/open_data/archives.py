"""Several files in one, sent while it is made: memory does not grow with what is in it."""

import io
from collections.abc import Iterable, Iterator
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.utils import timezone

Files = Iterable[tuple[str, Iterable[str]]]


class _Outlet(io.RawIOBase):
    """A file that only keeps what nobody has taken yet."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        part = bytes(data)
        self.parts.append(part)
        return len(part)

    def taken(self) -> bytes:
        data = b"".join(self.parts)
        self.parts.clear()
        return data


def zipped(files: Files) -> Iterator[bytes]:
    """Yield the pieces of a zip archive of `files`: names, and the pieces of their text."""
    outlet, made = _Outlet(), timezone.localtime().timetuple()[:6]
    with ZipFile(outlet, "w") as archive:
        for name, pieces in files:
            about = ZipInfo(name, made)
            about.compress_type = ZIP_DEFLATED
            with archive.open(about, "w") as entry:
                for piece in pieces:
                    entry.write(piece.encode())
                    if data := outlet.taken():
                        yield data
    yield outlet.taken()
