"""A site as one matrix gives what its series give one by one, and regions come from sites."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from monitoring.statistics.descriptive import describe
from monitoring.statistics.errors import UnequalLengths
from monitoring.statistics.series import days
from monitoring.statistics.sites import (
    SiteCounts,
    SiteStatistics,
    all_sites,
    region_statistics,
    site_statistics,
)
from monitoring.statistics.theil_sen import theil_sen
from monitoring.statistics.trends import Direction, direction_of, mann_kendall, regional_kendall

BLANK = float("nan")
COUNTS = arrays(
    np.float64, st.tuples(st.integers(1, 4), st.integers(1, 12)),
    elements=st.sampled_from([0.0, 1.0, 2.0, 2.5, 7.0, BLANK]),
)  # fmt: skip


def a_site(counts: np.ndarray, name: str = "A", step: int = 90) -> SiteCounts:
    dates = tuple(date(2020, 1, 1) + timedelta(days=step * k) for k in range(counts.shape[1]))
    codes = tuple(f"J{k}" for k in range(len(counts)))
    return SiteCounts(name, dates, codes, counts, np.nansum(counts, axis=0))


def same(one: float | None, other: float) -> bool:
    return one == pytest.approx(other, rel=1e-12) if one is not None else bool(np.isnan(other))


@settings(max_examples=40)
@given(COUNTS)
def test_a_matrix_gives_what_single_series_give(counts: np.ndarray) -> None:
    site = a_site(counts)
    found = site_statistics(site)

    for place, row in enumerate(counts.tolist()):
        described, line = describe(row), theil_sen(row, days(site.dates))
        test = mann_kendall(row, direction=direction_of(line.slope or 0))
        assert found.recorded[place] == described.n
        for field in ("mean", "median", "cv", "rmad"):
            assert same(getattr(described, field), getattr(found, field)[place])
        assert same(line.slope, found.slope[place])
        assert same(line.intercept, found.intercept[place])
        assert same(test.p, found.p[place])
        assert same(test.p_two_sided, found.p_two_sided[place])


def test_a_blank_never_becomes_zero() -> None:
    found = site_statistics(a_site(np.array([[4, BLANK, 8], [BLANK] * 3])))

    assert found.mean[0] == 6
    assert found.recorded.tolist() == [2, 0]
    assert np.isnan([found.mean[1], found.median[1], found.sum[1], found.slope[1]]).all()


def test_surveys_may_come_in_any_order() -> None:
    site = a_site(np.array([[1.0, 5, 2, 9]]))
    turned = SiteCounts("A", site.dates[::-1], site.codes, site.counts[:, ::-1], site.totals[::-1])

    assert site_statistics(turned).p == site_statistics(site).p
    assert site_statistics(turned).slope_per_year == site_statistics(site).slope_per_year


def test_shares_are_of_the_sum_and_of_the_surveys() -> None:
    found = site_statistics(a_site(np.array([[1.0, 3], [1, 9]])))

    assert found.share_of_sum.tolist() == pytest.approx([400 / 14, 1000 / 14])
    assert found.mean_share.tolist() == [37.5, 62.5]
    assert np.isnan(site_statistics(a_site(np.array([[1.0, 0]]))).mean_share).all()


def test_two_surveys_of_one_day_count_one_after_the_other_but_not_in_a_region() -> None:
    site = a_site(np.array([[1.0, 2, 3]]), step=0)
    found = site_statistics(site)

    assert np.isnan(found.slope[0])
    assert found.s[0] == 0


def test_a_region_has_every_site_with_the_same_weight() -> None:
    sites = [a_site(np.array([[8.0, 6, 5, 1]]), "A"), a_site(np.array([[4.0, 2, 3]]), "B", 80)]
    region = region_statistics(all_sites(sites))
    blocks = {each.site: (each.counts[0].tolist(), days(each.dates)) for each in sites}

    assert (region.n, region.sites, region.surveys.tolist()) == (7, 2, [7])
    assert region.mean_of_means.tolist() == [4]
    assert region.median_of_medians.tolist() == [4.25]
    assert region.p[0] == pytest.approx(regional_kendall(blocks, Direction.DECREASING).p)
    assert region.period is not None
    assert region.period.first == date(2020, 1, 1)


def test_a_short_site_leaves_a_region_without_p_unless_it_is_left_out() -> None:
    sites = all_sites([a_site(np.array([[1.0, 2, 3, 4]]), "A"), a_site(np.array([[1.0, 2]]), "B")])

    assert np.isnan(region_statistics(sites).p).all()
    assert region_statistics(sites, leave_out_short=True).p[0] < 0.05
    assert region_statistics(sites, leave_out_short=True).short == ("B",)


def test_what_does_not_belong_together_is_refused() -> None:
    with pytest.raises(UnequalLengths):
        SiteCounts("A", (), ("J1",), np.ones((1, 2)), np.ones(2))
    with pytest.raises(UnequalLengths):
        region_statistics([])
    other = site_statistics(a_site(np.ones((2, 3))))
    with pytest.raises(UnequalLengths):
        region_statistics([other, site_statistics(a_site(np.ones((1, 3))))])


def test_a_site_without_surveys_has_no_period() -> None:
    empty: SiteStatistics = site_statistics(a_site(np.ones((1, 0))))

    assert (empty.n, empty.period) == (0, None)
    assert region_statistics([empty]).period is None
    assert np.isnan(empty.mean).all()
