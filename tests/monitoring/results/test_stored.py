"""Results are kept, known to be stale when their data change, and computed anew once."""

from datetime import date
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from monitoring.actions import surveys as deeds
from monitoring.choices import ScopeKind
from monitoring.models import SamplingUnit, StoredResult, Survey
from monitoring.results import stored
from monitoring.results.packing import packed, unpacked
from monitoring.results.renewing import renew
from monitoring.results.service import compute
from monitoring.results.shapes import Scope
from monitoring.results.states import states
from partnership.accounts.models import User
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
from tests.factories.reference import LitterItemFactory

pytestmark = pytest.mark.django_db
REGION = Scope(ScopeKind.REGION)


@pytest.fixture
def unit() -> SamplingUnit:
    """A transect with twelve surveys in six years, and a sample of its city."""
    unit = SamplingUnitFactory()
    net, butt = LitterItemFactory(use="fi"), LitterItemFactory(use="sm")
    for turn in range(12):
        SurveyFactory(
            unit=unit,
            surveyed_on=date(2019 + turn // 2, 1 + 6 * (turn % 2), 10),
            counts={net: turn, butt: 9 - turn % 5},
            nothing_found=False,
            width_m=20,
            weight_kg=2,
        )
    MicroSampleFactory(place=unit.site.place)
    return unit


def scopes(unit: SamplingUnit) -> list[Scope]:
    place = unit.site.place
    return [
        Scope(ScopeKind.SITE, unit.site.code),
        Scope(ScopeKind.CITY, place.code),
        Scope(ScopeKind.COUNTRY, place.country.code),
        REGION,
    ]


def test_a_result_comes_back_as_it_was_kept(unit: SamplingUnit) -> None:
    assert renew() == 4

    for scope in scopes(unit):
        kept = stored.find(scope, with_details=True)
        assert kept
        assert kept.result == compute(scope)
        assert kept.is_current
        short = stored.find(scope)
        assert short
        assert (short.result.items, short.result.per_100_m) == ((), kept.result.per_100_m)


def test_a_result_of_nothing_can_be_kept() -> None:
    site = SurveySiteFactory()
    empty = compute(Scope(ScopeKind.SITE, site.code))

    assert unpacked(*packed(empty)) == empty


def test_it_computes_once_what_has_not_changed(unit: SamplingUnit) -> None:
    renew()
    before = list(StoredResult.objects.values_list("pk", "computed_at"))

    assert renew() == 0
    assert list(StoredResult.objects.values_list("pk", "computed_at")) == before
    assert renew(everything=True) == 4


def more(unit: SamplingUnit) -> None:
    SurveyFactory(unit=unit)


def changed(unit: SamplingUnit) -> None:
    survey = Survey.objects.first()
    survey.length_m = 50
    survey.save()


def replaced(unit: SamplingUnit) -> None:
    Survey.objects.order_by("surveyed_on")[0].delete()
    SurveyFactory(unit=unit)


@pytest.mark.parametrize("happens", [more, changed, replaced])
def test_a_change_of_its_data_makes_a_result_stale(unit: SamplingUnit, happens: Any) -> None:
    other = SurveySiteFactory(place=unit.site.place)
    renew()
    happens(unit)

    assert [
        (each.is_current if (each := stored.find(scope)) else None) for scope in scopes(unit)
    ] == [False] * 4
    elsewhere = stored.find(Scope(ScopeKind.SITE, other.code))
    assert elsewhere
    assert elsewhere.is_current
    assert renew() == 4
    assert all(
        states()[Scope(row.kind, row.code)] == row.state for row in StoredResult.objects.all()
    )


def test_other_methods_make_all_results_stale(
    unit: SamplingUnit, monkeypatch: pytest.MonkeyPatch
) -> None:
    renew()
    monkeypatch.setattr("monitoring.results.states.VERSION", "9.9")

    assert renew() == 4


def test_a_survey_counts_from_its_acceptance_to_its_withdrawal(
    lin: User, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any
) -> None:
    woken: list[tuple[str, int]] = []
    monkeypatch.setattr(deeds.wake, "up_for", lambda task, number: woken.append((task, number)))
    form_list()
    handed_in = survey_handed_in(person("Wang", "en"))
    renew()
    with django_capture_on_commit_callbacks(execute=True):
        accepted = review.accept(review.take(handed_in, by=lin), by=lin)
    survey = Survey.objects.get()
    assert (deeds.RENEW, survey.pk) in woken
    assert renew() == 4
    site = Scope(ScopeKind.SITE, survey.unit.site.code)
    counted = stored.find(site)
    assert counted
    assert counted.result.per_100_m.median == 12

    review.withdraw(accepted, by=lin, reason="A mistake.")
    stale = stored.find(site)
    assert stale
    assert not stale.is_current
    renew()
    gone = stored.find(site)
    assert gone
    assert not gone.result.is_surveyed


def test_what_has_no_site_any_more_has_no_result(unit: SamplingUnit) -> None:
    bare = SurveySiteFactory()
    renew()
    bare.delete()

    assert renew() > 0
    assert not StoredResult.objects.filter(code=bare.code).exists()
    assert stored.find(Scope(ScopeKind.SITE, "CN_XXX_001")) is None


def test_a_city_of_samples_alone_has_a_result() -> None:
    place = MicroSampleFactory().place
    renew()

    kept = stored.find(Scope(ScopeKind.CITY, place.code))
    assert kept
    assert kept.is_current
    assert (len(kept.result.micro), kept.result.coverage.sites) == (1, 0)


def test_the_command_says_what_it_did(unit: SamplingUnit) -> None:
    said = [StringIO() for _turn in range(3)]
    call_command("compute_results", stdout=said[0])
    call_command("compute_results", stdout=said[1])
    call_command("compute_results", "--all", stdout=said[2])

    assert [each.getvalue() for each in said] == [
        "Results: 4 computed.\n",
        "Results: 0 computed.\n",
        "Results: 4 computed.\n",
    ]


def test_reading_and_computing_ask_the_same_however_many_sites_there_are() -> None:
    unit = SamplingUnitFactory()
    SurveyFactory(unit=unit)
    asked: dict[str, set[int]] = {"one": set(), "all": set(), "renew": set()}
    for more_sites in (1, 2, 47):
        SurveySiteFactory.create_batch(
            more_sites, place=unit.site.place, organisation=unit.site.organisation
        )
        with CaptureQueriesContext(connection) as queries:
            renew()
        asked["renew"].add(len(queries) - sum("storedresult" in q["sql"] for q in queries))
        for name, ask in (
            ("one", lambda: stored.find(Scope(ScopeKind.CITY, unit.site.place.code))),
            ("all", lambda: stored.find_all(ScopeKind.SITE)),
        ):
            with CaptureQueriesContext(connection) as queries:
                ask()
            asked[name].add(len(queries))

    assert [len(found) for found in asked.values()] == [1, 1, 1], asked
