"""Where files lie: in quarantine until they are checked, then under their random names.

    <MEDIA_DIR>/quarantine/<token>        as it was sent
    <MEDIA_DIR>/quarantine/<token>.made   what the check has made of it
    <MEDIA_DIR>/files/<to>/<token>/       what is served; `to` is the beginning of the token

The web server is given `files/` alone. Names of folders and files never come from outside.
"""

import contextlib
import hashlib
import os
import shutil
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.conf import settings

from partnership.documents.errors import StorageFailed

MADE: Final = ".made"
OURS_ALONE: Final = 0o700
FOLDER_MODE: Final = 0o755  # the proxy, another user, reads what is served
FILE_MODE: Final = 0o644


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: size in bytes and SHA-256."""

    size: int
    sha256: str


def quarantine() -> Path:
    return Path(settings.MEDIA_DIR) / "quarantine"


def files() -> Path:
    return Path(settings.MEDIA_DIR) / "files"


def sent(token: str) -> Path:
    """The file as it was sent."""
    return quarantine() / token


def made(token: str) -> Path:
    """The folder into which the check writes."""
    return quarantine() / f"{token}{MADE}"


def folder(token: str) -> Path:
    """The folder from which the file is served."""
    return files() / relative(token)


def relative(token: str) -> str:
    return f"{token[:2]}/{token}"


def write(token: str, chunks: Iterable[bytes]) -> Written:
    """Write a file into quarantine, all of it or nothing."""
    digest, size, path = hashlib.sha256(), 0, sent(token)
    try:
        quarantine().mkdir(OURS_ALONE, parents=True, exist_ok=True)
        with path.open("xb") as file:
            for chunk in chunks:
                file.write(chunk)
                digest.update(chunk)
                size += len(chunk)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        path.unlink(missing_ok=True)
        raise StorageFailed from error
    return Written(size, digest.hexdigest())


@contextlib.contextmanager
def workshop(token: str) -> Iterator[Path]:
    """Lend an empty folder for what the check makes; it is gone afterwards unless released."""
    place = made(token)
    shutil.rmtree(place, ignore_errors=True)
    try:
        place.mkdir(FOLDER_MODE)
        yield place
    except OSError as error:
        raise StorageFailed from error
    finally:
        shutil.rmtree(place, ignore_errors=True)


def release(token: str) -> None:
    """Move what the check has made to where it is served from; once more does no harm."""
    target = folder(token)
    for path in made(token).iterdir():
        path.chmod(FILE_MODE)
    made(token).chmod(FOLDER_MODE)
    target.parent.mkdir(FOLDER_MODE, parents=True, exist_ok=True)
    shutil.rmtree(target, ignore_errors=True)
    made(token).rename(target)


def read(token: str, name: str) -> bytes:
    """Return what is served of a file under `name`."""
    try:
        return (folder(token) / name).read_bytes()
    except OSError as error:
        raise StorageFailed from error


def forget_sent(token: str) -> None:
    sent(token).unlink(missing_ok=True)


def forget(token: str) -> None:
    """Delete everything of a file."""
    forget_sent(token)
    shutil.rmtree(made(token), ignore_errors=True)
    shutil.rmtree(folder(token), ignore_errors=True)


def tokens_older_than(seconds: float) -> Iterator[str]:
    """Yield the names of all files that lie here and were not touched for so long."""
    latest = time.time() - seconds
    for path in [*quarantine().glob("*"), *files().glob("*/*")]:
        with contextlib.suppress(FileNotFoundError):
            if path.stat().st_mtime < latest:
                yield path.name.removesuffix(MADE)
