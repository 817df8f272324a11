"""Asks a ClamAV server about a file, when one is configured (CLAMAV_ADDRESS).

The protocol is clamd's INSTREAM: `zINSTREAM\\0`, then pieces, each after its length as four bytes,
an empty piece at the end; the answer is `stream: OK\\0` or `stream: <name> FOUND\\0`
(clamd(8), section COMMANDS).
"""

import re
import socket
import struct
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from django.conf import settings

CONNECT_SECONDS: Final = 2
ANSWER_SECONDS: Final = 20
PIECE: Final = 64 * 1024
LONGEST_ANSWER: Final = 1024
FOUND: Final = re.compile(r"stream: (.+) FOUND")


class NoAnswer(Exception):
    """The scanner is away, busy or not understood: the file has to wait."""


def is_configured() -> bool:
    return bool(settings.CLAMAV_ADDRESS)


def virus_in(path: Path) -> str:
    """Return the name of the virus in the file, empty when the scanner finds none."""
    try:
        with _connected() as scanner, path.open("rb") as file:
            scanner.sendall(b"zINSTREAM\0")
            while piece := file.read(PIECE):
                scanner.sendall(struct.pack("!I", len(piece)) + piece)
            scanner.sendall(struct.pack("!I", 0))
            answer = _answer(scanner)
    except OSError as error:
        raise NoAnswer from error
    if answer == "stream: OK":
        return ""
    found = FOUND.fullmatch(answer)
    if found is None:
        raise NoAnswer
    return found[1][:100]


def _connected() -> socket.socket:
    """Connect to `unix:/path/of/socket` or `tcp://host:port`."""
    address = urlsplit(settings.CLAMAV_ADDRESS)
    if address.scheme == "unix":
        scanner = _connected_locally(address.path)
    else:
        scanner = socket.create_connection(
            (address.hostname or "127.0.0.1", address.port or 3310), CONNECT_SECONDS
        )
    scanner.settimeout(ANSWER_SECONDS)
    return scanner


def _connected_locally(path: str) -> socket.socket:
    scanner = socket.socket(socket.AF_UNIX)
    scanner.settimeout(CONNECT_SECONDS)
    try:
        scanner.connect(path)
    except OSError:
        scanner.close()
        raise
    return scanner


def _answer(scanner: socket.socket) -> str:
    answer = b""
    while not answer.endswith(b"\0") and len(answer) < LONGEST_ANSWER:
        piece = scanner.recv(LONGEST_ANSWER)
        if not piece:
            break
        answer += piece
    return answer.rstrip(b"\0\n").decode("utf-8", "replace")
