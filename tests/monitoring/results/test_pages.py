"""Results on pages and in the API: the stored numbers, and what is not known said as such."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from monitoring.choices import ScopeKind
from monitoring.cities.comparing import warnings
from monitoring.models import MicroSample, SamplingUnit, StoredResult, Survey
from monitoring.results import bulletins, drawings, names, words
from monitoring.results.beside import beside_bulletins
from monitoring.results.packing import packed, unpacked
from monitoring.results.page import ResultPage, page_of
from monitoring.results.renewing import renew
from monitoring.results.service import compute
from monitoring.results.shapes import Interval, Scope, YearsLeft
from partnership.reference.choices import Foam
from tests.factories.monitoring import (
    MicroSampleFactory,
    SamplingUnitFactory,
    SeaSurveyFactory,
    SurveyFactory,
    SurveySiteFactory,
)
from tests.factories.reference import CityFactory, CountryFactory, LitterItemFactory

pytestmark = pytest.mark.django_db
API = "/api/v1/monitoring-results/"
AT_SEA = {"floating-visual": {}, "seabed": {"size_class": "", "gear": "otter", "depth_m": 20}}


@pytest.fixture
def unit() -> SamplingUnit:
    """A transect in China with twelve surveys in six years, fewer butts each year."""
    city = CityFactory(parent=CountryFactory(code="CN"))
    unit = SamplingUnitFactory(site__place=city)
    net, butt = LitterItemFactory(use="fi"), LitterItemFactory(use="sm", foam=Foam.POLYSTYRENE)
    for turn in range(12):
        SurveyFactory(
            unit=unit,
            surveyed_on=date(2019 + turn // 2, 1 + 6 * (turn % 2), 10),
            counts={net: 3, butt: 60 - 4 * turn},
            nothing_found=False,
            item_list=net.item_list,
            width_m=20,
        )
    MicroSampleFactory(place=city, counts={"shape": {"fibre": 6, "film": 2}})
    return unit


def page(client: Client, name: str, *arguments: object, language: str = "en", **query: str) -> str:
    with override(language):
        address = reverse(f"monitoring:{name}", args=arguments)
    answer = client.get(address, query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_site_shows_its_stored_results(client: Client, unit: SamplingUnit) -> None:
    assert "have not been computed yet" in page(client, "site", unit.site.code)
    renew()

    shown = page(client, "site", unit.site.code)

    result = compute(Scope(ScopeKind.SITE, unit.site.code))
    assert words.said(result.per_100_m.median) in shown
    assert "Median of 12 surveys; interval from" in shown
    assert "12 of the 40 surveys" in shown
    assert "Less litter from year to year" in shown
    assert words.slope(result.trend.per_year or 0) in shown
    assert shown.count('<svg class="chart ') == 4
    assert "Not recorded" not in shown
    assert "Surveys have changed" not in shown
    SurveyFactory(unit=unit)
    assert "Surveys have changed" in page(client, "site", unit.site.code)


def test_a_city_shows_its_sites_also_those_not_surveyed(client: Client, unit: SamplingUnit) -> None:
    bare = SurveySiteFactory(place=unit.site.place)
    renew()

    shown = page(client, "city", unit.site.place.code)

    assert bare.name_en in shown
    assert "not surveyed" in shown
    assert "46,311" in shown, "the bulletins stand beside a city of China"
    assert "330–5000" in shown, "the sizes of microplastics"
    assert "Particles by shape: surface water · mesh 330 μm · 330–5000 μm" in shown
    assert "Of 8 particles in 1 of 1 samples." in shown
    chart = shown.partition('id="particles-1"')[2]
    assert chart.index(">fibre<") < chart.index(">film<"), "in the order of the vocabulary"
    assert "at least" not in shown
    assert "dot-map" in shown
    result = compute(Scope(ScopeKind.CITY, unit.site.place.code))
    assert "Coverage of the plan" in shown
    assert "26 %: 12 of 46, one survey of each site in every quarter of the year" in shown
    assert '<td class="number">12 / 23</td>' in shown
    assert '<td class="number">0 / 23</td>' in shown
    with override("en"):
        for interval in (result.per_100_m.mean_interval, result.per_km2.interval):
            assert interval
            assert words.interval(interval) in shown
        site = next(each for each in result.sites if each.n)
        assert f"{words.said(site.median)} ({words.ends(site.interval)})" in shown


def test_a_trend_says_what_it_stands_on(unit: SamplingUnit) -> None:
    result = compute(Scope(ScopeKind.SITE, unit.site.code))
    with override("en"):
        said = words.trend_basis(result.trend)
        assert said.startswith("12 surveys in 6 years; slope: 95 % interval from")
        assert said.endswith("two-sided p < 0.001.")
        assert words.trend_basis(replace(result.trend, is_enough=False)) == ""
        assert "no test possible" in words.trend_basis(replace(result.trend, p_two_sided=None))
        left = YearsLeft(years=14.0476, cautious=18.26, target=20, method="")
        assert words.years_left(left) == (
            "If it went on like this in a straight line, the median would reach 20 items per 100 m in 14.0 "
            "years; with a margin of 30 %, in 18.3."
        )
        assert words.years_left(None) == ""
        below, above = (Interval(lower=low, upper=9, wanted=0.95, coverage=None) for low in (-3, 3))
        assert [words.ends(each) for each in (below, above, None)] == ["−3 – 9", "3–9", ""]
        assert words.about_median(above) == "Around the median: 95 % interval from 3 to 9."


def test_countries_and_the_region_show_their_stored_results(
    client: Client, unit: SamplingUnit
) -> None:
    elsewhere = SurveyFactory(unit__site__place__parent=CountryFactory(code="VN")).unit.site
    renew()
    city = unit.site.place

    of_country = page(client, "country", city.country.code)
    of_region = page(client, "region")

    result = compute(Scope(ScopeKind.COUNTRY, city.country.code))
    assert words.said(result.per_100_m.median) in of_country
    assert "Litter from year to year" in of_country
    assert city.name_en in of_country
    assert elsewhere.place.name_en not in of_country
    assert city.name_en in of_region
    assert elsewhere.place.name_en in of_region
    assert "China and ASEAN" in of_region
    assert "dot-map" in of_region
    assert "中国与东盟" in page(client, "region", language="zh-hans")
    assert client.get("/en/monitoring/countries/XX/").status_code == 404


def test_pages_of_areas_ask_the_same_for_one_site_and_for_fifty(
    client: Client, unit: SamplingUnit
) -> None:
    page(client, "region")  # each process keeps the names of places
    counted = []
    for more in (0, 2, 47):
        for _each in range(more):
            site = SurveySiteFactory(place=unit.site.place, organisation=unit.site.organisation)
            SurveyFactory(unit=SamplingUnitFactory(site=site), nothing_found=True)
        renew()
        with CaptureQueriesContext(connection) as asked:
            page(client, "region")
        counted.append(len(asked))

    assert counted[0] == counted[1] == counted[2]


def test_what_nobody_surveyed_says_so(client: Client) -> None:
    site = SurveySiteFactory()
    renew()

    assert "No beach of this city has been surveyed yet" in page(client, "city", site.place.code)
    assert "not surveyed" in page(client, "cities")
    assert client.get(reverse("monitoring:city", args=["xx-nowhere"])).status_code == 404


def test_cities_are_compared_with_warnings(client: Client, unit: SamplingUnit) -> None:
    other = SamplingUnitFactory()
    SurveyFactory(unit=other, protocol="old", lower_size_mm=5, surveyed_on=date(2011, 5, 5))
    SurveySiteFactory()
    assert "not computed yet" in page(client, "cities")
    renew()

    shown = page(client, "cities")

    assert "3 cities" in shown
    for sentence in ("different protocols", "different lists", "smallest size", "different years"):
        assert sentence in shown
    assert "from 1 to 12" in shown
    assert "1 city has fewer than ten surveys" in shown
    assert "2019–2024" in shown
    narrowed = page(client, "cities", country="CN")
    assert "1 city" in narrowed
    assert "Compare with care" not in narrowed
    assert "left out: “XX”" in page(client, "cities", country="XX")


def test_demo_data_and_facts_are_not_compared_in_silence(unit: SamplingUnit) -> None:
    result = compute(Scope(ScopeKind.CITY, unit.site.place.code))

    assert warnings([result]) == []
    assert warnings([result, result]) == []
    with override("en"):
        (said,) = warnings([result, replace(result, is_demo=False)])
    assert "must not be compared" in said


def test_without_any_site_the_comparison_says_so(client: Client) -> None:
    assert "No site has been entered yet" in page(client, "cities")


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_pages_ask_the_same_however_many_rows_there_are(client: Client, language: str) -> None:
    unit = SamplingUnitFactory()
    SurveyFactory(unit=unit)
    counts: dict[str, set[int]] = {}
    for more in (1, 2, 47):
        SurveySiteFactory.create_batch(
            more, place=unit.site.place, organisation=unit.site.organisation
        )
        MicroSampleFactory.create_batch(more, place=CityFactory(parent=unit.site.place.country))
        SurveyFactory.create_batch(more, unit=unit)
        renew()
        for name, arguments in (
            ("cities", []),
            ("city", [unit.site.place.code]),
            ("site", [unit.site.code]),
        ):
            page(client, name, *arguments, language=language)
            with CaptureQueriesContext(connection) as asked:
                page(client, name, *arguments, language=language)
            counts.setdefault(name, set()).add(len(asked))

    assert [len(found) for found in counts.values()] == [1, 1, 1], counts


def test_the_api_gives_the_same_numbers(client: Client, unit: SamplingUnit) -> None:
    renew()
    found = client.get(API, {"kind": "city", "code": unit.site.place.code}).json()["results"]

    result = compute(Scope(ScopeKind.CITY, unit.site.place.code))
    assert len(found) == 1
    assert found[0]["per_100_m"]["median"] == result.per_100_m.median
    assert found[0]["trend"]["per_year"] == result.trend.per_year
    assert found[0]["is_current"] is True
    assert client.get(API).json()["count"] == 4
    assert client.get(API, {"kind": "planet"}).status_code == 400


def test_the_api_asks_the_same_however_many_rows_there_are(client: Client) -> None:
    site = SurveySiteFactory()
    asked = set()
    for more in (1, 2, 47):
        SurveySiteFactory.create_batch(more, place=site.place, organisation=site.organisation)
        renew()
        with CaptureQueriesContext(connection) as queries:
            assert client.get(API).status_code == 200
        asked.add(len(queries))

    assert len(asked) == 1


def test_figures_are_said_with_what_they_can_bear() -> None:
    said = [words.said(value) for value in (None, 0, 0.0123, 7.126, 46.26, 154_816.4, -12.34)]

    assert said == ["–", "0", "0.012", "7.13", "46.3", "154,816", "−12.3"]
    ends = {"lower": 1.0, "upper": 9.0, "wanted": 0.95}
    with override("en"):
        assert words.interval(Interval(**ends, coverage=None)) == "95 % interval from 1 to 9"
        assert "no test" in words.chance(None)
        assert words.chance(0.0001) == "one-sided p < 0.001"


def test_verdicts_name_their_evidence(unit: SamplingUnit) -> None:
    result = compute(Scope(ScopeKind.SITE, unit.site.code))
    more = replace(result.trend, per_year=3.0)
    unclear = replace(result.trend, is_significant=False, p=0.4)
    enough = replace(result.threshold, n=40)
    with override("en"):
        assert words.trend(more).startswith("More litter")
        assert words.trend(unclear).startswith("No evidence")
        assert words.short_trend(unclear).startswith("no evidence")
        assert [words.trend_tone(each) for each in (result.trend, more, unclear)] == [
            "ok",
            "warn",
            "",
        ]
        assert "is below 20" in words.threshold(replace(enough, status="meets"))
        assert "is not below 20" in words.threshold(replace(enough, status="does not meet"))
        assert words.threshold(enough) == "Not assessable."


def test_a_chart_of_many_sites_joins_them(unit: SamplingUnit) -> None:
    for _site in range(4):
        SurveyFactory(unit=SamplingUnitFactory(site__place=unit.site.place))
    result = compute(Scope(ScopeKind.CITY, unit.site.place.code))

    chart = drawings.over_time(result, {})

    assert len(chart.series) == 1
    assert chart.trends == []
    assert sum(len(series.values) for series in chart.series) == 16


def test_items_have_their_names_in_both_languages() -> None:
    item = LitterItemFactory(name_zh_hans="烟蒂", name_en="Butt")
    key = f"{item.item_list.code}:{item.code}"
    for language, name in (("zh-hans", "烟蒂"), ("en", "Butt")):
        with override(language):
            assert names.items([key, "gone:J1"]) == {key: name, "gone:J1": "J1"}


def test_the_bulletins_are_those_that_were_published() -> None:
    with override("en"):
        years = {year.name: year for year in bulletins.bulletins().years}

    assert years["China 2021"].beach_per_km2 == 154_816
    assert years["China 2023"].beach_plastic_pct == 79.1
    assert years["China 2022"].beach_per_km2 is None
    assert years["Guangdong 2023"].seabed_per_km2 == 2_747


def test_a_density_stands_beside_the_bulletins_in_their_unit(unit: SamplingUnit) -> None:
    result = compute(Scope(ScopeKind.CITY, unit.site.place.code))
    published = bulletins.bulletins()

    with override("en"):
        (_key, chart), (_other, micro) = beside_bulletins(result, "Xiamen", published)
    assert chart.rows[0] == ["Xiamen 2019–2024 (demo data)", words.said(result.per_km2.value)]
    assert ["China 2023", "46,311"] in chart.rows
    year = MicroSample.objects.get().sampled_on.year
    assert micro.rows[0] == [f"Xiamen {year} (demo data)", "0.1"]
    assert ["China 2018", "0.42"] in micro.rows
    assert micro.unit == "items/m³"
    Survey.objects.update(width_m=None)
    MicroSample.objects.update(matrix="water-column")
    for effort in ("floating-visual", "seabed"):
        SeaSurveyFactory(site=unit.site, method=effort, **AT_SEA[effort])
    unknown = compute(Scope(ScopeKind.CITY, unit.site.place.code))
    with override("en"):
        ((_key, seabed),) = beside_bulletins(unknown, "Xiamen", published)
    assert ["China 2023", "1,201"] in seabed.rows
    assert seabed.rows[0][1] == "0", "nothing was found, which is a figure"


def test_the_bulletins_are_lines_along_the_densities_of_surveys(unit: SamplingUnit) -> None:
    result = compute(Scope(ScopeKind.CITY, unit.site.place.code))
    published = bulletins.bulletins()

    with override("en"):
        chart = drawings.density_over_time(result, {}, published)
        assert chart
        assert {line.told for line in chart.references} == {
            "China 2021: 154,816", "China 2023: 46,311", "Guangdong 2023: 43,178",
        }  # fmt: skip
    by_day = {value.day: value.value for value in chart.values}
    survey = Survey.objects.exclude(width_m=None).latest("surveyed_on")
    total = sum(survey.counts.values_list("count", flat=True))
    assert by_day[survey.surveyed_on] == round(total / (survey.length_m * survey.width_m) * 10**6)
    assert "公报" in chart.source or "Bulletins" in chart.source
    Survey.objects.update(width_m=None)
    unknown = compute(Scope(ScopeKind.CITY, unit.site.place.code))
    assert drawings.density_over_time(unknown, {}, published) is None


def test_a_result_stored_before_a_field_was_told_is_read(unit: SamplingUnit) -> None:
    figures, details = packed(compute(Scope(ScopeKind.CITY, unit.site.place.code)))
    for point in details["series"]:
        del point["per_km2"]

    assert unpacked(figures, details).series[0].per_km2 is None


def test_nothing_is_shown_of_what_was_not_computed() -> None:
    empty = page_of(Scope(ScopeKind.CITY, "xx-nowhere"), QueryDict())

    assert empty.result is None
    assert StoredResult.objects.count() == Survey.objects.count() == 0
    with pytest.raises(LookupError):
        _ = ResultPage(None, {}, {}, {}).key_figures
