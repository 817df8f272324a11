"""The secretariat releases a city from its report, and asks for it after all."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core.errors import NotAllowed, TransitionRefused
from partnership.core.models import AuditEvent
from partnership.notifications.models import Notification
from partnership.reports import actions
from partnership.reports.models import EventReport
from tests.factories.reports import accepted, begun, owed, writer_of

pytestmark = pytest.mark.django_db


def long_overdue() -> EventReport:
    return owed(due_on=timezone.localdate() - timedelta(days=40), reminders=3)


def test_a_released_city_is_told_once_and_never_reminded(nguyen: User, lin: User) -> None:
    report = long_overdue()
    writer_of(report, nguyen)

    released = actions.excuse(report, by=lin, reason="Typhoon damage.")

    assert not released.is_owed
    assert not released.is_overdue
    assert not EventReport.objects.owed().exists()
    assert actions.remind() == 0
    assert Notification.objects.filter(kind="reports.excused").count() == 1
    trace = AuditEvent.objects.about(report).get(note="Typhoon damage.")
    assert trace.changes["excused_on"] == [None, timezone.localdate().isoformat()]


def test_asked_after_all_it_has_a_week_and_all_reminders_before_it(nguyen: User, lin: User) -> None:
    report = long_overdue()
    writer_of(report, nguyen)
    actions.excuse(report, by=lin, reason="Typhoon damage.")

    again = actions.ask_after_all(report, by=lin, reason="They want to tell.")

    assert again.is_owed
    assert (again.due_on - timezone.localdate()).days == 7
    assert again.reminders == 0
    assert Notification.objects.filter(kind="reports.asked").count() == 1


def test_a_released_city_may_still_write(nguyen: User, lin: User) -> None:
    report = owed()
    writer_of(report, nguyen)
    actions.excuse(report, by=lin, reason="No time.")

    assert begun(report, nguyen).pk


def test_it_refuses_what_makes_no_sense(nguyen: User, lin: User, zhao: User) -> None:
    report = owed()
    with pytest.raises(TransitionRefused):
        actions.ask_after_all(report, by=lin, reason="Never released.")
    actions.excuse(report, by=lin, reason="No time.")
    with pytest.raises(TransitionRefused):
        actions.excuse(report, by=lin, reason="Twice.")
    there = accepted(owed(), writer_of(EventReport.objects.latest("pk"), nguyen), lin)
    with pytest.raises(TransitionRefused):
        actions.excuse(there, by=lin, reason="It is here.")


def test_only_the_secretariat_releases(nguyen: User) -> None:
    report = owed()
    writer_of(report, nguyen)

    with pytest.raises(NotAllowed):
        actions.excuse(report, by=nguyen, reason="We have no time.")


def test_both_deeds_stand_on_the_page_of_the_report(
    client: Client, nguyen: User, lin: User, settings: Any
) -> None:
    settings.REQUIRE_STAFF_MFA = False
    client.force_login(lin)
    report = owed()
    writer_of(report, nguyen)
    page = reverse("admin:reports_eventreport_change", args=[report.pk])

    for slug, shown, gone in (("excuse", "deed/ask/", "deed/excuse/"), ("ask", "deed/excuse/", "")):
        address = reverse("admin:reports_eventreport_deed", args=[report.pk, slug])
        assert client.post(address, {"reason": ""}).status_code == 200
        assert client.post(address, {"reason": "Agreed by telephone."}).status_code == 302
        html = client.get(page).content.decode()
        assert shown in html
        assert not gone or gone not in html
        if slug == "excuse":
            listed = client.get(reverse("admin:reports_eventreport_changelist")).content.decode()
            assert "已免交" in listed
            client.force_login(nguyen)
            assert "Released" in client.get(f"/en/reports/mine/{report.pk}/").content.decode()
            client.force_login(lin)
