"""`make reset`: throws the local data away, after asking, and never under a running portal."""

import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path

from embedded import environment
from embedded.guardian import SERVICES
from embedded.locks import is_held
from embedded.refusals import Refusal, one_line

OWN = (*SERVICES, "test", "log", "media", "mailbox", "static", "beat", "running", "programs")


def run(data_dir: Path) -> None:
    """Remove what the portal put there and nothing else. Raises Refusal while it is in use."""
    locks = [data_dir / "running"]
    locks += [
        folder / name / "lease" for folder in (data_dir, data_dir / "test") for name in SERVICES
    ]
    if any(is_held(lock) for lock in locks):
        raise Refusal(f"The data in {data_dir} is in use. Stop the portal and its commands first.")
    for path in (data_dir / name for name in OWN):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    with suppress(OSError):  # a folder that holds something else stays
        data_dir.rmdir()


def is_wanted(data_dir: Path) -> bool:
    if os.environ.get("FORCE") == "1":
        return True
    if not sys.stdin.isatty():
        raise Refusal("Nobody is there to ask. Use: make reset FORCE=1")
    return input(f"All data in {data_dir} will be lost. Type yes: ").strip() == "yes"


def main() -> None:
    data_dir = environment.data_dir()
    with one_line():
        if not is_wanted(data_dir):
            raise Refusal("Nothing was removed.")
        run(data_dir)
        print(f"The data in {data_dir} is gone.")


if __name__ == "__main__":
    main()
