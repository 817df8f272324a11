"""Sites, reports and entries of the library are found by the search and named in the sitemaps."""

from datetime import date

import pytest
from django.test import Client
from django.utils.translation import override

from monitoring.actions import make_report
from monitoring.library.entries import EntryKind, entries
from monitoring.models import SurveySite
from partnership.portal import sitemaps
from partnership.search.asking import Search, understood
from partnership.search.asking.ranking import Narrowing
from partnership.search.indexing import sweeping
from partnership.search.indexing.writing import rebuild
from partnership.search.models import SearchEntry
from partnership.search.sources import source_of
from tests.factories.monitoring import SamplingUnitFactory, SurveyFactory, SurveySiteFactory

pytestmark = pytest.mark.django_db


def ask(text: str) -> list[int]:
    """Return the keys of what is found, the best first."""
    numbers = dict(SearchEntry.objects.values_list("pk", "object_id"))
    return [numbers[key] for key in Search(understood(text).asked, Narrowing()).best(10)]


def addresses(language: str) -> set[str]:
    return {entry.address.partition(language)[2] for entry in sitemaps.entries(language)}


def test_a_site_is_found_at_once_by_name_code_and_city_in_either_language() -> None:
    site = SurveySiteFactory(code="CN_XIA_007", name_zh_hans="白城沙滩", name_en="Baicheng Beach")

    assert [ask(words) for words in ("白城沙滩", "baicheng", "CN_XIA_007")] == [[site.pk]] * 3


def test_a_site_says_which_transects_it_has_and_when_they_were_surveyed() -> None:
    unit = SamplingUnitFactory(code="B7")
    SurveyFactory(unit=unit, surveyed_on=date(2024, 5, 3))
    SurveyFactory(unit=unit, surveyed_on=date(2025, 5, 3))
    bare = SurveySiteFactory()
    source = source_of("survey-site")

    found = {each.object_id: each for each in source.found([unit.site_id, bare.pk])}

    assert found[unit.site_id].text("en").body.splitlines() == [
        "urban",
        "Approved surveys of 2024 · 2025.",
        "Transects: B7",
    ]
    assert found[unit.site_id].year == 2025
    assert unit.site.organisation.name_en in found[unit.site_id].labels
    assert "尚未" in found[bare.pk].text("zh-hans").body
    assert found[bare.pk].year is None
    assert set(source.public_keys()) == {unit.site_id, bare.pk}


def test_many_sites_cost_as_many_questions_as_one(django_assert_num_queries: object) -> None:
    keys = [SamplingUnitFactory().site_id for _number in range(3)]

    with django_assert_num_queries(3):  # type: ignore[operator]
        assert len(list(source_of("survey-site").found(keys))) == 3


def test_what_is_changed_past_the_models_is_swept_up() -> None:
    unit = SamplingUnitFactory()
    sweeping.sweep()
    SurveySite.objects.filter(pk=unit.site_id).update(name_en="Amberglass Beach")

    sweeping.sweep()

    assert ask("amberglass") == [unit.site_id]


def test_reports_are_found_by_number_city_and_years() -> None:
    unit = SurveyFactory(surveyed_on=date(2025, 5, 3)).unit
    of_city, of_region = (
        make_report(place, 2024, 2025, by=None) for place in (unit.site.place, None)
    )
    source = source_of("monitoring-report")

    found = {each.object_id: each for each in source.found([of_city.pk, of_region.pk])}

    assert ask(of_city.number) == [of_city.pk]
    assert found[of_city.pk].text("en").title.endswith(f"{unit.site.place.name_en}, 2024 to 2025")
    assert found[of_city.pk].countries == (unit.site.place.country.code,)
    assert "中国与东盟" in found[of_region.pk].text("zh-hans").title
    assert (found[of_region.pk].countries, found[of_region.pk].year) == ((), 2025)
    assert set(source.public_keys()) == {of_city.pk, of_region.pk}


def test_the_audit_brings_the_library_in() -> None:
    levy = next(entry for entry in entries() if entry.kind is EntryKind.LEVY)

    assert rebuild(source_of("library")) == len(entries())

    assert levy.number in ask(levy.names["en"])
    assert levy.number in ask(levy.names["zh-hans"])
    assert SearchEntry.objects.filter(kind="library", countries__contains=["CN"]).exists()


def test_sitemaps_name_sites_cities_reports_and_entries_in_both_languages() -> None:
    site = SurveyFactory(surveyed_on=date(2025, 5, 3)).unit.site
    report = make_report(None, 2025, 2025, by=None)
    wanted = {
        f"/monitoring/sites/{site.code}/",
        f"/monitoring/cities/{site.place.code}/",
        f"/monitoring/reports/{report.number}/",
        "/monitoring/library/1/",
    }

    for language in ("en", "zh-hans"):
        assert wanted <= addresses(language)
    assert len(sitemaps.entries("en")) == len(addresses("en"))


def test_the_page_of_an_entry_leads_to_others_of_its_kind(client: Client) -> None:
    technology = next(entry for entry in entries() if entry.kind is EntryKind.TECHNOLOGY)

    with override("en"):
        page = client.get(f"/en/monitoring/library/{technology.number}/").content.decode()

    assert technology.names["en"] in page
    assert technology.sources["en"] in page
    assert "?kind=technology" in page
    assert page.count("/en/monitoring/library/") > 6
    assert client.get("/en/monitoring/library/99999/").status_code == 404
