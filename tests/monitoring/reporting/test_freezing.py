"""Making reports: who may, what is frozen, what never changes."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from monitoring import policies
from monitoring.actions import make_report
from monitoring.choices import ScopeKind
from monitoring.demo import reports as demo
from monitoring.errors import NothingToReport, SameAsBefore
from monitoring.models import MonitoringReport, SamplingUnit
from monitoring.reporting.freezing import check_sum, frozen, thawed
from monitoring.reporting.gathering import content_of
from monitoring.results.service import compute
from monitoring.results.shapes import Scope
from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.core.errors import NotAllowed
from partnership.core.models import AuditEvent
from partnership.network.roles import MemberRole
from tests.conftest import person
from tests.factories.monitoring import (
    MicroSampleFactory,
    SamplingUnitFactory,
    SurveyFactory,
    SurveySiteFactory,
)
from tests.factories.reference import LitterItemFactory
from tests.factories.submissions import speaking

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit() -> SamplingUnit:
    """A transect with three surveys, one of them long before."""
    unit: SamplingUnit = SamplingUnitFactory(width_m=20)
    bottle = LitterItemFactory(code="J7")
    for day, count in ((date(2024, 5, 1), 1200), (date(2025, 5, 1), 40), (date(2020, 5, 1), 3)):
        surveyed(unit, day, bottle, count)
    return unit


@pytest.fixture
def editor() -> User:
    return person("Editor", "en", Role.SECRETARIAT)


def surveyed(unit: SamplingUnit, day: date, item: Any, count: int) -> None:
    SurveyFactory(
        unit=unit,
        surveyed_on=day,
        item_list=item.item_list,
        width_m=20,
        nothing_found=False,
        reason="Rain" if count == 40 else "",
        counts={item: count},
    )


def test_a_result_comes_back_as_it_was_frozen(unit: SamplingUnit) -> None:
    MicroSampleFactory(place=unit.site.place)
    result = compute(Scope(ScopeKind.CITY, unit.site.place.code))

    assert result.micro
    assert thawed(frozen(result)) == result


def test_a_report_holds_numbers_names_and_plan(unit: SamplingUnit, editor: User) -> None:
    report = make_report(unit.site.place, 2024, 2025, by=editor)

    assert report.number == f"MR-2025-{unit.site.place.code.upper()}-1"
    assert report.content["result"]["coverage"]["surveys"] == 2
    assert report.content["sites"][unit.site.code]["en"] == unit.site.name_en
    assert report.content["plan"] == {unit.site.code: {"seasons": 2, "reasons": 1}}
    [answer] = report.content["answers"]
    assert (answer["site"], answer["on"], answer["reason"]) == (
        unit.site.code, "2025-05-01", "Rain",
    )  # fmt: skip
    assert report.data_hash == check_sum(report.content)
    assert report.is_demo
    assert report.organisation is None
    assert AuditEvent.objects.filter(target_type="monitoring.monitoringreport").count() == 1


def test_later_data_make_a_new_version_and_leave_the_old_one(
    unit: SamplingUnit, editor: User
) -> None:
    first = make_report(unit.site.place, 2024, 2025, by=editor)
    with pytest.raises(SameAsBefore):
        make_report(unit.site.place, 2024, 2025, by=editor)
    surveyed(unit, date(2025, 8, 1), LitterItemFactory(code="J8"), 5)

    second = make_report(unit.site.place, 2024, 2025, by=editor)

    assert (first.version_no, second.version_no) == (1, 2)
    assert second.number.endswith("-2")
    kept = MonitoringReport.objects.get(pk=first.pk)
    assert kept.content == first.content
    other_years = make_report(unit.site.place, 2025, 2025, by=editor)
    assert (other_years.version_no, other_years.number[-2:]) == (1, "-3")


def test_the_database_refuses_every_change(unit: SamplingUnit, editor: User) -> None:
    report = make_report(None, 2024, 2025, by=editor)

    assert report.number == "MR-2025-REGION-1"
    with pytest.raises(IntegrityError), transaction.atomic():
        MonitoringReport.objects.filter(pk=report.pk).update(content={})


def test_the_real_and_the_demo_are_never_counted_together(unit: SamplingUnit, editor: User) -> None:
    report = make_report(None, 2024, 2025, by=editor)
    real = {**report.content, "result": {**report.content["result"], "is_demo": False}}

    assert len(report.content["answers"]) == 1
    assert content_of(thawed(real["result"]), None)["answers"] == []


def test_years_without_a_survey_are_refused(unit: SamplingUnit, editor: User) -> None:
    with pytest.raises(NothingToReport):
        make_report(unit.site.place, 2021, 2022, by=editor)


def test_cities_report_on_themselves_alone(unit: SamplingUnit) -> None:
    own = person("Own", "en")
    site = SurveySiteFactory(organisation=speaking(own).organisation)
    mine, theirs = site.place, unit.site.place

    assert policies.may_report(own, mine)
    assert not policies.may_report(own, theirs)
    assert not policies.may_report(own, None)
    assert policies.reporting_on(own) == [mine.code]
    assert policies.may_report_at_all(own)
    assert not policies.may_report_at_all(person("Nobody", "en"))
    with pytest.raises(NotAllowed):
        make_report(theirs, 2024, 2025, by=own)


def test_a_drafter_publishes_nothing() -> None:
    drafter = person("Drafter", "en")
    site = SurveySiteFactory(organisation=speaking(drafter, MemberRole.DRAFTER).organisation)

    assert not policies.may_report(drafter, site.place)


def test_a_citys_report_names_its_organisation() -> None:
    own = person("Own", "en")
    site = SurveySiteFactory(organisation=speaking(own).organisation)
    SurveyFactory(unit__site=site, surveyed_on=date(2025, 5, 1))

    report = make_report(site.place, 2025, 2025, by=own)

    assert report.organisation == site.organisation


def test_demo_reports_are_made_once_and_only_of_demo_surveys(unit: SamplingUnit) -> None:
    assert demo.load() == 1  # the two cities are not there
    assert demo.load() == 0
    assert MonitoringReport.objects.get().is_demo
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
