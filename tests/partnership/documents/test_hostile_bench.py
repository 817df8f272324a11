"""The bench of hostile uploads judges what it measures."""

from dataclasses import replace

import pytest

from tests.bench.hostile_uploads import Findings

GOOD = Findings(
    sent={200: 158},
    slowest=1.4,
    taken=8,
    may_be_taken=8,
    waiting=0,
    pages={200: 500},
    times=(0.03, 0.08, 0.2),
    before=300.0,
    grown=130.0,
)


def test_it_misses_nothing_where_all_figures_are_kept() -> None:
    assert list(GOOD.misses()) == []


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ({"sent": {200: 39}}, "39 files"),
        ({"sent": {200: 157, 500: 1}}, "1 answers are server errors"),
        ({"pages": {200: 499, 503: 1}}, "1 answers are server errors"),
        ({"taken": 9}, "9 were taken"),
        ({"waiting": 1}, "1 files wait"),
        ({"slowest": 2.1}, "2.1 s"),
        ({"grown": 151.0}, "151 MiB"),
        ({"times": (0.1, 1.0, 1.2)}, "1.00 s"),
        ({"pages": {}}, "95th percentile"),
    ],
)
def test_it_names_each_figure_that_is_missed(fault: dict[str, object], said: str) -> None:
    [missed] = replace(GOOD, **fault).misses()

    assert said in missed
