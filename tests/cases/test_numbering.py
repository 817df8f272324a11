import pytest

from cases.numbering import next_number
from tests.factories.cases import CaseFactory

pytestmark = pytest.mark.django_db


def test_it_begins_each_year_with_one() -> None:
    CaseFactory(number="CN-AS-2025-007")

    assert next_number(2026) == "CN-AS-2026-001"


def test_it_follows_the_highest_number_past_three_digits() -> None:
    for number in ("CN-AS-2026-999", "CN-AS-2026-1000", "CN-AS-2026-002"):
        CaseFactory(number=number)

    assert next_number(2026) == "CN-AS-2026-1001"
