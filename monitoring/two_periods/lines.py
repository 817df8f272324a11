"""A comparison in words: what each period was, by how much they differ, and what stands between them."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from monitoring.results import words
from monitoring.results.shapes import Comparison, Difference, Side
from monitoring.statistics.results import Period

ALPHA: Final = 0.05
FEWEST: Final = 6  # surveys of a period, below which a difference is not spoken of
FEW: Final = 10  # below which a median says little
ALIKE: Final = 0.25  # by how much the share of a quarter of the year may differ


def span(period: Period) -> str:
    """Return the years of a period."""
    first, last = (str(day.year) for day in period)
    return first if first == last else f"{first}–{last}"


def rows(found: Comparison) -> list[dict[str, Any]]:
    """Return both periods as rows of a table, the earlier first."""
    return [_row(side) for side in (found.first, found.second)]


def is_enough(found: Comparison) -> bool:
    """Whether both periods have surveys enough to speak of a difference."""
    return (
        min(found.first.n, found.second.n) >= FEWEST
        and found.difference.median is not None
        and found.difference.p is not None
    )


def verdict(found: Comparison) -> str:
    """Say the difference; a large p is no evidence, which is not the same as no change."""
    difference = found.difference
    if not is_enough(found):
        return _(
            "Too few surveys to speak of a difference: each period needs six, at sites that were surveyed in "
            "both."
        )
    told = {"shift": words.slope(difference.median or 0.0), "p": _p(difference)}
    if (difference.p or 0.0) >= ALPHA:
        return (
            _(
                "No evidence of a difference: %(shift)s items per 100 m, two-sided p %(p)s. This does not show "
                "that nothing changed."
            )
            % told
        )
    if (difference.median or 0.0) < 0:
        return (
            _("Less litter in the second period: %(shift)s items per 100 m, two-sided p %(p)s.")
            % told
        )
    return (
        _("More litter in the second period: %(shift)s items per 100 m, two-sided p %(p)s.") % told
    )


def short(found: Comparison) -> str:
    """Say the same as a word."""
    if not is_enough(found):
        return _("too few data")
    if (found.difference.p or 0.0) >= ALPHA:
        return _("no evidence")
    return _("less litter") if (found.difference.median or 0.0) < 0 else _("more litter")


def tone(found: Comparison) -> str:
    """Return the tone of a badge: only a difference that is evident is good or bad."""
    if not is_enough(found) or (found.difference.p or 0.0) >= ALPHA:
        return ""
    return "ok" if (found.difference.median or 0.0) < 0 else "warn"


def basis(found: Comparison) -> str:
    """Say what the difference stands on."""
    difference = found.difference
    return _("%(surveys)s at %(sites)s surveyed in both periods; difference: %(interval)s.") % {
        "surveys": words.surveys(difference.n),
        "sites": _sites(len(difference.sites)),
        "interval": words.interval(difference.interval),
    }


def warnings(found: Comparison, site_names: Mapping[str, str]) -> list[str]:
    """Return what stands between the two periods, each in a sentence."""
    said = [check(found.first, found.second) for check in CHECKS]
    left_out = [site_names.get(code, code) for code in found.difference.left_out]
    if left_out:
        said.append(
            _("Surveyed in one of the periods alone, and left out of the difference: %(sites)s.")
            % {"sites": " · ".join(left_out)}
        )
    return [each for each in said if each]


def _row(side: Side) -> dict[str, Any]:
    return {
        "period": span(side.asked),
        "n": side.n,
        "sites": len(side.sites),
        "median": words.said(side.median),
        "interval": words.ends(side.interval),
        "mean": words.said(side.mean),
        "seasons": " / ".join(str(side.seasons[name]) for name in sorted(side.seasons)),
    }


def _p(difference: Difference) -> str:
    p = difference.p or 0.0
    return "< 0.001" if p < 0.001 else f"= {p:.3f}"


def _sites(number: int) -> str:
    return ngettext("%(number)s site", "%(number)s sites", number) % {"number": number}


def _few(first: Side, second: Side) -> str:
    few = [side for side in (first, second) if side.n < FEW]
    if not few:
        return ""
    told = " · ".join(f"{span(side.asked)}: {words.surveys(side.n)}" for side in few)
    return _("A period of fewer than ten surveys says little: %(periods)s.") % {"periods": told}


def _seasons(first: Side, second: Side) -> str:
    if not (first.n and second.n):
        return ""
    apart = max(
        abs(
            first.seasons[name] / sum(first.seasons.values())
            - second.seasons[name] / sum(second.seasons.values())
        )
        for name in first.seasons
    )
    if apart <= ALIKE:
        return ""
    return _(
        "The seasons differ: litter changes through the year, so that part of the difference may be the "
        "season’s."
    )


def _protocols(first: Side, second: Side) -> str:
    return _differ(
        first, second, lambda side: side.protocols, _("The protocols or their versions differ.")
    )


def _lists(first: Side, second: Side) -> str:
    said = _("The lists of litter items differ: what one list has, another may not.")
    return _differ(first, second, lambda side: side.lists, said)


def _sizes(first: Side, second: Side) -> str:
    said = _("The smallest size that was counted differs.")
    return _differ(first, second, lambda side: side.lower_sizes_mm, said)


def _differ(first: Side, second: Side, told: Callable[[Side], object], said: str) -> str:
    return said if first.n and second.n and told(first) != told(second) else ""


CHECKS: Final = (_few, _seasons, _protocols, _lists, _sizes)
