"""Figures that stand in one of two texts only."""

import re
import unicodedata
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from partnership.core import numerals
from partnership.core.languages import CHINESE
from partnership.translations.checks.finding import Finding, excerpt


def differing_figures(source: str, text: str, language: str) -> list[Finding]:
    """Return the figures one text gives in digits and the other not at all; `text` is in `language`,
    and a figure that stands in it is shown with its place."""
    chinese, english = (text, source) if language == CHINESE else (source, text)
    return [_finding(figure, text, language) for figure in numerals.only_in_one(chinese, english)]


def _finding(figure: str, text: str, language: str) -> Finding:
    place = _place(figure, text, language)
    if place is None:
        message = _("The figure %(figure)s of the source is missing in the translation.")
        return Finding("figure-missing", message, {"figure": figure})
    message = _("The figure %(figure)s does not stand in the source.")
    start, end = place
    details = {"figure": figure}
    return Finding("figure-added", message, details, start + 1, excerpt(text, start, end))


def _place(figure: str, text: str, language: str) -> tuple[int, int] | None:
    """Return where a figure stands in a text, whichever way it is written there."""
    pattern = numerals.CHINESE_FIGURE if language == CHINESE else numerals.ENGLISH_FIGURE
    scales = numerals.CHINESE_SCALE if language == CHINESE else numerals.ENGLISH_SCALE
    for match in pattern.finditer(_aligned(text)):
        scale = (match[2] or "").lower()
        value = Decimal(match[1].replace(",", "")) * scales.get(scale, 1)
        if value == Decimal(figure):
            return match.span()
    return None


def _aligned(text: str) -> str:
    """Level the width of signs, each in its place."""
    plain = re.sub(numerals.EXPONENTS, " ", text)
    return "".join(
        wide if len(wide := unicodedata.normalize("NFKC", sign)) == 1 else sign for sign in plain
    )
