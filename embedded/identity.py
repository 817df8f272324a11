"""As whom the servers run.

PostgreSQL refuses to run as root, so that a hole in it is not a hole in the machine. Started by
root, the servers run as the owner of their data, or as `nobody`. Where that user cannot reach the
project (a checkout under /root, say), it is given the right to pass through and read folders
(CAP_DAC_READ_SEARCH) and, where root itself lacks that one (some containers) or the programs are
executable for root alone, CAP_DAC_OVERRIDE. Data and programs stay where they are in every case.
"""

import ctypes
import os
import pwd
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from embedded.refusals import Refusal

DAC_OVERRIDE, DAC_READ_SEARCH = 1, 2
ATTEMPTS: tuple[tuple[int, ...], ...] = ((), (DAC_READ_SEARCH,), (DAC_OVERRIDE,))

PR_SET_PDEATHSIG, PR_SET_SECUREBITS, PR_SET_NO_NEW_PRIVS = 1, 28, 38
NO_SETUID_FIXUP = 4  # a change of user keeps capabilities, and access() minds them
PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE = 47, 2
CAPABILITY_VERSION_3 = 0x20080522

_libc = ctypes.CDLL(None, use_errno=True)


@dataclass(frozen=True)
class Identity:
    """A user other than root, with the capabilities it needs to reach its files."""

    user: int
    group: int
    capabilities: tuple[int, ...] = ()


def of_servers(program: Path, folder: Path) -> Identity | None:
    """Return whom to become before running `program` in `folder`; None for whoever runs this.

    The folder then belongs to that user. Raises Refusal when no user can do it.
    """
    if os.geteuid() != 0:
        return None
    user = _owner(folder)
    os.chown(folder, user.pw_uid, user.pw_gid)
    for capabilities in ATTEMPTS:
        identity = Identity(user.pw_uid, user.pw_gid, capabilities)
        if _can_work(identity, program, folder):
            return identity
    raise Refusal(
        f"PostgreSQL does not run as root, and the user {user.pw_name} cannot work in {folder}. "
        "Run as an ordinary user, choose another folder with DATA_DIR, or set DATABASE_URL and "
        "REDIS_URL to servers of your own."
    )


def _owner(folder: Path) -> pwd.struct_passwd:
    owner = folder.stat().st_uid
    try:
        return pwd.getpwuid(owner) if owner else pwd.getpwnam("nobody")
    except KeyError as error:
        raise Refusal(
            f"PostgreSQL does not run as root, and there is no user {owner or 'nobody'} to run it. "
            "Run as an ordinary user, or set DATABASE_URL and REDIS_URL to servers of your own."
        ) from error


def _can_work(identity: Identity, program: Path, folder: Path) -> bool:
    try:
        trial = subprocess.run(
            [program, "--version"],
            preexec_fn=before_exec(identity, folder),
            capture_output=True,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return trial.returncode == 0


def before_exec(
    identity: Identity | None, folder: Path, dying_wish: signal.Signals | None = None
) -> Callable[[], None]:
    """Return what a child does between fork and exec: become the user, enter the folder.

    With a dying wish the kernel sends the child that signal when its parent ends (Linux only).
    """

    def prepare() -> None:
        if identity is not None:
            _become(identity)
        os.chdir(folder)
        if dying_wish is not None and sys.platform == "linux":
            _call("prctl", PR_SET_PDEATHSIG, dying_wish, 0, 0, 0)  # last: changing users clears it

    return prepare


def _become(identity: Identity) -> None:
    if identity.capabilities:
        _call("prctl", PR_SET_SECUREBITS, NO_SETUID_FIXUP, 0, 0, 0)
    os.setgroups([])
    os.setgid(identity.group)
    os.setuid(identity.user)
    if identity.capabilities:
        _keep(identity.capabilities)
    if sys.platform == "linux":
        _call("prctl", PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)


def _keep(capabilities: tuple[int, ...]) -> None:
    """Drop every capability but these, and hand these on to the program run next."""
    mask = sum(1 << number for number in capabilities)
    header = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION_3, 0)
    sets = (ctypes.c_uint32 * 6)(mask, mask, mask, 0, 0, 0)
    _call("capset", ctypes.byref(header), ctypes.byref(sets))
    for number in capabilities:
        _call("prctl", PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, number, 0, 0)


def _call(name: str, *arguments: object) -> None:
    words = [ctypes.c_ulong(word) if isinstance(word, int) else word for word in arguments]
    if getattr(_libc, name)(*words) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), name)
