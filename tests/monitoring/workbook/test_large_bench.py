"""The judgement of the bench that reads large workbooks."""

from dataclasses import replace

from tests.bench.large_workbooks import Findings

KEPT = Findings(
    name="50,000 counts",
    state="taken",
    wanted_state="taken",
    read_in=2.0,
    pages={200: 98, 404: 2},
    times=[0.05] * 96 + [2.0] * 4,
)


def test_a_run_that_keeps_everything_misses_nothing() -> None:
    assert list(KEPT.misses()) == []
    assert "p95 50 ms, worst 2000 ms" in str(KEPT)


def test_each_thing_that_is_missed_is_named() -> None:
    bad = replace(KEPT, state="failed", pages={200: 90, 502: 3}, times=[0.05] * 90 + [1.2] * 10)

    state, faults, late = bad.misses()

    assert state == "50,000 counts: failed, and not taken"
    assert "3 answers are server errors" in faults
    assert "1.20 s at the 95th percentile" in late
