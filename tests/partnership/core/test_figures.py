from decimal import Decimal

import pytest

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
