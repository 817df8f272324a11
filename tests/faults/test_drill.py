"""The drill in small: each fault is done to real processes, and the promises are kept."""

import os
import subprocess
import sys

import pytest

from embedded.environment import PROJECT
from tests import databases
from tests.faults.drill.record import Record
from tests.faults.drill.stage import MIGRATED

DRILLED = ("F1", "F4", "F5", "F8", "F10", "F21")
LIMIT = 400.0  # seconds for all of them on a busy machine


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The drill's table, by the keys of the faults."""
    migrated = tmp_path_factory.mktemp("drill") / "migrated.sql"
    databases.write_down(migrated)
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.drill", "--small", *DRILLED],
        cwd=PROJECT,
        env=os.environ | {MIGRATED: str(migrated)},
        capture_output=True,
        text=True,
        timeout=LIMIT,
        check=False,
    )
    lines = [line for line in done.stdout.splitlines() if line.startswith("| F")]
    found = {line.split("|")[1].strip(): line for line in lines[1:]}
    assert found, done.stdout[-1000:] + done.stderr[-3000:]
    return found


@pytest.mark.faults
@pytest.mark.services
@pytest.mark.parametrize("fault", DRILLED)
def test_it_keeps_its_promises(rows: dict[str, str], fault: str) -> None:
    assert rows[fault].endswith("| yes |"), rows[fault]


GOOD = {"fault": "F0", "title": "none", "messages": 250, "forms": 50}


def test_a_fault_that_did_no_harm_breaks_no_promise() -> None:
    record = Record(**GOOD, kills=20, in_hand=3, doubled=3, may_double=True, recovery=59.9)

    assert record.broken == []


@pytest.mark.parametrize(
    "harm",
    [
        {"lost": 1},
        {"doubled": 1},
        {"doubled": 1, "in_hand": 1},  # nothing was killed, so nothing may come twice
        {"doubled": 2, "in_hand": 1, "may_double": True},
        {"rolled_back": 1},
        {"unfinished": 1},
        {"wrongly_ended": 1},
        {"forms_lost": 1},
        {"forms_doubled": 1},
        {"forms_refused": 1},
        {"recovery": 60.1},
        {"web_p95": 1.0, "web_is_judged": True},
    ],
    ids=str,
)
def test_any_harm_breaks_a_promise(harm: dict[str, float]) -> None:
    assert len(Record(**GOOD, **harm).broken) == 1
