"""Two periods compared: asked for by the page, computed by a worker, with what stands between them."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from monitoring.choices import ScopeKind
from monitoring.models import ComparedPeriods, SamplingUnit
from monitoring.results import comparisons, periods
from monitoring.results.periods import years
from monitoring.results.renewing import renew
from monitoring.results.shapes import Scope
from monitoring.statistics.two_periods import shift
from tests.factories.monitoring import SamplingUnitFactory, SurveyFactory, SurveySiteFactory
from tests.factories.reference import LitterItemFactory

pytestmark = pytest.mark.django_db

API = "/api/v1/monitoring-comparisons/"
BEFORE, AFTER = (2019, 2021), (2022, 2024)


@pytest.fixture(autouse=True)
def nobody_woken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(periods.wake, "up_for", lambda *_arguments: None)


@pytest.fixture
def unit() -> SamplingUnit:
    """A transect surveyed twice a year from 2019 to 2024, with less litter from 2022 on; beside it one
    that was surveyed in the first year alone."""
    unit: SamplingUnit = SamplingUnitFactory()
    item = LitterItemFactory()
    for turn in range(12):
        on = date(2019 + turn // 2, 1 + 6 * (turn % 2), 10)
        count = (400 if on.year < 2022 else 100) + turn
        SurveyFactory(unit=unit, surveyed_on=on, counts={item: count}, nothing_found=False)
    once = SamplingUnitFactory(site=SurveySiteFactory(place=unit.site.place))
    SurveyFactory(unit=once, surveyed_on=date(2019, 5, 1), counts={item: 9000}, nothing_found=False)
    return unit


def shown(client: Client, unit: SamplingUnit, language: str = "en", **query: str) -> str:
    with override(language):
        path = reverse("monitoring:two-periods")
    asked = {"kind": "city", "code": unit.site.place.code, **query}
    answer = client.get(path, asked)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_the_page_asks_and_the_worker_compares(client: Client, unit: SamplingUnit) -> None:
    renew()
    assert "being computed" in shown(client, unit)

    assert renew() == 1
    page = shown(client, unit)

    assert "2019–2021 · 2022–2024" in page  # the halves, where nothing is chosen
    assert "Less litter in the second period" in page
    assert "12 surveys at 1 site surveyed in both periods" in page
    assert f"left out of the difference: Beach {_once(unit)}" in page
    assert renew() == 0
    chinese = shown(client, unit, "zh-hans")
    assert "第二时期垃圾较少" in chinese


def _once(unit: SamplingUnit) -> str:
    sites = unit.site.place.survey_sites.exclude(pk=unit.site.pk)
    code: str = sites.get().code
    return code


def test_its_numbers_are_those_of_the_statistics(unit: SamplingUnit) -> None:
    scope = Scope(ScopeKind.CITY, unit.site.place.code)
    comparisons.find(scope, years(*BEFORE), years(*AFTER))
    renew()

    found = comparisons.find(scope, years(*BEFORE), years(*AFTER))

    assert found
    assert found.is_current
    first, second = (
        [base + turn for turn in part] for base, part in ((400, range(6)), (100, range(6, 12)))
    )
    wanted = shift([(first, second)])
    difference = found.comparison.difference
    assert (difference.median, difference.p) == (wanted.median, wanted.p)
    assert difference.interval.lower == wanted.interval.lower
    assert (found.comparison.first.n, found.comparison.second.n) == (7, 6)
    assert found.comparison.first.median == 403  # the table counts every site
    assert found.comparison.is_demo


@pytest.mark.parametrize(
    ("kind", "code"), [("site", "site"), ("country", "country"), ("region", "")]
)
def test_sites_countries_and_the_region_are_compared_alike(
    client: Client, unit: SamplingUnit, kind: str, code: str
) -> None:
    known = {"site": unit.site.code, "country": unit.site.place.country.code, "": ""}[code]
    renew()
    shown(client, unit, kind=kind, code=known)
    renew()

    assert "Less litter in the second period" in shown(client, unit, kind=kind, code=known)


def test_what_stands_between_the_periods_is_said(client: Client, unit: SamplingUnit) -> None:
    item = LitterItemFactory(item_list__code="ospar")
    SurveyFactory(
        unit=unit, surveyed_on=date(2024, 3, 1), item_list=item.item_list, counts={item: 90},
        lower_size_mm="5.0", protocol_version="2", nothing_found=False,
    )  # fmt: skip
    renew()
    asked = {"first_from": "2019", "first_to": "2019", "second_from": "2024", "second_to": "2024"}
    shown(client, unit, **asked)
    renew()

    page = shown(client, unit, **asked)

    assert "Too few surveys to speak of a difference" in page
    assert "2019: 3 surveys · 2024: 3 surveys" in page
    for said in ("protocols or their versions differ", "lists of litter items differ",
                 "smallest size that was counted differs", "seasons differ"):  # fmt: skip
        assert said in page, said


def test_no_evidence_is_not_called_no_change(client: Client) -> None:
    unit, item = SamplingUnitFactory(), LitterItemFactory()
    for turn in range(16):
        on = date(2021 + turn // 4, 1 + 3 * (turn % 4), 10)
        SurveyFactory(unit=unit, surveyed_on=on, counts={item: 50 + turn % 4}, nothing_found=False)
    renew()
    shown(client, unit)
    renew()

    page = shown(client, unit)

    assert "No evidence of a difference" in page
    assert "This does not show that nothing changed." in page
    assert "What stands between the periods" in page  # eight surveys a period
    assert "seasons differ" not in page


def test_periods_are_put_in_order_and_never_overlap(client: Client, unit: SamplingUnit) -> None:
    renew()
    turned = shown(
        client, unit, first_from="2024", first_to="2022", second_from="2019", second_to="2021"
    )
    assert "2019–2021 · 2022–2024" in turned

    overlapping = shown(
        client, unit, first_from="2019", first_to="2022", second_from="2022", second_to="2024"
    )
    assert "The periods overlap" in overlapping
    assert "left out" in shown(client, unit, first_from="1850")
    assert ComparedPeriods.objects.count() == 1
    with pytest.raises(IntegrityError, match="apart"), transaction.atomic():
        ComparedPeriods.objects.create(
            kind="region", first_from=2019, first_to=2022, second_from=2022, second_to=2024,
            asked_at=timezone.now(),
        )  # fmt: skip


def test_one_year_has_nothing_to_be_compared_with(client: Client) -> None:
    survey = SurveyFactory(surveyed_on=date(2024, 5, 1))
    renew()

    assert "Two periods need surveys of two years" in shown(client, survey.unit)


@pytest.mark.parametrize("query", [{}, {"kind": "planet"}, {"kind": "city", "code": "atlantis"}])
def test_what_is_not_there_is_not_compared(client: Client, query: dict[str, str]) -> None:
    with override("en"):
        assert client.get(reverse("monitoring:two-periods"), query).status_code == 404


def test_newer_surveys_make_it_stale_until_it_is_asked_for(
    client: Client, unit: SamplingUnit
) -> None:
    renew()
    shown(client, unit)
    renew()
    SurveyFactory(unit=unit, surveyed_on=date(2024, 11, 1), nothing_found=True)
    renew()
    assert "Surveys have changed since this was computed" in shown(client, unit)

    assert renew() == 1
    assert "Surveys have changed" not in shown(client, unit)
    ComparedPeriods.objects.update(asked_at=timezone.now() - 2 * periods.KEPT_FOR)
    renew()
    assert not ComparedPeriods.objects.exists()


def test_the_api_has_the_same_numbers_in_the_same_number_of_questions(
    client: Client, unit: SamplingUnit
) -> None:
    renew()
    shown(client, unit)
    assert client.get(API).json()["count"] == 0  # it waits
    renew()
    [row] = client.get(API, {"kind": "city", "code": unit.site.place.code}).json()["results"]
    kept = ComparedPeriods.objects.get()
    assert row["difference"] == kept.figures["difference"]
    assert (row["is_current"], row["is_demo"]) == (True, True)
    assert client.get(API, {"kind": "planet"}).status_code == 400

    asked = set()
    for first in (1900, 1800, 1700):
        with CaptureQueriesContext(connection) as counted:
            client.get(API, {"page_size": "50"})
        asked.add(len(counted))
        for turn in range(20):
            kept.pk, kept.first_from = None, first + turn
            kept.save()
    assert len(asked) == 1
