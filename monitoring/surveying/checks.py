"""What the parts of a survey lack together, in the words of the protocol's rules."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

from django.utils.translation import gettext as _

from monitoring.choices import (
    DAYS_AFTER_CLEANING,
    SHORTEST_FOR_INDICATORS,
    SHORTEST_WITHOUT_REASON,
)
from monitoring.protocols import message
from monitoring.surveying import weights
from partnership.review.sheets import Problem
from partnership.review.sheets.sheet import Cleaned

COUNTS: Final = "counts-"  # how the keys of the parts with counts begin


def problems(cleaned: Cleaned) -> Iterator[Problem]:
    """Yield what forbids to hand in; a warning does as long as no reason is given."""
    effort = cleaned["effort"]
    yield from finds(cleaned, effort)
    yield from weights.problems(cleaned.get(weights.WEIGHTS, {}), effort)
    yield from _days(effort)
    if not effort["reason"]:
        for code, said in warnings(effort):
            yield Problem("effort.reason", _("Reason"), said, code)


def warnings(effort: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield code and sentence of what differs from the protocol."""
    length: Decimal = effort["length_m"]
    if length <= SHORTEST_FOR_INDICATORS:
        yield "M042", message("M042", value=_plain(length))
    elif length < SHORTEST_WITHOUT_REASON:
        yield "M040", message("M040", value=_plain(length))
    if effort["last_cleaned_on"]:
        since = (effort["surveyed_on"] - effort["last_cleaned_on"]).days
        if 0 <= since < DAYS_AFTER_CLEANING:
            yield "M041", message("M041", value=since)


def finds(cleaned: Cleaned, effort: dict[str, Any]) -> Iterator[Problem]:
    """Yield what counts, weight and "nothing found" say against each other."""
    counts = [
        count
        for part, values in cleaned.items()
        if part.startswith(COUNTS)
        for count in values.values()
        if count is not None
    ]
    label = _("Nothing found")
    if any(counts) and effort["nothing_found"]:
        yield Problem("effort.nothing_found", label, message("M022"), "M022")
    elif not any(counts) and not effort["nothing_found"]:
        yield Problem("effort.nothing_found", label, message("M021"), "M021")
    if effort["nothing_found"] and effort.get("weight_kg"):
        said = _("Nothing was found, but there is a weight. Correct one of the two.")
        yield Problem("effort.weight_kg", _("Weight"), said)


def _days(effort: dict[str, Any]) -> Iterator[Problem]:
    label, surveyed = _("Last cleaning"), effort["surveyed_on"]
    cleaned_on, is_unknown = effort["last_cleaned_on"], effort["is_cleaning_unknown"]
    if bool(cleaned_on) == is_unknown:
        said = _("Give the day of the last cleaning, or say that it is not known.")
        yield Problem("effort.last_cleaned_on", label, said)
    elif cleaned_on and cleaned_on > surveyed:
        said = _("The last cleaning lies after the survey. Correct one of the two.")
        yield Problem("effort.last_cleaned_on", label, said)
    if effort["last_storm_on"] and effort["last_storm_on"] > surveyed:
        said = _("The extreme weather lies after the survey. Correct one of the two.")
        yield Problem("effort.last_storm_on", _("Last extreme weather"), said)


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
