"""Whether the surveys of one period lie above those of another, and by how much.

Surveys are compared within their own site: a site that was surveyed more often in one of the periods moves
nothing by that. The shift is Hodges and Lehmann's, the median of all differences between a survey of the
second period and one of the first at the same site; the test is Wilcoxon's rank sum, added up over the sites
(Lehmann 1975, ch. 3.3), and the interval holds the shifts that it does not refuse at its level.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import special, stats

from monitoring.statistics.results import Interval, Result
from monitoring.statistics.series import Numbers, number, recorded
from monitoring.statistics.wilcoxon import rank_sum, rank_sum_rank, ties

Values = Iterable[float | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift(Result):
    """`median` is how far the second period lies above the first, in the unit of the values; `p` is
    two-sided. `n` counts the surveys of both periods at the `sites` that have some in each."""

    sites: int
    median: float | None
    interval: Interval
    p: float | None


def shift(pairs: Sequence[tuple[Values, Values]], wanted: float = 0.95) -> Shift:
    """Compare the first and the second values of each site; sites without values in both are left out.

    Exact for a single site with fewer than 50 surveys a period and no ties; else normal, with corrections
    for ties and continuity. Interval and p agree but for ties, which the interval does not correct.
    """
    filled = [
        (one, two)
        for one, two in ((recorded(first), recorded(second)) for first, second in pairs)
        if one.size and two.size
    ]
    n = sum(one.size + two.size for one, two in filled)
    if not filled:
        return _shift(0, 0, None, _interval(0, np.empty(0), 0, wanted), None, "none")
    differences = np.sort(
        np.concatenate([np.subtract.outer(two, one).ravel() for one, two in filled])
    )
    if len(filled) == 1:
        found = rank_sum(filled[0][1], filled[0][0])
        rank = rank_sum_rank(filled[0][1].size, filled[0][0].size, wanted, exact=found.exact)
        p, how = found.p, "exact" if found.exact else "normal"
    else:
        p, rank, how = (
            _p_of_sites(filled),
            _rank_of_sites(filled, wanted),
            "normal, added up over sites",
        )
    about = _interval(n, differences, rank, wanted)
    return _shift(n, len(filled), float(np.median(differences)), about, p, how)


def _p_of_sites(filled: list[tuple[Numbers, Numbers]]) -> float | None:
    above, spread = 0.0, 0.0
    for one, two in filled:
        m, n = two.size, one.size
        ranks = stats.rankdata(np.concatenate([two, one]))
        above += float(ranks[:m].sum() - m * (m + 1) / 2) - m * n / 2
        spread += m * n / 12 * (m + n + 1 - ties(ranks) / ((m + n) * (m + n - 1)))
    if spread <= 0:
        return None
    reach = max(0.0, abs(above) - 0.5)  # half a rank towards the middle
    return number(min(1.0, 2 * float(special.ndtr(-reach / math.sqrt(spread)))))


def _rank_of_sites(filled: list[tuple[Numbers, Numbers]], wanted: float) -> int:
    """Return the rank of the interval's lower end among all differences; 0 when there is none."""
    middle = sum(one.size * two.size for one, two in filled) / 2
    spread = sum(one.size * two.size * (one.size + two.size + 1) / 12 for one, two in filled)
    reach = float(special.ndtri((1 + wanted) / 2)) * math.sqrt(spread)
    return max(0, math.floor(middle - reach + 0.5))


def _interval(n: int, ordered: Numbers, rank: int, wanted: float) -> Interval:
    return Interval(
        n=n,
        method="ordered differences, Hodges and Lehmann",
        lower=float(ordered[rank - 1]) if rank else None,
        upper=float(ordered[-rank]) if rank else None,
        wanted=wanted,
    )


def _shift(
    n: int, sites: int, median: float | None, interval: Interval, p: float | None, how: str
) -> Shift:
    return Shift(
        n=n,
        method=f"Hodges-Lehmann shift and Wilcoxon rank sum within sites, {how}",
        sites=sites,
        median=median,
        interval=interval,
        p=p,
    )
