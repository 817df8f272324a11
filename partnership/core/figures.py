"""Figures as text."""

from decimal import Decimal


def plain(value: Decimal | int) -> str:
    """Return the figure without exponent and without the zeros the column's scale adds."""
    return f"{Decimal(value).normalize():f}"
