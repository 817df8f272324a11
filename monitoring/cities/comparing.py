"""Why figures of cities may not be comparable: said above their table, each in a sentence."""

from collections.abc import Callable, Iterable
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from monitoring.results.shapes import AreaResult

FEW_SURVEYS: Final = 10  # below which a median says little
VERY_UNLIKE: Final = 3  # times as many surveys in one city as in another


def warnings(results: Iterable[AreaResult]) -> list[str]:
    """Return what stands between these results; nothing for fewer than two with surveys."""
    compared = [result for result in results if result.is_surveyed]
    if len(compared) < 2:
        return []
    return [said for check in CHECKS if (said := check(compared))]


def _protocols(compared: list[AreaResult]) -> str:
    if not _differ(compared, lambda result: result.coverage.protocols):
        return ""
    return _("The cities counted by different protocols or versions of one.")


def _lists(compared: list[AreaResult]) -> str:
    if not _differ(compared, lambda result: result.coverage.lists):
        return ""
    return _(
        "The cities counted by different lists of litter items: what one list has, another may not."
    )


def _sizes(compared: list[AreaResult]) -> str:
    if not _differ(compared, lambda result: result.coverage.lower_sizes_mm):
        return ""
    return _("The smallest size that was counted differs.")


def _periods(compared: list[AreaResult]) -> str:
    if not _differ(compared, lambda result: result.coverage.years):
        return ""
    return _("The surveys are of different years.")


def _numbers(compared: list[AreaResult]) -> str:
    numbers = [result.coverage.surveys for result in compared]
    if max(numbers) < VERY_UNLIKE * min(numbers):
        return ""
    return _("The number of surveys differs widely, from %(least)s to %(most)s.") % {
        "least": min(numbers),
        "most": max(numbers),
    }


def _few(compared: list[AreaResult]) -> str:
    few = sum(result.coverage.surveys < FEW_SURVEYS for result in compared)
    if not few:
        return ""
    return ngettext(
        "%(few)s city has fewer than ten surveys: its median says little.",
        "%(few)s cities have fewer than ten surveys: their medians say little.",
        few,
    ) % {"few": few}


def _demo(compared: list[AreaResult]) -> str:
    if len({result.is_demo for result in compared}) < 2:
        return ""
    return _("Some figures are demo data, others are facts: they must not be compared.")


def _differ(compared: list[AreaResult], told: Callable[[AreaResult], object]) -> bool:
    return len({told(result) for result in compared}) > 1


CHECKS: Final = (_demo, _protocols, _lists, _sizes, _periods, _numbers, _few)
