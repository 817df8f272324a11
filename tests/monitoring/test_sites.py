"""The public pages of survey sites and approved surveys, and their lists in the admin."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from monitoring.models import SamplingUnit, Survey
from partnership.accounts.models import User
from tests.factories.monitoring import SamplingUnitFactory, SurveyFactory, SurveySiteFactory
from tests.factories.reference import LitterItemFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit() -> SamplingUnit:
    """A transect with one survey, of which the team is known."""
    unit = SamplingUnitFactory(
        site__sand_pct=90, site__pebble_pct=10, site__rock_pct=0, site__is_demo=True
    )
    SurveyFactory(
        unit=unit,
        surveyed_on=date(2026, 5, 3),
        nothing_found=False,
        weight_kg=Decimal("3.250"),
        leader="A. Person",
        remarks="Rain",
        counts={LitterItemFactory(code="J7"): 1_200, LitterItemFactory(code="J27"): 0},
    )
    return unit


def page(client: Client, name: str, *arguments: object, language: str = "en", **query: str) -> str:
    with override(language):
        address = reverse(f"monitoring:{name}", args=arguments)
    return client.get(address, query).content.decode()


def test_the_list_tells_not_surveyed_from_clean(client: Client, unit: SamplingUnit) -> None:
    bare = SurveySiteFactory()

    shown = page(client, "sites")

    assert unit.site.name_en in shown
    assert bare.name_en in shown
    assert "2 sites" in shown
    assert "not surveyed" in shown
    assert "dot-map-point" in shown or "data-at" in shown


def test_the_home_of_monitoring_shows_the_sites_on_a_map(
    client: Client, unit: SamplingUnit
) -> None:
    SurveySiteFactory()

    shown = page(client, "home")

    assert "2 survey sites" in shown
    assert "1 not surveyed yet" in shown
    assert 'id="monitoring-map' in shown or "dot-map" in shown
    assert reverse("monitoring:site", args=[unit.site.code]).rsplit("/", 2)[1] in shown


def test_the_list_is_narrowed_by_country_and_state(client: Client, unit: SamplingUnit) -> None:
    bare = SurveySiteFactory()

    assert bare.code not in page(client, "sites", state="surveyed")
    assert unit.site.code not in page(client, "sites", state="not-surveyed")
    country = unit.site.place.country.code
    assert bare.code not in page(client, "sites", country=country)
    assert "left out: “XX”" in page(client, "sites", country="XX")


def test_empty_lists_say_so(client: Client) -> None:
    assert "No site has been entered yet" in page(client, "sites")
    SurveySiteFactory()
    assert "Nothing matches these filters" in page(client, "sites", state="surveyed")


def test_a_site_shows_transects_and_surveys(client: Client, unit: SamplingUnit) -> None:
    shown = page(client, "site", unit.site.code)

    assert "sand 90 %, pebbles 10 %, rock 0 %" in shown
    assert "1,200" in shown
    assert "Demo data" in shown


def test_a_site_nobody_surveyed_says_what_that_means(client: Client) -> None:
    shown = page(client, "site", SurveySiteFactory().code)

    assert "says nothing about how clean" in shown
    assert "No transect has been measured yet" in shown


def test_a_survey_shows_what_was_counted_and_never_the_team(
    client: Client, unit: SamplingUnit
) -> None:
    shown = page(client, "survey", Survey.objects.get().pk)

    assert "3.25 kg" in shown
    assert "J27" in shown
    assert "A. Person" not in shown
    assert "Rain" not in shown


def test_a_survey_that_found_nothing_says_so(client: Client) -> None:
    survey = SurveyFactory(protocol="old", last_cleaned_on=date(2019, 1, 1))

    assert "there was none" in page(client, "survey", survey.pk)
    assert "nothing found" in page(client, "site", survey.unit.site.code)


def test_pages_say_what_the_page_number_was(client: Client, unit: SamplingUnit) -> None:
    assert "has no page 7" in page(client, "site", unit.site.code, page="7")


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_pages_ask_the_same_however_many_rows_there_are(client: Client, language: str) -> None:
    unit = SamplingUnitFactory()
    counts: dict[str, set[int]] = {"sites": set(), "site": set()}
    for more in (1, 2, 47):
        SurveyFactory.create_batch(more, unit=unit)
        SurveySiteFactory.create_batch(
            more, place=unit.site.place, organisation=unit.site.organisation
        )
        for name, arguments in (("sites", []), ("site", [unit.site.code])):
            page(client, name, *arguments, language=language)
            with CaptureQueriesContext(connection) as asked:
                page(client, name, *arguments, language=language)
            counts[name].add(len(asked))

    assert [len(found) for found in counts.values()] == [1, 1]


def test_admin_lists_ask_the_same_however_many_rows_there_are(client: Client, lin: User) -> None:
    client.force_login(lin)
    unit = SamplingUnitFactory()
    counts: dict[str, set[int]] = {"surveysite": set(), "survey": set()}
    for more in (1, 2, 47):
        SurveyFactory.create_batch(more, unit=unit)
        SurveySiteFactory.create_batch(
            more, place=unit.site.place, organisation=unit.site.organisation
        )
        for model, found in counts.items():
            address = reverse(f"admin:monitoring_{model}_changelist")
            with CaptureQueriesContext(connection) as asked:
                assert client.get(address).status_code == 200
            found.add(len(asked))

    assert [len(found) for found in counts.values()] == [1, 1]


def test_the_secretariat_enters_a_site_with_its_transect(client: Client, lin: User) -> None:
    client.force_login(lin)
    unit = SamplingUnitFactory()
    address = reverse("admin:monitoring_surveysite_change", args=[unit.site.pk])

    assert client.get(address).status_code == 200
    survey = SurveyFactory(unit=unit, nothing_found=False, counts={LitterItemFactory(): 2})
    shown = client.get(reverse("admin:monitoring_survey_change", args=[survey.pk]))
    assert shown.status_code == 200


def test_figures_follow_from_counts_and_effort(client: Client, unit: SamplingUnit) -> None:
    survey = Survey.objects.get()
    survey.width_m = Decimal(30)
    survey.save()

    shown = page(client, "survey", survey.pk)

    assert "1,200.0" in shown  # items per 100 m
    assert "400,000.0" in shown  # per km²
    assert "1,083.3" in shown  # kg per km²
    assert "8.0 (moderately dirty)" in shown


def test_what_has_no_denominator_or_was_not_recorded_is_left_out(client: Client) -> None:
    tar = LitterItemFactory(counts_in_total=False)
    nothing = SurveyFactory(width_m=30)
    only_tar = SurveyFactory(width_m=30, nothing_found=False, counts={tar: 4})
    can = LitterItemFactory(material="metal")
    no_plastic = SurveyFactory(width_m=30, nothing_found=False, counts={can: 4})

    assert "0.0 (very clean)" in page(client, "survey", nothing.pk)
    assert "Items per 100 m" not in page(client, "survey", only_tar.pk)
    assert "very clean" not in page(client, "survey", no_plastic.pk)
    assert "Items per km²" in page(client, "survey", no_plastic.pk)
    assert "Items per km²" not in page(client, "survey", SurveyFactory().pk)
