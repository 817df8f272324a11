"""A report is taken back with a public reason; what was frozen stays, and its number is given to no other."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from monitoring import policies
from monitoring.actions import keep_annual, make_report, withdraw_report
from monitoring.errors import ComputedWithdrawn, WithdrawnAlready
from monitoring.models import MonitoringReport, ReportWithdrawal
from monitoring.search_entries import ReportSource
from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.core.choices import Verb
from partnership.core.errors import NotAllowed
from partnership.core.models import AuditEvent
from partnership.portal.sitemaps import _monitoring_reports as monitoring_reports
from partnership.search.models import ChangedRow
from tests.conftest import person
from tests.factories.monitoring import SurveyFactory, SurveySiteFactory
from tests.factories.submissions import speaking

pytestmark = pytest.mark.django_db

WHY = {
    "reason_zh_hans": "断面长度录入有误。",
    "reason_en": "The length of a transect was entered wrongly.",
}
TEXTS = dict.fromkeys(("title", "summary", "done", "reading", "plans"), "Our year")


@pytest.fixture
def report() -> MonitoringReport:
    survey = SurveyFactory(surveyed_on=date(2025, 5, 1))
    return make_report(survey.unit.site.place, 2025, 2025, by=None)


@pytest.fixture
def editor() -> User:
    return person("Editor", "en", Role.SECRETARIAT)


def address(name: str, *arguments: str, language: str = "en") -> str:
    with override(language):
        return reverse(f"monitoring:{name}", args=arguments)


def test_a_withdrawn_report_says_so_and_why_in_both_languages(
    client: Client, report: MonitoringReport, editor: User
) -> None:
    withdraw_report(report, **WHY, by=editor)

    for name in ("report", "report-pdf", "report-xlsx"):
        answer = client.get(address(name, report.number))
        assert answer.status_code == 410
        assert WHY["reason_en"] in answer.content.decode()
        assert report.number in answer.content.decode()
        assert "later version" not in answer.content.decode()
    chinese = client.get(address("report", report.number, language="zh-hans"))
    assert WHY["reason_zh_hans"] in chinese.content.decode()
    assert WHY["reason_en"] not in chinese.content.decode()


def test_lists_the_api_the_sitemap_and_the_search_leave_it_out(
    client: Client, report: MonitoringReport, editor: User
) -> None:
    lists = (address("reports"), "/api/v1/monitoring-reports/")
    for each in lists:
        assert report.number in client.get(each).content.decode()
    assert report in monitoring_reports()
    assert report.pk in ReportSource().public_keys()
    ChangedRow.objects.all().delete()

    withdraw_report(report, **WHY, by=editor)

    for each in lists:
        assert report.number not in client.get(each).content.decode()
    assert report not in monitoring_reports()
    assert report.pk not in ReportSource().public_keys()
    assert list(ReportSource().found([report.pk])) == []
    assert ChangedRow.objects.filter(kind="monitoring-report", object_id=report.pk).exists()


def test_what_was_frozen_and_the_withdrawal_itself_cannot_be_changed(
    report: MonitoringReport, editor: User
) -> None:
    withdrawal = withdraw_report(report, **WHY, by=editor)
    rows = ReportWithdrawal.objects.filter(pk=withdrawal.pk)

    for change in (
        lambda: MonitoringReport.objects.filter(pk=report.pk).update(content={}),
        lambda: rows.update(reason_en="Another"),
        rows.delete,
        report.delete,
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()
    with pytest.raises(IntegrityError, match="says_why"), transaction.atomic():
        ReportWithdrawal.objects.create(report=_another(), reason_zh_hans="", reason_en="Why")


def _another() -> MonitoringReport:
    survey = SurveyFactory(surveyed_on=date(2024, 5, 1))
    return make_report(survey.unit.site.place, 2024, 2024, by=None)


def test_it_is_withdrawn_once_and_stands_in_the_history(
    report: MonitoringReport, editor: User
) -> None:
    withdraw_report(report, **WHY, by=editor)

    with pytest.raises(WithdrawnAlready):
        withdraw_report(report, **WHY, by=editor)
    [event] = AuditEvent.objects.filter(verb=Verb.WITHDRAWN)
    assert event.actor_id == str(editor.pk)


def test_made_anew_it_has_the_next_number_and_the_old_address_leads_there(
    client: Client, report: MonitoringReport, editor: User
) -> None:
    withdraw_report(report, **WHY, by=editor)

    again = make_report(report.place, 2025, 2025, by=None)

    assert (again.number[-2:], again.version_no, again.data_hash) == ("-2", 2, report.data_hash)
    gone = client.get(address("report", report.number))
    assert gone.status_code == 410
    assert address("report", again.number) in gone.content.decode()
    withdraw_report(again, **WHY, by=editor)
    assert (
        address("report", again.number)
        not in client.get(address("report", report.number)).content.decode()
    )


def test_an_older_version_does_not_lead_to_a_withdrawn_one(
    client: Client, report: MonitoringReport, editor: User
) -> None:
    SurveyFactory(unit__site__place=report.place, surveyed_on=date(2025, 8, 1))
    later = make_report(report.place, 2025, 2025, by=None)
    page = address("report", report.number)
    assert later.number in client.get(page).content.decode()

    withdraw_report(later, **WHY, by=editor)

    assert later.number not in client.get(page).content.decode()


def test_only_the_secretariat_withdraws(client: Client, report: MonitoringReport) -> None:
    own = person("Own", "en")
    SurveySiteFactory(organisation=speaking(own).organisation, place=report.place)

    assert policies.may_report(own, report.place)
    assert not policies.may_withdraw_report(own)
    with pytest.raises(NotAllowed):
        withdraw_report(report, **WHY, by=own)
    assert client.get(address("report", report.number)).status_code == 200


def test_the_secretariat_withdraws_in_the_admin(
    client: Client, report: MonitoringReport, editor: User
) -> None:
    client.force_login(editor)
    page = reverse("admin:monitoring_monitoringreport_change", args=[report.pk])
    deed = reverse("admin:monitoring_monitoringreport_deed", args=[report.pk, "withdraw"])
    assert deed in client.get(page).content.decode()

    assert client.post(deed, {**WHY, "reason_en": " "}).status_code == 200  # both are asked for
    assert not ReportWithdrawal.objects.exists()
    assert client.post(deed, WHY).status_code == 302

    shown = client.get(page).content.decode()
    assert deed not in shown
    assert ReportWithdrawal.objects.get().report == report
    assert any(reason in shown for reason in WHY.values())


def test_an_annual_report_says_that_its_figures_were_withdrawn(
    client: Client, report: MonitoringReport, editor: User
) -> None:
    annual = keep_annual(report, TEXTS, "en", entry=None, by=None)
    page = address("annual-report", annual.number)
    alone = f'href="{address("report", report.number)}"'
    assert alone in client.get(page).content.decode()

    withdraw_report(report, **WHY, by=editor)

    shown = client.get(page).content.decode()
    assert "The figures of this report were withdrawn" in shown
    assert shown.count(WHY["reason_en"]) == 2  # above, and beside the number of the computed part
    assert alone not in shown
    with pytest.raises(ComputedWithdrawn):
        keep_annual(report, TEXTS, "en", entry=None, by=None)
