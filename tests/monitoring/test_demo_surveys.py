"""Demo surveys: the same every time, marked as such, quick to load."""

import random
from datetime import date

import pytest
from django.db import connection

from monitoring.demo import surveys
from monitoring.models import LitterCount, Survey, SurveySite
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


def test_its_numbers_are_the_same_every_time() -> None:
    beach, day = surveys.CITIES["cn-xiamen"].beaches[0], date(2021, 1, 11)

    first, second = (
        surveys._counts(random.Random(surveys.SEED), beach, day)  # noqa: S311
        for _time in range(2)
    )

    assert first == second
    assert first["J27"] > 0
