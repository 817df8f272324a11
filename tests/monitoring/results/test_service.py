"""Results equal what was worked out by hand, and the pure statistics on the same numbers."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from monitoring.choices import ScopeKind, SurveyType
from monitoring.models import SamplingUnit, Survey
from monitoring.results import drawings
from monitoring.results.service import compute, compute_many
from monitoring.results.shapes import Scope, Top
from monitoring.statistics.clean_coast import clean_coast_index
from monitoring.statistics.descriptive import describe
from monitoring.statistics.intervals import median_interval
from monitoring.statistics.outliers import adjusted_boxplot
from monitoring.statistics.results import Period
from monitoring.statistics.series import days
from monitoring.statistics.theil_sen import theil_sen
from monitoring.statistics.top import By, top_list
from monitoring.statistics.trends import Direction, mann_kendall, regional_kendall
from partnership.accounts.models import User
from partnership.reference.choices import Foam, Material
from partnership.reference.models import LitterItem
from partnership.review import actions as review
from tests.conftest import person
from tests.factories.monitoring import (
    MicroSampleFactory,
    SamplingUnitFactory,
    SurveyFactory,
    SurveySiteFactory,
    form_list,
    survey_handed_in,
)
from tests.factories.reference import CityFactory, ItemListFactory, LitterItemFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def items() -> dict[str, LitterItem]:
    """A list of five kinds, one of which does not count in totals."""
    joint = ItemListFactory(code="joint", version="2021")
    kinds: dict[str, dict[str, Any]] = {
        "net": {"use": "fi"},
        "butt": {"use": "sm", "is_single_use": True},
        "foam": {"use": "nn", "foam": Foam.POLYSTYRENE},
        "can": {"use": "fc", "material": Material.METAL},
        "tar": {"use": "nn", "counts_in_total": False, "material": Material.CHEMICALS},
    }
    return {
        code: LitterItemFactory(item_list=joint, code=code, **kind) for code, kind in kinds.items()
    }


def surveyed(unit: SamplingUnit, on: date, counts: dict[LitterItem, int], **more: Any) -> Survey:
    found = next(iter(counts)).item_list if counts else more.pop("item_list")
    survey: Survey = SurveyFactory(
        unit=unit,
        surveyed_on=on,
        counts=counts,
        nothing_found=not counts,
        item_list=found,
        **more,
    )
    return survey


def accepted(by: User) -> Survey:
    """Return a survey of twelve bottles that a city handed in and the secretariat accepted."""
    form_list()
    review.accept(review.take(survey_handed_in(person("Wang", "en")), by=by), by=by)
    return Survey.objects.get(is_demo=False)


def of_site(unit: SamplingUnit, period: Period | None = None) -> Scope:
    return Scope(ScopeKind.SITE, unit.site.code, period)


def top(lists: tuple[Top, ...], by: str) -> list[tuple[str, float]]:
    return list(next(each.entries for each in lists if each.by == by))


def test_a_small_set_gives_what_was_worked_out_by_hand(items: dict[str, LitterItem]) -> None:
    unit = SamplingUnitFactory()
    net, butt, can, tar = (items[code] for code in ("net", "butt", "can", "tar"))
    measured = {"length_m": 50, "width_m": 20, "weight_kg": Decimal(2)}
    surveyed(unit, date(2024, 1, 10), {net: 6, butt: 10, can: 4, tar: 99}, **measured)
    surveyed(unit, date(2024, 4, 10), {net: 2, butt: 8}, length_m=100, width_m=10)
    surveyed(unit, date(2025, 1, 10), {}, item_list=net.item_list, length_m=100)

    found = compute(of_site(unit))

    # 20 items on 50 m, 10 on 100 m, none on 100 m; tar counts nowhere
    assert [point.per_100_m for point in found.series] == [40, 10, 0]
    assert (found.per_100_m.median, found.per_100_m.n) == (10, 3)
    assert found.per_100_m.mean == pytest.approx(50 / 3)
    assert found.per_100_m.interval.lower is None, "three surveys give no interval"
    covered = found.coverage
    assert (covered.surveys, covered.sites, covered.surveyed_sites) == (3, 1, 1)
    assert (covered.length_m, covered.area_m2, covered.surveys_with_area) == (250, 2_000, 2)
    assert covered.period == Period(date(2024, 1, 10), date(2025, 1, 10))
    assert covered.lists == ("joint 2021",)
    # 20 / 1,000 m2 and 10 / 1,000 m2
    assert (found.per_km2.value, found.per_km2.n) == (15_000, 2)
    assert (found.sdg.value, found.sdg.area_km2) == (15_000, 0.002)
    assert (found.kg_per_km2.value, found.kg_per_km2.n) == (2_000, 1)
    # plastic 16 and 10 on 1,000 m2, times 20: 0.32 and 0.2
    assert found.coast.median == pytest.approx(0.26)
    assert found.coast.classes["very_clean"] == 2
    assert found.coast.interval
    assert found.coast.interval.lower is None
    assert found.composition.shares == pytest.approx({"plastic": 2600 / 30, "metal": 400 / 30})
    assert found.plastic_share.value == pytest.approx(2600 / 30)
    assert {theme.name: theme.share for theme in found.themes} == pytest.approx(
        {"fishing": 800 / 30, "smoking": 60, "single-use": 60}
    )
    assert [theme.name for theme in found.themes if theme.is_least] == ["single-use"]
    # butts: 20, 8, 0; nets: 12, 2, 0; cans: 8, blank, 0
    assert top(found.top, "median") == [("joint:butt", 8), ("joint:can", 4), ("joint:net", 2)]
    assert top(found.top, "sum") == [("joint:butt", 18), ("joint:net", 8), ("joint:can", 4)]
    assert top(found.top, "occurrence")[0] == ("joint:butt", pytest.approx(200 / 3))
    assert [(part.name, part.n, part.median) for part in found.years] == [
        (2024, 2, 25),
        (2025, 1, 0),
    ]
    assert [(part.n, part.median) for part in found.seasons] == [
        (2, 20), (1, 10), (0, None), (0, None),
    ]  # fmt: skip
    assert (found.threshold.status, found.threshold.indicative) == ("not assessable", "meets")
    assert not found.trend.is_enough


def test_a_blank_is_not_a_zero(items: dict[str, LitterItem]) -> None:
    unit = SamplingUnitFactory()
    surveyed(unit, date(2024, 1, 1), {items["net"]: 4, items["can"]: 0})
    surveyed(unit, date(2024, 4, 1), {items["net"]: 8})
    surveyed(unit, date(2024, 7, 1), {items["tar"]: 8})

    found = compute(of_site(unit))

    can = next(each for each in found.items if each.item == "joint:can")
    assert (can.n, can.found_in, can.median) == (1, 0, 0)
    assert (found.per_100_m.n, found.per_100_m.blanks, found.per_100_m.median) == (2, 1, 6)
    assert [point.per_100_m for point in found.series] == [4, 8, None]
    assert found.per_km2.value is None, "no survey says how wide it was"
    assert found.kg_per_km2.value is None
    assert found.coast.median is None


def test_nothing_is_known_of_what_nobody_surveyed() -> None:
    site = SurveySiteFactory()

    for scope in (Scope(ScopeKind.SITE, site.code), Scope(ScopeKind.CITY, site.place.code)):
        found = compute(scope)
        assert not found.is_surveyed
        assert (found.coverage.sites, found.coverage.surveyed_sites) == (1, 0)
        assert (found.sites[0].n, found.sites[0].median) == (0, None)
        assert found.per_100_m.median is None
        assert found.composition.shares == {}
        assert found.threshold.median is None
        assert (found.trend.per_year, found.trend.p) == (None, None)
        assert (found.items, found.series, found.micro) == ((), (), ())


def test_only_monitoring_of_enough_length_enters(items: dict[str, LitterItem]) -> None:
    unit = SamplingUnitFactory()
    surveyed(unit, date(2024, 1, 1), {items["net"]: 4})
    surveyed(unit, date(2024, 2, 1), {items["net"]: 400}, survey_type=SurveyType.CLEANUP)
    surveyed(unit, date(2024, 3, 1), {items["net"]: 400}, length_m=10)
    surveyed(unit, date(2024, 4, 1), {items["net"]: 400}, compartment="floating")

    found = compute(of_site(unit))

    assert found.per_100_m.maximum == 4
    assert found.coverage.left_out == {"cleanup": 1, "too-short": 1}
    assert found.coverage.elsewhere == {"floating": 1, "seabed": 0}


def test_a_period_narrows_surveys_and_samples(items: dict[str, LitterItem]) -> None:
    unit = SamplingUnitFactory()
    for year, count in ((2023, 4), (2024, 6), (2025, 8)):
        surveyed(unit, date(year, 1, 1), {items["net"]: count})
        MicroSampleFactory(place=unit.site.place, sampled_on=date(year, 1, 1), particles=count)
    year = Period(date(2024, 1, 1), date(2024, 12, 31))

    found = compute(Scope(ScopeKind.CITY, unit.site.place.code, year))

    assert found.per_100_m.median == 6
    assert [each.raw_median for each in found.micro] == [0.06]
    assert (found.coverage.planned, found.sites[0].seasons) == (4, 1)
    assert [*compute_many([found.scope])] == [found], "some years out of all that was gathered"


def test_microplastics_are_joined_only_where_they_can_be_compared() -> None:
    first = MicroSampleFactory(particles=10, blanks=3, blank_particles=3)
    MicroSampleFactory(place=first.place, particles=30, blanks=0, blank_particles=0)
    MicroSampleFactory(place=first.place, particles=50, mesh_um=100, size_min_um=100)

    found = compute(Scope(ScopeKind.COUNTRY, first.place.country.code)).micro

    assert [(each.mesh_um, each.n) for each in found] == [(100, 1), (330, 2)]
    assert found[1].raw_mean == pytest.approx(0.2)
    assert (found[1].corrected_n, found[1].corrected_mean) == (1, pytest.approx(0.09))
    assert (found[1].few_blanks, found[1].unit) == (1, "items/m3")


def test_a_site_of_25_surveys_has_a_smooth_line() -> None:
    unit, item = SamplingUnitFactory(), LitterItemFactory()
    for turn in range(24):
        surveyed(unit, date(2020, 1, 1) + timedelta(days=30 * turn), {item: 100 + 2 * turn})
    before = compute(of_site(unit)).series
    surveyed(unit, date(2020, 1, 1) + timedelta(days=30 * 24), {item: 148})
    after = compute(of_site(unit)).series

    assert {point.smooth for point in before} == {None}
    assert [point.smooth for point in after] == pytest.approx(
        [100 + 2 * turn for turn in range(25)]
    )
    line = drawings.curve(after)
    assert line
    assert (len(line.values), line.values[0].value) == (25, 100)
    assert drawings.curve(before) is None


def test_medians_of_samples_have_intervals_and_recoveries_stand_beside_them() -> None:
    first = MicroSampleFactory(particles=10, recovery_pct=90)
    for turn in range(2, 9):
        recovery = 80 if turn == 2 else None
        MicroSampleFactory(place=first.place, particles=10 * turn, recovery_pct=recovery)

    [found] = compute(Scope(ScopeKind.CITY, first.place.code)).micro

    # eight values: the first and the last of them cover 99.2 %; 0.01 is the mean blank in 1 m3
    assert found.raw_interval
    assert (found.raw_interval.lower, found.raw_interval.upper) == (0.1, 0.8)
    assert found.raw_interval.coverage == pytest.approx(0.9922, abs=1e-4)
    assert found.corrected_interval
    assert found.corrected_interval.lower == pytest.approx(0.09)
    assert (found.recovery_n, found.recovery_median) == (2, 85)


def test_means_of_samples_have_intervals_by_resampling_within_cities() -> None:
    """Two cities that differ much: drawn within each, the mean is far better known than drawn from all."""
    clean = MicroSampleFactory(particles=10)
    country = clean.place.country
    dirty = MicroSampleFactory(place=CityFactory(parent=country), particles=1_000)
    for turn in range(1, 3):
        MicroSampleFactory(place=clean.place, particles=10 + turn)
        MicroSampleFactory(place=dirty.place, particles=1_000 + turn)

    [found] = compute(Scope(ScopeKind.COUNTRY, country.code)).micro
    [of_three] = compute(Scope(ScopeKind.CITY, clean.place.code)).micro
    again = compute(Scope(ScopeKind.COUNTRY, country.code)).micro[0]

    about, less = found.raw_mean_interval, found.corrected_mean_interval
    assert about
    assert less
    assert found.raw_mean == pytest.approx(5.06)
    assert about.lower is not None
    assert about.upper is not None
    assert (
        5.05 <= about.lower < 5.06 < about.upper <= 5.07
    )  # drawn from all six alike they would lie far apart
    assert less.lower == pytest.approx(about.lower - 0.01)  # the mean blank, in 1 m3 each
    assert (about.wanted, about.coverage) == (0.95, None)
    assert found.mean_method == "percentile bootstrap within cities, 2,000 resamples"
    assert again.raw_mean_interval == about, "the same data give the same ends"
    assert of_three.raw_mean_interval
    assert of_three.raw_mean_interval.lower is None, "three samples tell no interval"


def test_traits_of_particles_are_added_up_over_the_samples_that_told_them() -> None:
    first = MicroSampleFactory(counts={"shape": {"film": 2, "fibre": 3}, "polymer": {"pe": 0}})
    MicroSampleFactory(place=first.place, counts={"shape": {"fibre": 5, "foam": 0}})
    MicroSampleFactory(place=first.place)
    MicroSampleFactory(place=first.place, mesh_um=100, counts={"shape": {"bead": 9}})

    coarse = compute(Scope(ScopeKind.CITY, first.place.code)).micro[1]

    assert [(each.trait, each.n, each.total) for each in coarse.traits] == [
        ("shape", 2, 10),
        ("polymer", 1, 0),
    ]
    # nobody looked for beads by nets of this mesh, foam was looked for in vain
    assert coarse.traits[0].counts == {"fibre": 8, "film": 2, "foam": 0}


def test_a_list_that_knows_no_uses_tells_no_themes_but_foam() -> None:
    groups = ItemListFactory(code="groups")
    foam = LitterItemFactory(item_list=groups, foam=Foam.POLYSTYRENE)
    other = LitterItemFactory(item_list=groups, foam=Foam.UNDIVIDED)
    unit = SamplingUnitFactory()
    surveyed(unit, date(2024, 1, 1), {foam: 1, other: 3})

    themes = compute(of_site(unit)).themes

    assert [(each.name, each.share, each.is_least) for each in themes] == [
        ("polystyrene", 25, True)
    ]


def many(units: list[SamplingUnit], items: dict[str, LitterItem]) -> list[Survey]:
    """Survey each transect twelve times in six years, differently each time."""
    return [
        surveyed(
            unit,
            date(2019 + turn // 2, 1 + 6 * (turn % 2), 10),
            {
                items["net"]: (7 * turn + 3 * place) % 11,
                items["butt"]: 1 + (5 * turn) % (9 + place),
            },
            length_m=80 + turn,
            width_m=20,
        )
        for place, unit in enumerate(units)
        for turn in range(12)
    ]


def per_100_m(surveys: list[Survey]) -> list[float]:
    return [
        sum(count.count for count in each.counts.all()) * 100 / float(each.length_m)
        for each in surveys
    ]


def test_numbers_equal_the_pure_statistics(items: dict[str, LitterItem]) -> None:
    unit = SamplingUnitFactory()
    surveys = many([unit], items)
    values, axis = per_100_m(surveys), days(each.surveyed_on for each in surveys).tolist()
    line = theil_sen(values, axis)

    found = compute(of_site(unit))

    middle, interval = describe(values), median_interval(values)
    assert (found.per_100_m.median, found.per_100_m.sd) == (middle.median, middle.sd)
    assert found.per_100_m.interval.lower == interval.lower
    assert found.per_100_m.interval.coverage == interval.coverage
    assert (found.trend.per_year, found.trend.intercept) == (line.per_year, line.intercept)
    along = Direction.INCREASING if (line.slope or 0) > 0 else Direction.DECREASING
    test = mann_kendall(values, direction=along)
    assert (found.trend.p, found.trend.p_two_sided) == (test.p, test.p_two_sided)
    assert found.trend.is_enough
    assert (found.trend.n, found.trend.years) == (12, 6)
    boxplot = adjusted_boxplot(values)
    assert tuple(p for p, each in enumerate(found.series) if each.is_outlier) == boxplot.outliers
    assert found.coast.median == pytest.approx(
        describe(clean_coast_index(value, 20 * 100).value for value in values).median
    )
    plain = [
        each.counts.get(item=items["butt"]).count * 100 / float(each.length_m) for each in surveys
    ]
    butt = next(each for each in found.items if each.item == "joint:butt")
    assert butt.median == pytest.approx(describe(plain).median)
    assert butt.per_year == pytest.approx(theil_sen(plain, axis).per_year)
    counted = {
        f"joint:{code}": [float(each.counts.get(item=items[code]).count) for each in surveys]
        for code in ("net", "butt")
    }
    for by in (By.SUM, By.OCCURRENCE):
        assert dict(top(found.top, by)) == pytest.approx(dict(top_list(counted, by).entries))


def test_an_area_joins_its_sites(items: dict[str, LitterItem]) -> None:
    unit = SamplingUnitFactory()
    city = unit.site.place
    other = SamplingUnitFactory(site__place=city)
    short = SamplingUnitFactory(site__place=city)
    SurveySiteFactory(place=city)
    surveys = many([unit, other], items)
    late = surveyed(short, date(2024, 12, 1), {items["net"]: 900})
    blocks = {
        name: (per_100_m(part), days(each.surveyed_on for each in part).tolist())
        for name, part in (("a", surveys[:12]), ("b", surveys[12:]))
    }
    slopes = [theil_sen(*block).per_year for block in blocks.values()]

    found = compute(Scope(ScopeKind.CITY, city.code))

    assert found.per_100_m.median == describe(per_100_m([*surveys, late])).median
    medians = [describe(part).median for part, _axis in blocks.values()]
    assert found.per_100_m.median_of_site_medians == describe([*medians, 900]).median
    assert found.trend.per_year == describe(slopes).median
    along = Direction.INCREASING if found.trend.per_year > 0 else Direction.DECREASING
    assert found.trend.p == regional_kendall(blocks, along).p
    assert (found.trend.sites, found.trend.short) == (2, (short.site.code,))
    assert (found.coverage.sites, found.coverage.surveyed_sites) == (4, 3)
    assert [each.n for each in found.sites] == [12, 12, 1, 0]
    # the last six calendar years only: 2019 is left out of none, 2018 would be
    assert (found.threshold.n, found.threshold.status) == (25, "not assessable")
    # from January 2019 to December 2024 there are 24 quarters; 12 surveys in 12 of them, 12, 1 and none
    assert (found.coverage.planned, [each.seasons for each in found.sites]) == (24, [12, 12, 1, 0])
    assert len(found.series) == 25
    assert compute(Scope(ScopeKind.REGION)).series == ()


def test_means_shares_and_the_slope_of_an_area_have_intervals(items: dict[str, LitterItem]) -> None:
    unit = SamplingUnitFactory()
    city = unit.site.place
    other = SamplingUnitFactory(site__place=city)
    surveys = many([unit, other], items)
    values = per_100_m(surveys)
    found = compute(Scope(ScopeKind.CITY, city.code))

    # the spread of means drawn within sites, worked out: sum of squares about each site's mean / n²
    spread = (
        sum(
            sum((value - sum(part) / 12) ** 2 for value in part)
            for part in (values[:12], values[12:])
        )
        ** 0.5
        / 24
    )
    mean = found.per_100_m.mean_interval
    assert mean
    assert mean.lower == pytest.approx(sum(values) / 24 - 1.96 * spread, rel=0.05)
    assert mean.upper == pytest.approx(sum(values) / 24 + 1.96 * spread, rel=0.05)
    for figure in (found.per_km2, found.plastic_share, found.sdg):
        assert figure.interval
        assert figure.interval.lower <= figure.value <= figure.interval.upper
        assert "2,000 resamples" in figure.method
    assert found.kg_per_km2.interval
    assert found.kg_per_km2.interval.lower is None, "nothing was weighed"
    slope = found.trend.interval
    assert slope.lower < found.trend.per_year < slope.upper
    assert "bootstrap" in found.trend.method
    assert compute(Scope(ScopeKind.CITY, city.code)) == found, "drawn the same way each time"
    [first, second] = found.sites
    part = median_interval(values[:12])
    assert first.interval
    assert (first.interval.lower, first.interval.upper) == (part.lower, part.upper)
    # a site alone has the interval of Gilbert, which needs no chance
    line = theil_sen(values[:12], days(each.surveyed_on for each in surveys[:12]).tolist())
    alone = compute(of_site(unit)).trend
    assert alone.interval.lower == pytest.approx((line.lower or 0) * 365.25)
    assert second.trend.interval.lower is not None


def test_sites_of_one_survey_each_are_drawn_together(items: dict[str, LitterItem]) -> None:
    city = SamplingUnitFactory().site.place
    for count in (2, 4, 6, 8, 10, 12):
        unit = SamplingUnitFactory(site__place=city)
        surveyed(unit, date(2024, 1, 1), {items["net"]: count})

    found = compute(Scope(ScopeKind.CITY, city.code))

    assert found.per_100_m.mean_interval
    assert found.per_100_m.mean_interval.lower == pytest.approx(4.3, abs=0.4)
    assert found.per_100_m.mean_interval.upper == pytest.approx(9.7, abs=0.4)
    assert found.trend.interval.lower is None
    assert found.plastic_share.interval
    assert (found.plastic_share.interval.lower, found.plastic_share.interval.upper) == (100, 100)


def test_years_to_the_threshold_are_told_of_an_evident_decrease(
    items: dict[str, LitterItem],
) -> None:
    unit = SamplingUnitFactory()
    for turn in range(12):
        on = date(2019 + turn // 2, 1 + 6 * (turn % 2), 10)
        surveyed(unit, on, {items["net"]: 400 - 10 * turn})

    found = compute(of_site(unit))

    assert found.years_left
    now, slope = found.threshold.median, found.trend.per_year
    assert found.years_left.years == pytest.approx((now - 20) / -slope)
    assert found.years_left.cautious == pytest.approx(1.3 * found.years_left.years)
    assert compute(of_site(unit, Period(date(2019, 1, 1), date(2021, 12, 31)))).years_left is None


def test_an_area_of_short_series_has_no_trend(items: dict[str, LitterItem]) -> None:
    unit = SamplingUnitFactory()
    for place in (unit, SamplingUnitFactory(site__place=unit.site.place)):
        surveyed(place, date(2024, 1, 1), {items["net"]: 4})

    found = compute(Scope(ScopeKind.CITY, unit.site.place.code))

    assert (found.trend.per_year, found.trend.p, found.trend.sites) == (None, None, 0)
    assert found.items[0].per_year is None


def test_demo_data_are_never_mixed_with_facts(items: dict[str, LitterItem], lin: User) -> None:
    unit = SamplingUnitFactory(site__is_demo=True)
    surveyed(unit, date(2024, 1, 1), {items["net"]: 400})
    accepted(lin)

    whole, of_demo = compute(Scope(ScopeKind.REGION)), compute(of_site(unit))

    assert (whole.is_demo, whole.coverage.surveys, whole.coverage.sites) == (False, 1, 1)
    assert whole.per_100_m.median == 12
    assert (of_demo.is_demo, of_demo.per_100_m.median) == (True, 400)


def test_it_asks_the_same_however_many_rows_there_are(items: dict[str, LitterItem]) -> None:
    unit = SamplingUnitFactory()
    asked = set()
    for turn, more in enumerate((1, 2, 47)):
        for place in range(more):
            surveyed(
                unit,
                date(2020 + turn, 1, 1 + place % 28),
                {items["net"]: 1 + place},
                replicate_no=1 + place // 28,
            )
        with CaptureQueriesContext(connection) as queries:
            compute(Scope(ScopeKind.CITY, unit.site.place.code))
        asked.add(len(queries))

    assert asked == {7}
