"""Files that attack, lie or are broken, made in code; none of them lies in the repository.

Each has a name, a maker, and what has to come of it: a cause, or None where the picture is taken
and its second content must be gone (`MARK` is what must not come through).
"""

import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

from partnership.documents.checks.kinds import TEST_VIRUS
from partnership.documents.checks.refusal import Cause
from tests.factories.files import CSV, TYPES, archive, docx, geojson, jpeg, pdf, png, saved, xlsx

MARK = b"alert(document.domain)"
SCRIPT = b"<script>" + MARK + b"</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="' + MARK + b'"/>'
ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    b"<workbook>&b;</workbook>"
)


@dataclass(frozen=True)
class Hostile:
    """`name` is what the file calls itself; `is_bomb` where time and memory are at stake."""

    about: str
    name: str
    make: Callable[[], bytes]
    cause: Cause | None
    is_bomb: bool = False


def png_of(width: int, height: int, packed: bytes = b"") -> bytes:
    """A PNG whose header claims a size, whatever its data are."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack("!I", len(data)) + kind + data + struct.pack("!I", zlib.crc32(kind + data))
        )

    head = struct.pack("!IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = packed or zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def bilevel_bomb() -> bytes:
    return saved(Image.new("1", (13_000, 13_000)), "PNG")


def jpeg_claiming(width: int, height: int) -> bytes:
    content = bytearray(jpeg())
    at = content.index(b"\xff\xc0")
    content[at + 5 : at + 9] = struct.pack("!HH", height, width)
    return bytes(content)


def text_bomb_png() -> bytes:
    """A picture whose comment unpacks to 100 MB."""
    content = bytearray(png())
    data = b"Comment\0\0" + zlib.compress(b"\0" * 100_000_000, 9)
    chunk = struct.pack("!I", len(data)) + b"zTXt" + data
    chunk += struct.pack("!I", zlib.crc32(b"zTXt" + data))
    return bytes(content[:33] + chunk + content[33:])


def sheet_bomb() -> bytes:
    return xlsx(xl___worksheets___sheet1__xml=b"<c/>" * 25_000_000)


def shared_strings_bomb() -> bytes:
    return xlsx(**{f"xl___part{n}__xml": b"a" * 6_000_000 for n in range(20)})


def lying_directory() -> bytes:
    """The directory says 10 bytes where 60 MB come out."""
    content = bytearray(xlsx(xl___big__xml=b"b" * 60_000_000))
    for mark, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = content.rindex(mark)
        content[at + offset : at + offset + 4] = struct.pack("<I", 10)
    return bytes(content)


def overlapping() -> bytes:
    """Two hundred names for the same packed bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", TYPES)
        file.writestr("xl/workbook.xml", b"c" * 200_000)
        shared = file.getinfo("xl/workbook.xml")
        for number in range(200):
            twin = zipfile.ZipInfo(f"xl/twin{number}.xml")
            twin.header_offset, twin.CRC = shared.header_offset, shared.CRC
            twin.compress_size, twin.file_size = shared.compress_size, shared.file_size
            twin.compress_type = shared.compress_type
            file.filelist.append(twin)
            file.NameToInfo[twin.filename] = twin
        file._didModify = True
    return stream.getvalue()


def encrypted() -> bytes:
    content = bytearray(xlsx())
    for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = content.index(mark)
        content[at + offset] |= 1
    return bytes(content)


def object_stream(hidden: bytes) -> bytes:
    packed = zlib.compress(hidden)
    head = b"<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>" % len(packed)
    return pdf(head + b"\nstream\n" + packed + b"\nendstream")


def deep_json() -> bytes:
    return b'{"type":"FeatureCollection","features":' + b"[" * 50_000 + b"]" * 50_000 + b"}"


def many_points() -> bytes:
    ring = [[118 + n / 1e6, 24.5] for n in range(20_001)]
    return json.dumps({"type": "LineString", "coordinates": ring}).encode()


def rows(line: bytes, number: int) -> bytes:
    return line * number


FILES = [
    Hostile("nothing", "photo.jpg", lambda: b"", Cause.EMPTY),
    Hostile("SVG", "logo.svg", lambda: SVG, Cause.MARKUP),
    Hostile("SVG called PNG", "logo.png", lambda: SVG, Cause.MARKUP),
    Hostile("HTML called JPEG", "photo.jpg", lambda: b"<!DOCTYPE html>" + SCRIPT, Cause.MARKUP),
    Hostile("HTML behind blanks", "data.csv", lambda: b"\n\n  \t" + SCRIPT, Cause.MARKUP),
    Hostile("HTML behind a mark", "data.csv", lambda: b"\xef\xbb\xbf" + SCRIPT, Cause.MARKUP),
    Hostile("HTML in UTF-16", "data.csv", lambda: SCRIPT.decode().encode("utf-16"), Cause.MARKUP),
    Hostile("PHP called JPEG", "a.php.jpg", lambda: b"<?php system($_GET[0]);", Cause.MARKUP),
    Hostile("XML with entities", "map.json", lambda: ENTITIES, Cause.MARKUP),
    Hostile("Windows program", "photo.jpg", lambda: b"MZ\x90\0" + b"\0" * 200, Cause.PROGRAM),
    Hostile("Linux program", "data.csv", lambda: b"\x7fELF\x02\x01\x01", Cause.PROGRAM),
    Hostile("shell script", "data.csv", lambda: b"#!/bin/sh\nrm -rf /,\n", Cause.PROGRAM),
    Hostile("picture called program", "photo.exe", jpeg, Cause.NAME_LIES),
    Hostile("picture called page", "photo.jpg.html", jpeg, Cause.NAME_LIES),
    Hostile("PDF called picture", "photo.jpg", pdf, Cause.NAME_LIES),
    Hostile("workbook called table", "data.csv", xlsx, Cause.NAME_LIES),
    Hostile("table called workbook", "data.xlsx", lambda: CSV, Cause.NAME_LIES),
    Hostile("zip", "photos.zip", lambda: archive({"a.jpg": b"a"}), Cause.ARCHIVE),
    Hostile("Java archive called Word", "a.docx", lambda: archive({"a": b"a"}), Cause.ARCHIVE),
    Hostile("RAR", "photos.rar", lambda: b"Rar!\x1a\x07\x01\0", Cause.ARCHIVE),
    Hostile("gzip called CSV", "data.csv", lambda: b"\x1f\x8b\x08\0" + b"a" * 20, Cause.ARCHIVE),
    Hostile("GIF", "a.gif", lambda: b"GIF89a" + SCRIPT, Cause.OTHER_PICTURE),
    Hostile("phone picture", "a.heic", lambda: b"\0\0\0\x18ftypheic", Cause.PHONE_PICTURE),
    Hostile("old Excel", "a.xls", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Cause.OLD_OFFICE),
    Hostile("test virus", "data.csv", lambda: TEST_VIRUS, Cause.VIRUS),
    Hostile("unknown bytes", "data.csv", lambda: b"\x01\x02\x03\0\x04", Cause.UNKNOWN_KIND),
    Hostile("half a JPEG", "photo.jpg", lambda: jpeg((400, 300))[:600], Cause.DAMAGED),
    Hostile("only a JPEG's head", "photo.jpg", lambda: b"\xff\xd8\xff\xe0", Cause.DAMAGED),
    Hostile("broken PNG", "a.png", lambda: png_of(50, 50, b"no zlib"), Cause.DAMAGED),
    Hostile("broken WebP", "a.webp", lambda: b"RIFF\x10\0\0\0WEBPVP8 ", Cause.DAMAGED),
    Hostile("picture bomb", "a.png", bilevel_bomb, Cause.TOO_MANY_PIXELS, is_bomb=True),
    Hostile(
        "PNG that claims", "a.png", lambda: png_of(60_000, 60_000), Cause.TOO_MANY_PIXELS, is_bomb=True
    ),
    Hostile(
        "JPEG that claims", "a.jpg", lambda: jpeg_claiming(65_000, 65_000), Cause.TOO_MANY_PIXELS,
        is_bomb=True,
    ),
    Hostile(
        "JPEG under the limit", "a.jpg", lambda: jpeg_claiming(5000, 4990), None, is_bomb=True
    ),
    Hostile("strip", "a.png", lambda: png((20_000, 1)), Cause.TOO_LONG_SIDE),
    Hostile("comment bomb", "a.png", text_bomb_png, Cause.DAMAGED, is_bomb=True),
    Hostile("sheet bomb", "a.xlsx", sheet_bomb, Cause.UNPACKS_TOO_LARGE, is_bomb=True),
    Hostile("many parts", "a.xlsx", shared_strings_bomb, Cause.UNPACKS_TOO_LARGE, is_bomb=True),
    Hostile("lying directory", "a.xlsx", lying_directory, Cause.DAMAGED, is_bomb=True),
    Hostile("overlapping parts", "a.xlsx", overlapping, Cause.UNPACKS_TOO_LARGE, is_bomb=True),
    Hostile(
        "1001 parts",
        "a.docx",
        lambda: docx({f"word/{n}.xml": b"" for n in range(1001)}),
        Cause.UNPACKS_TOO_LARGE,
    ),
    Hostile("way out of the folder", "a.docx", lambda: docx({"../../etc/x": b"a"}), Cause.DAMAGED),
    Hostile("password", "a.xlsx", encrypted, Cause.PASSWORD),
    Hostile("half a workbook", "a.xlsx", lambda: xlsx()[:-30], Cause.DAMAGED),
    Hostile("macro", "a.xlsx", lambda: xlsx(xl___vbaProject__bin=b"a"), Cause.ACTIVE_CONTENT),
    Hostile("entities", "a.xlsx", lambda: xlsx(xl___a__xml=ENTITIES), Cause.ACTIVE_CONTENT),
    Hostile(
        "entities across pieces",
        "a.xlsx",
        lambda: xlsx(xl___a__xml=b" " * 65_533 + ENTITIES),
        Cause.ACTIVE_CONTENT,
    ),
    Hostile(
        "linked template",
        "a.docx",
        lambda: docx(
            {
                "word/_rels/settings.xml.rels": '<Relationship Type="x/attachedTemplate" '
                'Target="https://example.org/a.dotm" TargetMode="External"/>'
            }
        ),
        Cause.ACTIVE_CONTENT,
    ),
    Hostile(
        "embedded object",
        "a.docx",
        lambda: docx({"word/embeddings/oleObject1.bin": b"a"}),
        Cause.ACTIVE_CONTENT,
    ),
    Hostile("cut PDF", "a.pdf", lambda: pdf()[:-8], Cause.DAMAGED),
    Hostile(
        "script in a PDF",
        "a.pdf",
        lambda: pdf(b"<< /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>"),
        Cause.ACTIVE_CONTENT,
    ),
    Hostile(
        "escaped script in a PDF",
        "a.pdf",
        lambda: pdf(b"<< /S /J#61vaScr#69pt >>"),
        Cause.ACTIVE_CONTENT,
    ),
    Hostile(
        "packed script in a PDF",
        "a.pdf",
        lambda: object_stream(b"1 0 << /S /JavaScript /JS (a) >>"),
        Cause.ACTIVE_CONTENT,
    ),
    Hostile("program in a PDF", "a.pdf", lambda: pdf(b"<< /S /Launch >>"), Cause.ACTIVE_CONTENT),
    Hostile(
        "file in a PDF", "a.pdf", lambda: pdf(b"<< /EmbeddedFile 3 0 R >>"), Cause.ACTIVE_CONTENT
    ),
    Hostile("password of a PDF", "a.pdf", lambda: pdf(b"<< /Encrypt 3 0 R >>"), Cause.PASSWORD),
    Hostile(
        "bomb in a PDF",
        "a.pdf",
        lambda: object_stream(b"\0" * 60_000_000),
        Cause.UNPACKS_TOO_LARGE,
        is_bomb=True,
    ),
    Hostile("formula", "a.csv", lambda: b"a,b\n1,=cmd|'/C calc'!A0\n", Cause.FORMULA),
    Hostile("full-width formula", "a.csv", "a,b\n1,＝1+1\n".encode, Cause.FORMULA),
    Hostile("formula behind a sign", "a.csv", lambda: b"a,b\n1,-2+3+cmd|' /C x'!A0\n", Cause.FORMULA),
    Hostile("NUL in a table", "a.csv", lambda: b"a,b\n" + b"1,2\n" * 2000 + b"\0,1\n",
            Cause.CONTROL_CHARACTERS),
    Hostile("turned reading", "a.csv", "a,\u202eb\n".encode, Cause.CONTROL_CHARACTERS),
    Hostile("no encoding", "a.csv", lambda: b"a,b\n\xff\xff\xff\n", Cause.ENCODING),
    Hostile("no table", "a.csv", lambda: b"only words\n", Cause.NO_TABLE),
    Hostile("endless table", "a.csv", lambda: rows(b"1,2\n", 100_001), Cause.TABLE_TOO_LARGE),
    Hostile("wide table", "a.csv", lambda: b"1," * 600 + b"\n", Cause.TABLE_TOO_LARGE),
    Hostile("endless cell", "a.csv", lambda: b"1," + b"a" * 20_000 + b"\n", Cause.NO_TABLE),
    Hostile("deep JSON", "a.geojson", deep_json, Cause.TOO_DEEP, is_bomb=True),
    Hostile("no GeoJSON", "a.json", lambda: b'{"a": 1}', Cause.NO_GEOJSON),
    Hostile("no number", "a.geojson",
            lambda: b'{"type":"Point","coordinates":[NaN,1]}', Cause.NO_GEOJSON),
    Hostile("endless number", "a.geojson",
            lambda: b'{"type":"Point","coordinates":[' + b"9" * 5000 + b",1]}", Cause.NO_GEOJSON),
    Hostile("lone surrogate", "a.geojson",
            lambda: b'{"type":"Point","coordinates":[1,1],"a":"\\ud800"}', Cause.CONTROL_CHARACTERS),
    Hostile("NUL in JSON", "a.geojson",
            lambda: b'{"type":"Point","coordinates":[1,1],"a":"\\u0000"}', Cause.CONTROL_CHARACTERS),
    Hostile("many points", "a.geojson", many_points, Cause.TOO_MANY_POINTS),
    Hostile("outside the earth", "a.geojson",
            lambda: geojson({"type": "Point", "coordinates": [24, 118]}), Cause.COORDINATES),
    Hostile("page behind a JPEG", "photo.jpg", lambda: jpeg() + SCRIPT, None),
    Hostile("script in a JPEG's comment", "photo.jpg", lambda: jpeg(comment=SCRIPT), None),
    Hostile("page behind a PNG", "a.png", lambda: png() + SCRIPT, None),
    Hostile("archive behind a JPEG", "photo.jpg",
            lambda: jpeg() + archive({"x.class": MARK}), None),
]  # fmt: skip
BOMBS = [file for file in FILES if file.is_bomb]
