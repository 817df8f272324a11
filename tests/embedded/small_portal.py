"""The supervisor with tiny programs in the place of web, beat and worker.

Run as `python -m tests.embedded.small_portal [--parent PID]`; the variable WEB chooses the kind of
program that stands for web. One that ends in an orderly way adds its name to `DATA_DIR/ended`.
"""

import os
import sys
from pathlib import Path

from embedded import preparation, programs, supervisor
from embedded.programs import Program, says

ORDERLY = """
import signal, sys
def end(*_):
    with open({ended!r}, "a") as file:
        file.write({name!r} + "\\n")
    sys.exit(0)
signal.signal(signal.SIGTERM, end)
print("{name} is ready.", flush=True)
while True:
    signal.pause()
"""
DEAF = """
import signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
subprocess.Popen([sys.executable, "-c", "import time; time.sleep(300)", {ended!r}])
print("{name} is ready.", flush=True)
time.sleep(300)
"""
FAILING = "import sys; sys.exit('the reason')"
KINDS = {"orderly": ORDERLY, "deaf": DEAF, "failing": FAILING}


def tiny_programs(port: int, data_dir: Path) -> list[Program]:
    ended = str(data_dir / "ended")
    codes = {"web": KINDS[os.environ["WEB"]], "beat": ORDERLY, "worker": ORDERLY}
    return [
        Program(
            name,
            [sys.executable, "-c", code.format(name=name, ended=ended), ended],
            says(" ready."),
            grace=1.0,
        )
        for name, code in codes.items()
    ]


if __name__ == "__main__":
    programs.of_portal = tiny_programs
    preparation.ensure = lambda services, lock: None
    supervisor.tell_logins = lambda addresses: None
    supervisor.main()
