"""Demo surveys: the same every time, marked as such, quick to load."""

import random
from datetime import date

import pytest
from django.db import connection
from django.db.models import Sum

from monitoring.choices import ScopeKind
from monitoring.demo import surveys
from monitoring.models import LitterCount, Survey, SurveySite
from monitoring.results.service import compute
from monitoring.results.shapes import Scope
from monitoring.statistics.descriptive import describe
from monitoring.statistics.series import days
from monitoring.statistics.theil_sen import theil_sen
from monitoring.statistics.threshold import assess
from monitoring.statistics.trends import direction_of, regional_kendall
from partnership.reference.models import ItemList
from tests.factories.reference import (
    CityFactory,
    CountryFactory,
    ItemListFactory,
    LitterItemFactory,
)


@pytest.fixture
def _reference(db: None) -> None:
    """The cities and the items that the demo names."""
    countries = {code: CountryFactory(code=code) for code in ("CN", "ID", "VN")}
    for code in surveys.CITIES:
        CityFactory(code=code, parent=countries[code[:2].upper()])
    joint: ItemList = ItemListFactory(code="eu-joint")
    for code in surveys.AVERAGES:
        LitterItemFactory(item_list=joint, code=code)


@pytest.mark.usefixtures("_reference")
def test_it_loads_a_dozen_sites_with_five_years_of_surveys_once() -> None:
    assert surveys.load() == 220
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    assert SurveySite.objects.count() == 12
    assert SurveySite.objects.filter(is_demo=False).count() == 0
    assert Survey.objects.filter(is_demo=True).count() == 220
    assert LitterCount.objects.count() == 220 * len(surveys.AVERAGES)
    bare = SurveySite.objects.with_facts().filter(last_survey__isnull=True)
    assert [site.code for site in bare] == ["CN_WEI_002"]
    assert surveys.load() == 0
    assert_results_equal_the_statistics("cn-xiamen")


def assert_results_equal_the_statistics(city: str) -> None:
    """All transects are 100 m long, so that counts are items per 100 m."""
    rows = Survey.objects.filter(unit__site__place__code=city).order_by("surveyed_on")
    totals = rows.annotate(total=Sum("counts__count"))
    sites: dict[str, tuple[list[float], list[float]]] = {}
    for code, day, total in totals.values_list("unit__site__code", "surveyed_on", "total"):
        values, axis = sites.setdefault(code, ([], []))
        values.append(total)
        axis.append(float(days([day])[0]))
    everything = [value for values, _axis in sites.values() for value in values]
    slopes = [theil_sen(*block).per_year for block in sites.values()]

    found = compute(Scope(ScopeKind.CITY, city))

    assert found.is_demo
    assert found.per_100_m.median == describe(everything).median
    assert found.per_100_m.mean == pytest.approx(describe(everything).mean)
    assert found.threshold.status == assess(everything).status
    assert found.trend.per_year == describe(slopes).median
    along = direction_of(found.trend.per_year or 0)
    assert found.trend.p == regional_kendall(sites, along).p
    assert found.per_km2.value == pytest.approx(sum(everything) / len(everything) / 3000 * 1e6)


def test_its_numbers_are_the_same_every_time() -> None:
    beach, day = surveys.CITIES["cn-xiamen"].beaches[0], date(2021, 1, 11)

    first, second = (
        surveys._counts(random.Random(surveys.SEED), beach, day)  # noqa: S311
        for _time in range(2)
    )

    assert first == second
    assert first["J27"] > 0
