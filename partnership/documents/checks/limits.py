"""What the process may use, set before it looks at anything."""

import resource
from pathlib import Path
from typing import Final

MORE_MEMORY: Final = 150 * 1024 * 1024  # bytes of address space beside the program itself
CPU_SECONDS: Final = 10
LARGEST_FILE: Final = 64 * 1024 * 1024  # bytes, of what is written
OPEN_FILES: Final = 64


def set_limits() -> None:
    _limit(resource.RLIMIT_AS, status("VmSize") * 1024 + MORE_MEMORY)
    _limit(resource.RLIMIT_CPU, CPU_SECONDS)
    _limit(resource.RLIMIT_FSIZE, LARGEST_FILE)
    _limit(resource.RLIMIT_NOFILE, OPEN_FILES)
    _limit(resource.RLIMIT_CORE, 0)


def status(name: str) -> int:
    """Return a figure of this process in KiB, such as `VmHWM`, the most memory it has held.

    The kernel's `ru_maxrss` would count what the parent held when it started this process.
    """
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1])
    return 0


def _limit(what: int, most: int) -> None:
    _soft, hard = resource.getrlimit(what)
    if hard != resource.RLIM_INFINITY:
        most = min(most, hard)
    resource.setrlimit(what, (most, most))
