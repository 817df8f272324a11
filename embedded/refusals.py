"""Why the portal cannot start here: one sentence on stderr, and a non-zero exit."""

import errno
import os
import shutil
import socket
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MIB = 1024 * 1024
FULL_DISK = {errno.ENOSPC, errno.EDQUOT}


class Refusal(Exception):
    """A sentence for the person at the keyboard: what is wrong and what to do."""


def full_disk(folder: Path | str) -> Refusal:
    return Refusal(f"The disk of {folder} is full. Free some space and start again.")


@contextmanager
def one_line() -> Iterator[None]:
    """End the process with the refusal's sentence instead of a traceback."""
    try:
        yield
    except Refusal as refusal:
        sys.exit(str(refusal))
    except KeyboardInterrupt:
        sys.exit(130)
    except OSError as error:
        if error.errno in FULL_DISK:
            sys.exit(str(full_disk(error.filename or Path.cwd())))
        raise


def require_space(folder: Path, mebibytes: int) -> None:
    """Raise Refusal when the disk that holds `folder` has less than this left."""
    free = shutil.disk_usage(existing_parent(folder)).free // MIB
    if free < mebibytes:
        raise Refusal(
            f"The disk of {folder} has {free} MiB left and {mebibytes} MiB are needed. "
            "Free some space, or choose another folder with DATA_DIR."
        )


def existing_parent(folder: Path) -> Path:
    return next(path for path in (folder, *folder.parents) if path.exists())


def require_writable(folder: Path) -> None:
    """Make the folder and try a file in it: rights, read-only disks and quotas answer alike."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        if error.errno in FULL_DISK:
            raise full_disk(folder) from error
        raise Refusal(
            f"The folder {folder} cannot be written ({os.strerror(error.errno or 0)}). "
            "Change its rights, or choose another folder with DATA_DIR."
        ) from error


def require_free_port(port: int) -> None:
    """Raise Refusal when the web server could not listen on this port of the loopback address."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            known = {errno.EADDRINUSE: "is in use", errno.EACCES: "needs the rights of root"}
            reason = known.get(error.errno or 0, f"cannot be used ({error.strerror})")
            raise Refusal(
                f"Port {port} {reason}. Choose another: make run PORT={port + 1}"
            ) from error
