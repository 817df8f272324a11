"""Makes `.venv` and installs what a lock file names, once per content of that file."""

import fcntl
import hashlib
import os
import subprocess
import sys
import time
import venv
from pathlib import Path

from embedded.environment import PROJECT
from embedded.refusals import Refusal, full_disk, one_line, require_space, require_writable

VENV = PROJECT / ".venv"
PYTHON = VENV / "bin" / "python"
SPACE = 1024  # MiB: everything installed, with its compiled files
NEWS_EVERY = 10.0  # seconds
NO_WHEEL = "No matching distribution found for "


class Lock:
    """One requirements file, and the stamp in `.venv` that says it is installed."""

    def __init__(self, name: str) -> None:
        self.path = PROJECT / name
        self.stamp = VENV / f"{name}.installed"

    def digest(self) -> str:
        return hashlib.sha256(self.path.read_bytes()).hexdigest()

    def is_installed(self) -> bool:
        return self.stamp.exists() and self.stamp.read_text("ascii") == self.digest()


def run(arguments: list[str]) -> None:
    """Install, then become `.venv`'s Python with the arguments; `--dev` first adds the tools."""
    dev = arguments[:1] == ["--dev"]
    with one_line():
        ensure("requirements-dev.txt" if dev else "requirements.txt")
        if arguments[dev:]:
            os.execv(PYTHON, [str(PYTHON), *arguments[dev:]])  # noqa: S606 - our own Python


def ensure(name: str) -> None:
    """Install a lock file unless it is. A `.venv` that is a link belongs to somebody else."""
    if VENV.is_symlink():
        return
    lock = Lock(name)
    with lock.path.open("rb") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)  # make run and make test may both begin here
        if not works() or not lock.is_installed():
            install(lock)


def works() -> bool:
    """Say whether `.venv` has a Python that runs and no installation was cut short in it."""
    if not PYTHON.exists() or marker().exists():
        return False
    return (
        subprocess.run([PYTHON, "-c", "import pip"], check=False, capture_output=True).returncode
        == 0
    )


def marker() -> Path:
    return VENV / "installing"


def install(lock: Lock) -> None:
    """Begin `.venv` afresh if it does not work; what pip leaves half done is not to be trusted."""
    require_writable(PROJECT)
    require_space(PROJECT, SPACE)
    if not works():
        print("Making the virtual environment .venv", flush=True)
        begin_afresh()
    marker().touch()
    lock.stamp.unlink(missing_ok=True)
    packages = sum(1 for line in lock.path.read_text("utf-8").splitlines() if "==" in line)
    print(f"Installing {packages} packages from {lock.path.name}; once, about a minute", flush=True)
    pip_install(lock.path)
    lock.stamp.write_text(lock.digest(), "ascii")
    marker().unlink()


def begin_afresh() -> None:
    venv.create(VENV, clear=True, symlinks=True)
    marker().touch()
    subprocess.run([PYTHON, "-m", "ensurepip"], check=True, capture_output=True)


def pip_install(path: Path) -> None:
    """Run pip and say now and then how far it is. Raises Refusal with its reason."""
    command = [
        sys.executable,
        "-m",
        "embedded.keeper",
        "--",
        str(PYTHON),
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "--no-input",
    ]
    command += ["--progress-bar", "off", "--only-binary", ":all:", "-r", str(path)]
    lines: list[str] = []
    with subprocess.Popen(
        command,
        cwd=PROJECT,
        text=True,
        errors="replace",
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    ) as pip:
        news = time.monotonic() + NEWS_EVERY
        for line in pip.stdout or ():
            lines.append(line.strip())
            if time.monotonic() > news:
                news = time.monotonic() + NEWS_EVERY
                fetched = sum(each.startswith("Collecting") for each in lines)
                print(f"  {fetched} packages fetched so far", flush=True)
    if pip.returncode != 0:
        raise refusal(lines)


def refusal(lines: list[str]) -> Refusal:
    """Return pip's reason in a sentence."""
    errors = [line for line in lines if line.startswith("ERROR:")] or lines[-1:] or ["no reason"]
    if any("No space left on device" in line for line in lines):
        return full_disk(VENV)
    if any("Failed to establish a new connection" in line for line in lines):
        return Refusal("The package index cannot be reached. Check the network and start again.")
    for line in errors:
        if NO_WHEEL in line:
            package = line.partition(NO_WHEEL)[2].split()[0]
            return Refusal(
                f"There is no wheel of {package} for this platform or Python "
                f"({sys.platform}, Python {sys.version_info.major}.{sys.version_info.minor})."
            )
    return Refusal(f"The packages could not be installed. {errors[-1]}")
