"""What is out of the ordinary is asked about, never removed: outliers of a site, far positions."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils.translation import override

from monitoring.demo.surveys import CITIES
from monitoring.models import LitterCount, SamplingUnit, Survey
from monitoring.sampling.places import FROM_COAST_KM, distance_km
from monitoring.surveying.history import FEWEST, history_of, is_outlier
from monitoring.workbook.checking import check
from partnership.accounts.models import User
from partnership.core import languages
from partnership.maps import coast
from partnership.reference.models import LitterItem, Place
from partnership.review import actions, subjects
from partnership.review.errors import NotComplete
from tests.factories.monitoring import (
    SamplingUnitFactory,
    SurveyFactory,
    SurveySiteFactory,
    form_list,
    sample_answers,
    survey_handed_in,
)
from tests.factories.submissions import speaking
from tests.factories.workbooks import LINE, book_of, csv

pytestmark = pytest.mark.django_db
USUAL = (8, 9, 10, 11, 12, 12, 13, 14, 15, 16)


@pytest.fixture
def unit(nguyen: User) -> SamplingUnit:
    """A transect on which about a dozen items were found each time."""
    form_list()
    site = SurveySiteFactory(code="CN_XIA_001", organisation=speaking(nguyen).organisation)
    unit = SamplingUnitFactory(site=site)
    bottle = LitterItem.objects.get(code="J7")
    for number, count in enumerate(USUAL):
        day = date(2025, 1, 1) + timedelta(days=number)
        SurveyFactory(unit=unit, surveyed_on=day, nothing_found=False, counts={bottle: count})
    return unit


def test_history_is_what_monitoring_found_on_100_m(unit: SamplingUnit) -> None:
    Survey.objects.filter(surveyed_on=date(2025, 1, 1)).update(length_m=50)
    Survey.objects.filter(surveyed_on=date(2025, 1, 2)).update(survey_type="cleanup")

    assert history_of([unit.site_id])[unit.site_id] == [16, 10, 11, 12, 12, 13, 14, 15, 16]
    assert history_of([0]) == {}


@pytest.mark.parametrize(
    ("total", "length", "expected"), [(12, 100, False), (400, 100, True), (48, 400, False)]
)
def test_an_outlier_lies_beyond_the_fences_of_its_site(
    total: int, length: float, expected: bool
) -> None:
    earlier = [float(count) for count in USUAL]

    assert is_outlier(total, length, earlier) is expected
    assert not is_outlier(4_000, 100, earlier[: FEWEST - 1])


def test_the_form_asks_about_an_outlier_until_there_is_a_reason(
    nguyen: User, unit: SamplingUnit
) -> None:
    LitterCount.objects.all().update(count=1)  # so that the usual dozen is out of the ordinary
    with pytest.raises(NotComplete) as refusal:
        survey_handed_in(nguyen, unit)

    [problem] = refusal.value.problems
    assert (problem.path, problem.code) == ("effort.reason", "M070")
    assert "12" in problem.message
    assert survey_handed_in(nguyen, unit, reason="After a typhoon.").submitted_at
    assert survey_handed_in(nguyen, unit, survey_type="cleanup", replicate_no="2").submitted_at


def test_the_workbook_asks_about_an_outlier_in_both_languages(
    nguyen: User, unit: SamplingUnit
) -> None:
    usual = csv("1,11")
    odd = csv("4000,210", line=LINE.replace("05-03", "05-04"))
    [found] = check(book_of(odd, "a.csv"), by=nguyen).findings

    assert check(book_of(usual, "a.csv"), by=nguyen).findings == []
    assert (found.code, found.field, found.is_warning) == ("M070", "reason", True)
    assert "4210" in found.sentences[languages.CHINESE]
    assert "It is not removed" in found.sentences[languages.ENGLISH]
    unjudged = csv("4000,two", line=LINE.replace("05-03", "05-04"))
    assert [each.code for each in check(book_of(unjudged, "a.csv"), by=nguyen).findings] == ["M020"]


def test_a_sample_far_from_its_city_needs_a_reason(nguyen: User) -> None:
    organisation = speaking(nguyen).organisation
    code = organisation.place.code
    Place.objects.filter(code=code).update(latitude="24.480", longitude="118.090")

    def problems(**position: str) -> list[tuple[str, str]]:
        kind = subjects.get("microplastics")
        begun = actions.begin(kind, "en", by=nguyen, organisation=organisation)
        found = kind.problems(begun, sample_answers(code, **position))
        return [(problem.path, problem.code) for problem in found]

    far = {"latitude": "10.34", "longitude": "107.08"}
    assert problems(**far) == [("result.reason", "M080")]
    assert problems(**far, reason="On the way to a port.") == []
    assert problems(latitude="24.43", longitude="118.11") == []
    assert problems(**far, mesh_um="") == [("water.mesh_um", "")]
    Place.objects.filter(code=code).update(latitude=None, longitude=None)
    assert problems(**far) == []


def test_a_sample_far_from_any_coast_needs_a_reason(nguyen: User) -> None:
    organisation = speaking(nguyen).organisation
    code = organisation.place.code
    Place.objects.filter(code=code).update(latitude=None, longitude=None)
    begun = actions.begin(subjects.get("microplastics"), "en", by=nguyen, organisation=organisation)

    def said(**answers: str) -> list[str]:
        with override("en"):
            found = subjects.get("microplastics").problems(begun, sample_answers(code, **answers))
            return [problem.message for problem in found]

    sand = {
        "matrix": "beach-sediment", "gear": "quadrat", "dry_mass_kg": "1", "mesh_um": "",
        "layer_top_cm": "0", "layer_bottom_cm": "5",
    }  # fmt: skip
    inland, at_sea = (
        {"latitude": "25.4", "longitude": "117.0"},
        {"latitude": "20", "longitude": "115"},
    )
    assert "km from the nearest coast" in said(**inland)[0]
    assert said(**inland, reason="A river.") == []
    assert said(**at_sea) == []
    assert "196 km from the nearest coast" in said(**at_sea, **sand)[0]


def test_a_site_far_from_any_coast_is_kept_with_a_warning(client: Client, lin: User) -> None:
    site = SurveySiteFactory()
    client.force_login(lin)
    form = {
        "code": site.code, "name_zh_hans": "内陆", "name_en": "Inland", "place": site.place_id,
        "organisation": site.organisation_id, "latitude": "30.6", "longitude": "104",
        "urbanisation": "urban", "cleaning": "unknown", "cleaning_season": "unknown",
        "cleaned_by": "unknown", "units-TOTAL_FORMS": "0", "units-INITIAL_FORMS": "0",
        "uses-TOTAL_FORMS": "0", "uses-INITIAL_FORMS": "0", "surroundings-TOTAL_FORMS": "0",
        "surroundings-INITIAL_FORMS": "0",
    }  # fmt: skip

    answer = client.post(f"/admin/monitoring/surveysite/{site.pk}/change/", form, follow=True)

    site.refresh_from_db()
    assert site.name_en == "Inland"
    assert "距最近的海岸" in answer.content.decode()


def test_every_demo_beach_is_at_the_coast() -> None:
    for beach in (beach for city in CITIES.values() for beach in city.beaches):
        assert coast.distance_km(float(beach.latitude), float(beach.longitude)) < FROM_COAST_KM


def test_distances_are_those_of_the_globe() -> None:
    xiamen, qingdao = (24.48, 118.09), (36.07, 120.38)

    assert distance_km(*xiamen, *qingdao) == pytest.approx(1307, abs=1)
    assert distance_km(0, 179.5, 0, -179.5) == pytest.approx(111.2, abs=0.1)
