"""Locks between processes. The kernel drops them with the process, however it ends."""

import fcntl
import os
from pathlib import Path
from types import TracebackType


class FileLock:
    """A flock on a file: shared by many or held by one alone, gone with its last holder.

    Programs that this process starts do not inherit it, unless its descriptor is passed to them.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        self.descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)

    def share(self) -> None:
        """Hold it together with others; wait while somebody holds it alone."""
        fcntl.flock(self.descriptor, fcntl.LOCK_SH)

    def take(self) -> None:
        """Hold it alone; wait until nobody else holds it."""
        fcntl.flock(self.descriptor, fcntl.LOCK_EX)

    def try_to_take(self) -> bool:
        """Hold it alone if nobody else holds it, and say whether that is so."""
        try:
            fcntl.flock(self.descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def release(self) -> None:
        """Unlock it, also for a process that was given the descriptor."""
        fcntl.flock(self.descriptor, fcntl.LOCK_UN)

    def is_shared(self) -> bool:
        """Say whether others share it, rather than nobody holding it or one holding it alone."""
        try:
            fcntl.flock(self.descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        shared = not self.try_to_take()
        fcntl.flock(self.descriptor, fcntl.LOCK_UN)
        return shared

    def is_in_place(self) -> bool:
        """Say whether its path still leads to this lock; others would lock another file if not."""
        try:
            return os.path.samestat(self.path.stat(), os.fstat(self.descriptor))
        except FileNotFoundError:
            return False

    def close(self) -> None:
        """Let go of it here; a process that was given the descriptor still holds it."""
        os.close(self.descriptor)

    def __enter__(self) -> "FileLock":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def is_held(path: Path) -> bool:
    """Say whether a process holds this lock in any way."""
    if not path.exists():
        return False
    with FileLock(path) as lock:
        return not lock.try_to_take()
