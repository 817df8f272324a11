"""Some years alone: asked for by a page, computed by a worker, the same numbers as a report has."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from monitoring.choices import ScopeKind
from monitoring.models import PeriodResult, SamplingUnit
from monitoring.results import periods, words
from monitoring.results.asked import asked_years
from monitoring.results.renewing import renew
from monitoring.results.service import compute
from monitoring.results.shapes import Scope
from tests.factories.monitoring import MicroSampleFactory, SamplingUnitFactory, SurveyFactory
from tests.factories.reference import LitterItemFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit() -> SamplingUnit:
    """A transect with twelve surveys in six years, from 2019 to 2024."""
    unit: SamplingUnit = SamplingUnitFactory()
    item = LitterItemFactory()
    for turn in range(12):
        on = date(2019 + turn // 2, 1 + 6 * (turn % 2), 10)
        SurveyFactory(unit=unit, surveyed_on=on, counts={item: 20 + turn}, nothing_found=False)
    return unit


@pytest.fixture(autouse=True)
def woken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Which tasks a worker was woken for."""
    tasks: list[str] = []
    monkeypatch.setattr(periods.wake, "up_for", lambda task, _number: tasks.append(task))
    return tasks


def of_city(unit: SamplingUnit, first: int = 2020, last: int = 2021) -> Scope:
    return Scope(ScopeKind.CITY, unit.site.place.code, periods.years(first, last))


def page(client: Client, name: str, *arguments: object, **query: str) -> str:
    with override("en"):
        answer = client.get(reverse(f"monitoring:{name}", args=arguments), query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_years_are_computed_when_they_are_asked_for(
    unit: SamplingUnit, woken: list[str], django_capture_on_commit_callbacks: Any
) -> None:
    scope = of_city(unit)
    assert renew() == 4
    with django_capture_on_commit_callbacks(execute=True):
        assert periods.find(scope) is None
    assert woken == [periods.RENEW]

    assert renew() == 1
    kept = periods.find(scope)

    assert kept
    assert kept.is_current
    assert kept.result == compute(scope)
    assert [point.on.year for point in kept.result.series] == [2020, 2020, 2021, 2021]
    assert renew() == 0
    with django_capture_on_commit_callbacks(execute=True):
        periods.find(scope)
    assert len(woken) == 1, "what is current wakes nobody"


def test_what_was_computed_of_older_data_is_shown_until_it_is_computed_anew(
    unit: SamplingUnit,
) -> None:
    scope = of_city(unit)
    renew()
    periods.find(scope)
    renew()
    SurveyFactory(unit=unit, surveyed_on=date(2021, 12, 1), nothing_found=True)
    assert renew() == 4, "nobody has asked for these years since"

    stale = periods.find(scope)

    assert stale
    assert (stale.is_current, stale.result.coverage.surveys) == (False, 4)
    assert renew() == 1
    anew = periods.find(scope)
    assert anew
    assert (anew.is_current, anew.result.coverage.surveys) == (True, 5)


def test_they_go_after_a_month_and_when_there_are_too_many(
    unit: SamplingUnit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(periods, "MOST", 2)
    for last in (2020, 2021, 2022):
        periods.find(of_city(unit, last=last))
    assert list(PeriodResult.objects.order_by("last_year").values_list("last_year", flat=True)) == [
        2021, 2022,
    ]  # fmt: skip

    PeriodResult.objects.filter(last_year=2021).update(
        asked_at=timezone.now() - periods.KEPT_FOR - timedelta(hours=1)
    )
    renew()
    assert [row.last_year for row in PeriodResult.objects.all()] == [2022]


def test_years_of_what_is_no_longer_there_go(unit: SamplingUnit) -> None:
    now = timezone.now()
    PeriodResult.objects.create(
        kind=ScopeKind.SITE, code="CN_XXX_001", first_year=2020, last_year=2020, asked_at=now
    )

    assert renew() == 4
    assert not PeriodResult.objects.exists()


def test_a_page_offers_its_years_and_shows_those_that_are_asked_for(
    client: Client, unit: SamplingUnit
) -> None:
    renew()
    city = unit.site.place.code
    offered = page(client, "city", city)
    assert '<option value="2019">2019</option>' in offered
    assert '<option value="2024">2024</option>' in offered
    years = {"first": "2020", "last": "2021"}

    waiting = page(client, "city", city, **years)
    renew()
    shown = page(client, "city", city, **years)

    assert "These years are being computed" in waiting
    assert "?first=2020&amp;last=2021" in waiting
    assert "Only what was found in 2020–2021 is counted here." in shown
    with override("en"):
        for median in (compute(of_city(unit)).per_100_m.median, 23.5):
            assert f'<dd class="key-figure">{words.said(median)}</dd>' in shown
    assert "50 %: 4 of 8, one survey of each site" in shown
    assert "Median of 4 surveys" in shown
    for name, arguments in (
        ("site", [unit.site.code]),
        ("country", [unit.site.place.country.code]),
        ("region", []),
    ):
        page(client, name, *arguments, **years)
        renew()
        assert "Median of 4 surveys" in page(client, name, *arguments, **years)


def test_years_without_a_survey_are_no_clean_beaches(client: Client, unit: SamplingUnit) -> None:
    SurveyFactory(unit=unit, surveyed_on=date(2015, 5, 1), nothing_found=True)
    renew()
    page(client, "site", unit.site.code, first="2016", last="2018")
    renew()

    shown = page(client, "site", unit.site.code, first="2016", last="2018")

    assert "No beach was surveyed here in these years." in shown
    assert "Median of" not in shown


@pytest.mark.parametrize(
    ("asked", "expected", "notices"),
    [
        ("", None, 0),
        ("first=2023", (2023, 2024), 0),
        ("last=2020", (2019, 2020), 0),
        ("first=2022&last=2020", (2020, 2022), 1),
        ("first=1999&last=2020", (2019, 2020), 1),
        ("first=soon", None, 1),
    ],
)
def test_an_address_is_read_tolerantly(
    unit: SamplingUnit, asked: str, expected: Any, notices: int
) -> None:
    MicroSampleFactory(place=unit.site.place, sampled_on=date(2024, 3, 1))
    whole = compute(Scope(ScopeKind.CITY, unit.site.place.code))

    found = asked_years(QueryDict(asked), whole)

    assert (found.period and tuple(day.year for day in found.period)) == expected
    assert len(found.notices) == notices


def test_results_of_all_years_are_not_kept_twice(unit: SamplingUnit) -> None:
    with pytest.raises(ValueError, match="all years"):
        periods.find(Scope(ScopeKind.REGION))


def test_a_page_of_some_years_asks_the_same_for_one_site_and_for_fifty(
    client: Client, unit: SamplingUnit
) -> None:
    counted = set()
    years = {"first": "2020", "last": "2021"}
    page(client, "region")  # each process keeps the names of places
    for more in (0, 2, 47):
        for _each in range(more):
            other = SamplingUnitFactory(
                site__place=unit.site.place, site__organisation=unit.site.organisation
            )
            SurveyFactory(unit=other, surveyed_on=date(2020, 5, 1), nothing_found=True)
        renew()
        page(client, "region", **years)
        renew()
        with CaptureQueriesContext(connection) as asked:
            page(client, "region", **years)
        counted.add(len(asked))

    assert len(counted) == 1
