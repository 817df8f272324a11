"""Figures for people and for machines."""

from decimal import Decimal

from django.utils.formats import number_format


def plain(value: Decimal | int) -> str:
    """Return the figure without exponent and without the zeros the column's scale adds."""
    return f"{Decimal(value).normalize():f}"


def grouped(value: Decimal | int) -> str:
    """Return the figure as people read it: in groups of three, with a true minus sign."""
    text = plain(value)
    decimals = len(text.partition(".")[2])
    return number_format(text, decimals, force_grouping=True).replace("-", "\u2212")


def number(value: Decimal | None) -> int | float | None:
    """Return the figure as JSON has it: whole where it is whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
