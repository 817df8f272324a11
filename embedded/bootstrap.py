"""Installs what the lock names into `.venv`, then runs `.venv`'s Python with the given arguments.

Run as `python3 -m embedded.bootstrap [--dev] [arguments]`. Written in the syntax of Python 3.6,
so that an old Python 3 reads as far as the sentence which says that it is too old.
"""

import platform
import sys

OLDEST = (3, 11)
PLATFORMS = {
    "Linux": ("x86_64", "aarch64"),
    "Darwin": ("x86_64", "arm64"),
}


def objection(version: "tuple[int, ...]", system: str, machine: str, libc: str) -> str:
    """Return the sentence that says why this Python or machine will not do, or nothing."""
    if version < OLDEST:
        return (
            "Python {}.{} is too old: the portal needs Python {}.{} or newer. "
            "Name one: make run PYTHON=python3.11".format(*version[:2] + OLDEST)
        )
    if machine not in PLATFORMS.get(system, ()) or (system == "Linux" and libc != "glibc"):
        return (
            "{} on {} is not supported: PostgreSQL and Valkey come as wheels for Linux with glibc "
            "(x86_64, aarch64) and macOS (x86_64, arm64). docker-compose.yml needs no wheels.".format(
                " ".join(filter(None, (system, libc))), machine
            )
        )
    for module in ("venv", "ensurepip"):
        try:
            __import__(module)
        except ImportError:
            return (
                "This Python has no module {}, so it cannot make a virtual environment. On Debian and "
                "Ubuntu: apt install python{}.{}-venv".format(module, *version[:2])
            )
    return ""


def main() -> None:
    reason = objection(
        sys.version_info[:2], platform.system(), platform.machine(), platform.libc_ver()[0]
    )
    if reason:
        sys.exit(reason)
    from embedded import installation  # noqa: PLC0415 - not readable for an old Python

    installation.run(sys.argv[1:])


if __name__ == "__main__":
    main()
