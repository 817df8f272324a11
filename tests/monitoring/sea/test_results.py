"""Densities at sea by the one computation service, against values computed by hand."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from monitoring.actions import make_report
from monitoring.choices import ScopeKind, SeaMethod, SurveyType
from monitoring.models import MonitoringReport, SeaSurvey, StoredResult, SurveySite
from monitoring.reporting.document import Frozen
from monitoring.reporting.freezing import thawed
from monitoring.reporting.sea import sea_section
from monitoring.results.renewing import renew
from monitoring.results.sea_drawings import at_sea
from monitoring.results.service import compute
from monitoring.results.shapes import VERSION, AreaResult, Scope
from monitoring.results.stored import find
from partnership.accounts.models import User
from partnership.core.charts import OverTime
from partnership.reference.choices import Material
from partnership.reference.models import LitterItem
from partnership.review import actions
from tests.factories.monitoring import (
    SeaSurveyFactory,
    SurveyFactory,
    SurveySiteFactory,
    form_list,
    sea_handed_in,
)
from tests.factories.reference import LitterItemFactory

pytestmark = pytest.mark.django_db
TRAWL = {"method": SeaMethod.TRAWL, "size_class": "small-medium", "length_m": 1000, "width_m": 0.5}
SEABED = {"method": SeaMethod.SEABED, "size_class": "", "gear": "otter", "depth_m": 20}


@pytest.fixture
def bottle() -> LitterItem:
    item: LitterItem = LitterItemFactory(material=Material.PLASTIC)
    return item


@pytest.fixture
def site(bottle: LitterItem) -> SurveySite:
    """A site with two tracks seen from a ship, of 10,000 and 20,000 m2."""
    site = SurveySiteFactory(is_demo=True)
    can = LitterItemFactory(item_list=bottle.item_list, material=Material.METAL)
    found(site, {bottle: 3, can: 1}, surveyed_on=date(2024, 5, 1))
    found(site, {bottle: 3}, surveyed_on=date(2024, 8, 1), length_m=2000)
    return site


def found(site: SurveySite, counts: dict[LitterItem, int], **more: Any) -> SeaSurvey:
    survey: SeaSurvey = SeaSurveyFactory(
        site=site, counts=counts, nothing_found=not any(counts.values()), **more
    )
    return survey


def of(site: SurveySite) -> AreaResult:
    return compute(Scope(ScopeKind.SITE, site.code))


def test_densities_are_means_of_surveys_as_the_bulletins_have_them(site: SurveySite) -> None:
    [seen] = of(site).sea

    # 4 on 10,000 m2 are 400 per km2, 3 on 20,000 m2 are 150: 275 in the mean and in the middle
    assert seen.per_km2.value == pytest.approx(275)
    assert (seen.per_km2.unit, seen.per_km2.n) == ("个/km2", 2)
    assert seen.per_km2.method.startswith("mean of densities; interval by percentile bootstrap")
    assert seen.per_km2.interval
    assert seen.per_km2.interval.lower is None, "two surveys give no interval"
    assert seen.median_per_km2 == pytest.approx(275)
    assert seen.plastic_share == pytest.approx(100 * 6 / 7)
    assert seen.area_km2 == pytest.approx(0.03)
    assert (seen.items, seen.n, seen.sites, seen.mesh_um) == (7, 2, 1, None)
    assert seen.period == (date(2024, 5, 1), date(2024, 8, 1))
    assert (seen.kg_per_km2.value, seen.kg_per_km2.n) == (None, 0)  # not weighed is not 0 kg


def test_what_cannot_be_compared_is_never_added(site: SurveySite, bottle: LitterItem) -> None:
    found(site, {bottle: 2}, **TRAWL, mesh_um=330, weight_kg=0.05)
    found(site, {}, **TRAWL, mesh_um=330, replicate_no=2)
    found(site, {bottle: 1}, **TRAWL, mesh_um=500)
    found(site, {bottle: 6}, **SEABED, length_m=3000, width_m=20, weight_kg=3)

    seen, fine, coarse, bottom = of(site).sea

    assert [seen.method, fine.method, bottom.method] == list(SeaMethod)
    assert (fine.mesh_um, coarse.mesh_um) == (330, 500)
    # 2 on 500 m2 are 4,000 per km2 and 0 on 500 m2 none; the 0.05 kg of the first are 100 kg per km2
    assert (fine.per_km2.value, fine.per_km2.n) == (pytest.approx(2000), 2)
    assert (fine.kg_per_km2.value, fine.kg_per_km2.n) == (pytest.approx(100), 1)
    assert fine.kg_per_km2.unit == "kg/km2"
    assert coarse.per_km2.value == pytest.approx(2000)
    # 6 items and 3 kg on 60,000 m2
    assert bottom.per_km2.value == pytest.approx(100)
    assert bottom.kg_per_km2.value == pytest.approx(50)


def test_a_sea_without_finds_has_a_density_of_zero_and_no_share_of_plastic() -> None:
    [seen] = of(SeaSurveyFactory().site).sea

    assert (seen.per_km2.value, seen.items, seen.plastic_share) == (0, 0, None)
    assert seen.shares == {}


def test_materials_and_floating_plastic_are_told(site: SurveySite, bottle: LitterItem) -> None:
    found(site, {bottle: 6}, **SEABED)

    seen, bottom = of(site).sea

    assert seen.shares == pytest.approx({"plastic": 600 / 7, "metal": 100 / 7})
    assert seen.sdg
    # six plastic items on 0.03 km2; a ratio of sums, where the mean of densities is another number
    assert (seen.sdg.value, seen.sdg.n, seen.sdg.series) == (
        pytest.approx(200), 2, "EN_MAR_PLASDD",
    )  # fmt: skip
    assert bottom.sdg is None
    # the kind found most first; one that was looked for in vain is not among them
    assert [count for _item, count in seen.top] == [6, 1]
    assert seen.top[0][0] == f"{bottle.item_list.code}:{bottle.code}"
    assert len(bottom.top) == 1


def test_densities_have_an_interval_and_a_trend_by_the_methods_of_beaches(
    bottle: LitterItem,
) -> None:
    site = SurveySiteFactory(is_demo=True)
    for turn in range(12):
        day = date(2019 + turn // 2, 1 + 6 * (turn % 2), 10)
        found(site, {bottle: 30 - 2 * turn}, surveyed_on=day)
    short = found(SurveySiteFactory(place=site.place, is_demo=True), {bottle: 1}).site

    [seen], [of_city] = of(site).sea, compute(Scope(ScopeKind.CITY, site.place.code)).sea

    # twelve falling values: order statistics take the third and the tenth (96.1 %), p is 1 / 12!
    assert seen.interval
    assert (seen.interval.lower, seen.interval.upper) == (pytest.approx(1200), pytest.approx(2600))
    assert seen.interval.coverage == pytest.approx(0.9614, abs=1e-4)
    assert seen.trend
    assert (seen.trend.n, seen.trend.years, seen.trend.is_enough) == (12, 6, True)
    assert (seen.trend.direction, seen.trend.is_significant) == ("decreasing", True)
    assert seen.trend.per_year == pytest.approx(-400, rel=0.02)
    assert of_city.trend
    assert of_city.trend.per_year == seen.trend.per_year
    assert (of_city.trend.sites, of_city.trend.short) == (1, (short.code,))


def test_single_surveys_are_told_of_sites_and_cities_alone(
    site: SurveySite, bottle: LitterItem
) -> None:
    found(site, {bottle: 1}, **TRAWL, mesh_um=330)
    found(site, {bottle: 9}, survey_type=SurveyType.RESEARCH)

    series = of(site).sea_series

    assert [(each.on, each.per_km2) for each in series if each.group == of(site).sea[0].group] == [
        (date(2024, 5, 1), pytest.approx(400)),
        (date(2024, 8, 1), pytest.approx(150)),
    ]
    assert len(series) == 3
    assert compute(Scope(ScopeKind.CITY, site.place.code)).sea_series == series
    assert compute(Scope(ScopeKind.REGION)).sea_series == ()


def test_only_approved_monitoring_enters(site: SurveySite, bottle: LitterItem) -> None:
    found(site, {bottle: 900}, survey_type=SurveyType.RESEARCH)
    found(site, {bottle: 9}, **SEABED)
    before = of(site)
    SeaSurvey.objects.filter(method=SeaMethod.SEABED).update(survey_type=SurveyType.RAPID)
    after = of(site)

    assert [each.n for each in before.sea] == [2, 1]
    assert [each.n for each in after.sea] == [2]
    assert after.coverage.elsewhere == {"floating": 3, "seabed": 1}
    period = Scope(ScopeKind.SITE, site.code, after.sea[0].period)
    assert [each.n for each in compute(period).sea] == [2]


def test_each_scope_has_its_own_and_demo_data_never_mix_with_facts(
    site: SurveySite, nguyen: User, lin: User
) -> None:
    other = SeaSurveyFactory().site
    of_region = compute(Scope(ScopeKind.REGION))
    assert [each.n for each in of_region.sea] == [3]
    assert [each.n for each in compute(Scope(ScopeKind.CITY, site.place.code)).sea] == [2]
    assert [each.n for each in of(other).sea] == [1]

    form_list()
    actions.accept(actions.take(sea_handed_in(nguyen, "floating-visual"), by=lin), by=lin)

    [real] = compute(Scope(ScopeKind.REGION)).sea
    assert (real.n, real.items) == (1, 5)
    assert real.per_km2.value == pytest.approx(62.5)  # 5 on 2000 m x 40 m


def test_a_stored_result_follows_its_surveys_at_sea(site: SurveySite) -> None:
    scope = Scope(ScopeKind.CITY, site.place.code)
    renew()
    kept = find(scope)
    assert kept
    assert kept.is_current
    assert kept.result.sea == compute(scope).sea

    SeaSurvey.objects.order_by("pk")[0].delete()

    stale = find(scope)
    assert stale
    assert not stale.is_current
    renew()
    again = find(scope)
    assert again
    assert [each.n for each in again.result.sea] == [1]
    assert renew() == 0
    StoredResult.objects.update(figures={**packed_without_sea(scope)})
    old = find(scope)
    assert old
    assert old.result.sea == ()  # as reports frozen before there was such a part


def packed_without_sea(scope: Scope) -> dict[str, Any]:
    figures: dict[str, Any] = StoredResult.objects.get(kind=scope.kind, code=scope.code).figures
    return {name: value for name, value in figures.items() if name != "sea"}


@pytest.mark.parametrize(
    ("language", "unused", "shown"),
    [("en", "not surveyed", "small and medium"), ("zh-hans", "未调查", "小块和中块")],
)
def test_pages_show_each_method_by_itself_and_say_which_was_not_used(
    client: Client, site: SurveySite, bottle: LitterItem, language: str, unused: str, shown: str
) -> None:
    found(site, {bottle: 2}, **TRAWL, mesh_um=330, weight_kg=0.05)
    SurveyFactory(unit__site=site)
    renew()

    for name, code in (("site", site.code), ("city", site.place.code)):
        with override(language):
            page = client.get(reverse(f"monitoring:{name}", args=[code])).content.decode()
        section = page.partition('aria-labelledby="sea"')[2].partition("</section>")[0]
        assert ">275<" in section
        assert ">4,000<" in section
        assert ">100<" in section
        assert "330" in section
        assert shown in section
        table = section.partition("</table>")[0]
        assert table.count(unused) == 1  # the seabed
        assert section.count('<svg class="chart ') == 6  # days, materials and kinds of two groups
        assert bottle.code in section
        assert VERSION in section


@pytest.mark.parametrize(("language", "unused"), [("en", "not surveyed"), ("zh-hans", "未调查")])
def test_a_report_has_the_same_densities(
    client: Client, site: SurveySite, language: str, unused: str
) -> None:
    SurveyFactory(unit__site=site, surveyed_on=date(2024, 3, 1))
    report = make_report(site.place, 2024, 2024, by=None)

    with override(language):
        address = reverse("monitoring:report", args=[report.number])
        section = client.get(address).content.decode().partition('id="sea"')[2]
    table = section.partition("</table>")[0]

    assert ">275<" in table
    assert ">0.03<" in table
    assert ">85.7<" in table
    assert table.count(unused) == 2
    section = section.partition("</section>")[0]
    assert ">200<" in section  # of floating plastic
    assert section.count('<svg class="chart ') == 3


def test_a_report_frozen_before_there_were_trends_at_sea_does_without(
    client: Client, site: SurveySite
) -> None:
    SurveyFactory(unit__site=site, surveyed_on=date(2024, 3, 1))
    content = make_report(site.place, 2024, 2024, by=None).content
    del content["result"]["sea_series"]
    for name in ("interval", "trend", "shares", "sdg", "top"):
        del content["result"]["sea"][0][name]

    result = thawed(content["result"])

    section = sea_section(Frozen(MonitoringReport(content=content), result, "en"))

    assert [len(table.rows) for table in section.tables] == [3]
    assert section.charts == []


def test_cities_are_compared_only_where_they_watched_alike(
    client: Client, site: SurveySite, bottle: LitterItem
) -> None:
    other = SurveySiteFactory(is_demo=True)
    found(other, {bottle: 9}, surveyed_on=date(2024, 5, 1))
    found(other, {bottle: 2}, **TRAWL, mesh_um=330)
    renew()

    with override("en"):
        page = client.get(reverse("monitoring:cities")).content.decode()

    seen, trawled = page.split("<table>")[2:4]
    for city, number in ((site.place, "275"), (other.place, "900")):
        assert city.name_en in seen
        assert f">{number}<" in seen
    assert site.place.name_en not in trawled.partition("</table>")[0]
    assert "by a surface trawl · small and medium · 330 μm" in page


def test_more_sites_than_shapes_are_drawn_as_one(bottle: LitterItem) -> None:
    first = SurveySiteFactory(is_demo=True)
    for _turn in range(5):
        found(SurveySiteFactory(place=first.place, is_demo=True), {bottle: 1})

    over_time, *_others = at_sea(compute(Scope(ScopeKind.CITY, first.place.code)), {}, {})

    assert isinstance(over_time, OverTime)
    assert [len(each.values) for each in over_time.series] == [5]
    assert over_time.trends == []


def test_a_report_on_beaches_alone_says_nothing_of_the_sea(client: Client) -> None:
    survey = SurveyFactory(surveyed_on=date(2024, 3, 1))
    report = make_report(survey.unit.site.place, 2024, 2024, by=None)

    with override("en"):
        page = client.get(reverse("monitoring:report", args=[report.number])).content.decode()

    assert 'id="sea"' not in page


def test_the_api_tells_the_same_numbers(client: Client, site: SurveySite) -> None:
    renew()

    answer = client.get(reverse("api:monitoring-results"), {"kind": "site"}).json()

    [seen] = answer["results"][0]["sea"]
    told = {name: seen["per_km2"][name] for name in ("value", "unit", "n")}
    assert told == {"value": 275.0, "unit": "个/km2", "n": 2}
