from decimal import Decimal

import pytest
from django.utils.translation import override

from partnership.core import figures


@pytest.mark.parametrize(
    ("value", "text", "number"),
    [
        (Decimal("1097.1300"), "1097.13", 1097.13),
        (Decimal("40000000.0000"), "40000000", 40000000),
        (Decimal(0), "0", 0),
        (Decimal("-0.50"), "-0.5", -0.5),
    ],
)
def test_it_writes_figures_plainly(value: Decimal, text: str, number: float) -> None:
    assert figures.plain(value) == text
    assert figures.number(value) == number
    assert type(figures.number(value)) is type(number)


def test_no_figure_is_null() -> None:
    assert figures.number(None) is None


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0", "0"),
        ("0.2000", "0.2"),
        ("999", "999"),
        ("1087", "1,087"),
        ("40000000.0000", "40,000,000"),
        ("5813.5000", "5,813.5"),
        ("-1234.5", "\u22121,234.5"),
    ],
)
def test_it_groups_by_three_and_writes_a_true_minus(language: str, value: str, text: str) -> None:
    with override(language):
        assert figures.grouped(Decimal(value)) == text
