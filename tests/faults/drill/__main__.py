"""`make drill`: every fault, or those that are named, against real processes.

Prints a table; `--write` puts it into docs/message-drill.md, `--small` is for the test run. Ends
with 1 when a promise was not kept.
"""

import argparse
import signal
import sys
import tempfile
from pathlib import Path

from embedded.environment import PROJECT
from tests.faults.drill import report
from tests.faults.drill.stage import Stage

FILE = PROJECT / "docs" / "message-drill.md"


def asked_for() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make drill", description=__doc__)
    parser.add_argument("faults", nargs="*", metavar="F1", help="only these")
    parser.add_argument("--small", action="store_true", help="fewer of everything")
    parser.add_argument("--write", action="store_true", help=f"also into {FILE.name}")
    return parser.parse_args()


def say(line: str, lines: list[str]) -> None:
    lines.append(line)
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def drilled(asked: argparse.Namespace, stage: Stage, lines: list[str]) -> bool:
    """Play the faults one after another; return whether all promises were kept."""
    import django

    django.setup()
    from tests.faults.drill import ledger, scene, visitors
    from tests.faults.drill.faults import FAULTS

    ledger.prepare()
    stage.open()
    visitors.Visitors(stage.web_address, 0, 0).warm_up()
    chosen = [fault for fault in FAULTS if not asked.faults or fault.key in asked.faults]
    size = scene.SMALL if asked.small else scene.FULL
    kept = True
    for fault in chosen:
        try:
            record = scene.play(fault, stage, size)
        except Exception as error:  # noqa: BLE001 -- the other faults are drilled all the same
            say(report.unplayed(fault.key, fault.title, error), lines)
            stage.back_to_normal()
            kept = False
        else:
            say(report.row(record), lines)
            kept = kept and not record.broken
    return kept


def main() -> int:
    asked = asked_for()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the stage is cleared
    lines: list[str] = []
    say(report.title(), lines)
    say("", lines)
    say(report.HEAD, lines)
    with tempfile.TemporaryDirectory() as name, Stage(Path(name), hurry=asked.small) as stage:
        kept = drilled(asked, stage, lines)
    if asked.write:
        FILE.write_text(report.written(lines), "utf-8")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
