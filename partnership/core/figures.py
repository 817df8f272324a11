"""Figures for people and for machines."""

from decimal import Decimal


def plain(value: Decimal | int) -> str:
    """Return the figure without exponent and without the zeros the column's scale adds."""
    return f"{Decimal(value).normalize():f}"


def grouped(value: Decimal | int) -> str:
    """Return the figure as people read it: in groups of three, with a true minus sign. Both
    languages write it alike."""
    text = plain(value)
    decimals = len(text.partition(".")[2])
    return f"{Decimal(text):,.{decimals}f}".replace("-", "\u2212")


def number(value: Decimal | None) -> int | float | None:
    """Return the figure as JSON has it: whole where it is whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
