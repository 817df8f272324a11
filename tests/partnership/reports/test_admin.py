"""City reports in the secretariat's admin."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from partnership.accounts.models import User
from partnership.core.admin import waiting
from partnership.reports.models import EventReport
from partnership.review.choices import State
from tests.factories.reports import accepted, owed, writer_of

pytestmark = pytest.mark.django_db
LIST = "admin:reports_eventreport_changelist"


@pytest.fixture(autouse=True)
def _at_work(client: Client, zhao: User, settings: Any) -> None:
    settings.REQUIRE_STAFF_MFA = False
    client.force_login(zhao)


def publish(client: Client, report: EventReport) -> Any:
    return client.post(reverse("admin:reports_eventreport_deed", args=[report.pk, "publish"]))


def test_it_shows_who_owes_one_and_what_came(client: Client, nguyen: User, lin: User) -> None:
    report = owed()
    page = client.get(reverse(LIST)).content.decode()
    assert "0 / 6" in page

    kept = accepted(report, writer_of(report, nguyen), lin)
    page = client.get(reverse("admin:reports_eventreport_change", args=[kept.pk])).content.decode()
    assert "Paid crews" in page
    assert "One collection point" in page


def test_a_publisher_publishes_what_is_accepted(client: Client, nguyen: User, lin: User) -> None:
    report = owed()
    assert publish(client, report).status_code == 403
    kept = accepted(report, writer_of(report, nguyen), lin)

    assert publish(client, kept).status_code == 302

    kept.refresh_from_db()
    assert kept.submission is not None
    assert kept.submission.state == State.PUBLISHED


def test_the_start_page_leads_to_what_waits(
    client: Client, nguyen: User, lin: User, zhao: User
) -> None:
    late = owed(due_on="2026-01-01")
    ready = owed()
    accepted(ready, writer_of(ready, nguyen), lin)
    found = {item.url: item.count for item in waiting.items_for(zhao) if "reports" in item.url}

    assert found == {f"{reverse(LIST)}?work=publish": 1, f"{reverse(LIST)}?work=overdue": 1}
    for work, shown in (("publish", ready), ("overdue", late), ("", ready)):
        page = client.get(reverse(LIST), {"work": work} if work else {}).content.decode()
        assert str(shown.organisation) in page


def test_the_list_asks_the_same_for_one_and_for_fifty(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    def queries() -> int:
        with django_assert_max_num_queries(40) as found:
            assert client.get(reverse(LIST)).status_code == 200
        return len(found)

    owed()
    queries()
    one = queries()
    [owed() for _each in range(2)]
    three = queries()
    [owed() for _each in range(47)]

    assert one == three == queries()
