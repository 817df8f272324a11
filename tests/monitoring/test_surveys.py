"""What the database holds of sites and surveys, whoever writes them."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection

from monitoring.choices import SurveyType
from monitoring.models import LitterCount, SamplingUnit, Survey, SurveySite
from partnership.accounts.models import User
from tests.factories.monitoring import SamplingUnitFactory, SurveyFactory, SurveySiteFactory
from tests.factories.reference import LitterItemFactory
from tests.factories.submissions import speaking

pytestmark = pytest.mark.django_db


def at_commit() -> None:
    """Let the database judge now what it otherwise judges when the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"code": "xiamen-1"}, "code_form"),
        ({"latitude": 0, "longitude": 0}, "on_earth"),
        ({"latitude": 91}, "on_earth"),
        ({"beach_length_m": 0}, "lengths_above_zero"),
        ({"sand_pct": 50, "pebble_pct": 20, "rock_pct": 20}, "substrate_is_whole"),
        ({"sand_pct": 100}, "substrate_is_whole"),
        ({"orientation_deg": 360}, "orientation"),
        ({"urbanisation": "metropolis"}, "urbanisation_known"),
    ],
)
def test_it_refuses_a_site_that_cannot_be(values: dict[str, Any], constraint: str) -> None:
    with pytest.raises(IntegrityError, match=f"monitoring_surveysite_{constraint}"):
        SurveySiteFactory(**values)


def test_it_says_what_is_wrong_with_a_position() -> None:
    site = SurveySite(latitude=118, longitude=24)

    with pytest.raises(ValidationError, match="填反了"):
        site.clean()

    SurveySite(latitude=24, longitude=118).clean()


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"length_m": 0}, "measured"),
        ({"width_m": 0}, "measured"),
        ({"start_latitude": 24}, "ends_whole"),
        ({"end_longitude": 24}, "end_whole"),
    ],
)
def test_it_refuses_a_transect_that_cannot_be(values: dict[str, Any], constraint: str) -> None:
    with pytest.raises(IntegrityError, match=f"monitoring_samplingunit_{constraint}"):
        SamplingUnitFactory(**values)


def test_a_transect_is_not_replaced_by_itself() -> None:
    unit = SamplingUnitFactory()

    with pytest.raises(IntegrityError, match="not_replaced_by_itself"):
        SamplingUnit.objects.filter(pk=unit.pk).update(replaced_by=unit)


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"length_m": 0}, "effort"),
        ({"width_m": 0}, "effort"),
        ({"lower_size_mm": 0}, "effort"),
        ({"people": 0}, "effort"),
        ({"weight_kg": -1, "nothing_found": False}, "weight"),
        ({"weight_kg": 2}, "nothing_weighs_nothing"),
        ({"surveyed_on": date(2026, 1, 1), "last_cleaned_on": date(2026, 1, 2)}, "days_in_order"),
        ({"is_demo": False}, "reviewed_or_demo"),
        ({"survey_type": "picnic"}, "type_known"),
    ],
)
def test_it_refuses_a_survey_that_cannot_be(values: dict[str, Any], constraint: str) -> None:
    with pytest.raises(IntegrityError, match=f"monitoring_survey_{constraint}"):
        SurveyFactory(**values)


def test_one_transect_has_one_survey_a_day_and_replicate_number() -> None:
    first = SurveyFactory()
    SurveyFactory(unit=first.unit, surveyed_on=first.surveyed_on, replicate_no=2)

    with pytest.raises(IntegrityError, match="monitoring_survey_once"):
        SurveyFactory(unit=first.unit, surveyed_on=first.surveyed_on)


def test_counts_above_zero_and_nothing_found_exclude_each_other() -> None:
    SurveyFactory(nothing_found=True, counts={LitterItemFactory(): 3})

    with pytest.raises(IntegrityError, match="not both"):
        at_commit()


def test_a_survey_without_finds_has_to_say_so() -> None:
    SurveyFactory(nothing_found=False, counts={LitterItemFactory(): 0})

    with pytest.raises(IntegrityError, match="not both"):
        at_commit()


def test_the_last_find_of_a_survey_cannot_be_taken_out() -> None:
    survey = SurveyFactory(nothing_found=False, counts={LitterItemFactory(): 3})
    at_commit()

    with pytest.raises(IntegrityError, match="not both"):
        LitterCount.objects.filter(survey=survey).delete()


def test_zeros_may_stand_where_nothing_was_found() -> None:
    survey = SurveyFactory(nothing_found=True, counts={LitterItemFactory(): 0})
    at_commit()

    survey.delete()
    assert not LitterCount.objects.exists()


def test_a_count_is_within_reason_and_there_once() -> None:
    item = LitterItemFactory()
    survey = SurveyFactory(nothing_found=False, counts={item: 1})

    with pytest.raises(IntegrityError, match="monitoring_littercount_within_reason"):
        LitterCount.objects.filter(survey=survey).update(count=100_001)


def test_only_long_transects_of_monitoring_enter_the_indicators() -> None:
    kept = SurveyFactory()
    SurveyFactory(length_m=10)
    SurveyFactory(survey_type=SurveyType.CLEANUP)

    assert list(Survey.objects.for_indicators()) == [kept]
    assert Survey.objects.approved().count() == 3


def test_sites_know_whether_anybody_has_looked() -> None:
    bare, surveyed = SurveySiteFactory(), SamplingUnitFactory()
    last = SurveyFactory.create_batch(2, unit=surveyed)[1]

    facts = {site.pk: site for site in SurveySite.objects.with_facts().in_order()}

    assert (facts[bare.pk].survey_count, facts[bare.pk].last_survey) == (0, None)
    assert facts[surveyed.site.pk].survey_count == 2
    assert facts[surveyed.site.pk].last_survey == last.surveyed_on


def test_people_write_surveys_of_the_sites_of_their_organisation(nguyen: User) -> None:
    own = SurveySiteFactory(organisation=speaking(nguyen).organisation)
    SurveySiteFactory()

    assert list(SurveySite.objects.surveyed_by(nguyen)) == [own]


def test_things_are_called_by_their_codes() -> None:
    unit = SamplingUnitFactory(site__code="CN_XIA_001", site__name_en="Beach")
    survey = SurveyFactory(unit=unit, surveyed_on=date(2026, 5, 3), counts={})
    count = LitterCount(item_id=7, count=3)

    assert str(unit) == "CN_XIA_001-A"
    assert str(survey) == "CN_XIA_001-A 2026-05-03"
    assert str(count) == "7: 3"
    assert str(unit.site).startswith("CN_XIA_001 ")
