"""The files of known answers agree within 1e-9."""

import pytest

from monitoring.comparison.differences import Differences
from monitoring.comparison.litter_units import KINDS, compare_unit_file
from monitoring.comparison.litter_verdicts import compare_verdicts
from monitoring.comparison.plastock import compare_plastock
from tests.monitoring.statistics.known import LAKE_GENEVA, SERIES


@pytest.mark.parametrize("kind", KINDS)
def test_it_gives_the_known_answers_for_single_series(kind: str) -> None:
    found = Differences()

    assert compare_unit_file(SERIES / f"unit_{kind}.json", found)

    assert found.agree, list(found.lines())


def test_it_judges_malformed_files_as_litter_does() -> None:
    found = Differences()

    compare_verdicts(SERIES / "validation_cases.json", found)

    assert found.agree, list(found.lines())
    assert (found.rows, found.remarks) == (10, [])


def test_it_gives_the_known_figures_of_lake_geneva() -> None:
    found = Differences()

    remarks = list(compare_plastock(LAKE_GENEVA, found))

    assert found.agree, list(found.lines())
    assert remarks[0] == (
        "98 surveys, 27,493 items, median 199.870 items/100 m, classes of the Clean Coast Index "
        "(plastic) 12/19/23/23/21."
    )
