"""Turning what lies on its side or upside down.

Nothing is drawn here: a picture gets the mark by which cameras say how they were held (Exif,
orientation), and the check sets it upright; the pages of a PDF say how they are to be shown. Either
comes in anew by the one way there is.
"""

import zlib
from typing import Final

from django.core.files.base import ContentFile

from partnership.accounts.models import User
from partnership.documents import inspection, storage
from partnership.documents.actions.uploading import upload
from partnership.documents.checks.kinds import PICTURES, Kind
from partnership.documents.errors import CannotBeTurned
from partnership.documents.models import StoredFile

# A TIFF header with one entry: orientation (0x0112), a short, 6: a quarter to the right.
TO_THE_RIGHT: Final = bytes.fromhex("4d4d002a 00000008 0001 0112 0003 00000001 00060000 00000000")
JPEG_BEGINS: Final = b"\xff\xd8"
PNG_HEADER: Final = 33  # bytes of the signature and the first chunk


def turn(file: StoredFile, *, by: User) -> StoredFile:
    """Return a new file, turned by a quarter to the right; the old one stays."""
    name = str(file.facts["names"][0])
    if file.is_picture:
        kinds, content = PICTURES, marked(storage.read(file.token, name))
    else:
        kinds, content = frozenset({Kind.PDF}), _with_pages_turned(file, name)
    return upload(ContentFile(content, file.download_name), by=by, kinds=kinds, about=file)


def _with_pages_turned(file: StoredFile, name: str) -> bytes:
    with storage.workshop(file.token) as out:
        result = out / name
        try:
            is_turned = inspection.turned(storage.folder(file.token) / name, result)
        except inspection.Busy as busy:
            raise CannotBeTurned from busy
        if not is_turned:
            raise CannotBeTurned
        return result.read_bytes()


def marked(content: bytes) -> bytes:
    """Return a JPEG or PNG of ours, which has no mark, with the mark."""
    if content.startswith(JPEG_BEGINS):
        entry = b"Exif\0\0" + TO_THE_RIGHT
        segment = b"\xff\xe1" + (len(entry) + 2).to_bytes(2, "big") + entry
        return content[:2] + segment + content[2:]
    chunk = b"eXIf" + TO_THE_RIGHT
    sum_of_chunk = zlib.crc32(chunk).to_bytes(4, "big")
    whole = len(TO_THE_RIGHT).to_bytes(4, "big") + chunk + sum_of_chunk
    return content[:PNG_HEADER] + whole + content[PNG_HEADER:]
