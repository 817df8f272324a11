"""Figures as text."""

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
