"""A report is asked for on its page and made by a worker; whoever asked may leave and finds it again."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from monitoring import tasks
from monitoring.actions import order_report, ordering
from monitoring.models import MonitoringReport, ReportOrder, SurveySite
from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.core.choices import FileState
from partnership.core.errors import NotAllowed
from tests.conftest import person
from tests.factories.monitoring import SurveyFactory, SurveySiteFactory
from tests.factories.submissions import speaking

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def woken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Which tasks a worker was woken for."""
    named: list[str] = []
    monkeypatch.setattr(ordering.wake, "up_for", lambda task, _number: named.append(task))
    return named


@pytest.fixture
def editor() -> User:
    return person("Editor", "en", Role.SECRETARIAT)


@pytest.fixture
def site() -> SurveySite:
    site: SurveySite = SurveyFactory(surveyed_on=date(2025, 5, 1)).unit.site
    return site


def address(name: str, *arguments: object) -> str:
    with override("en"):
        return reverse(f"monitoring:{name}", args=arguments)


def asked(client: Client, area: str, first: str = "2025", last: str = "2025") -> str:
    """Ask by the page; return the address of the order."""
    answer = client.post(address("new-report"), {"area": area, "first": first, "last": last})
    assert answer.status_code == 302
    return str(answer["Location"])


def test_nothing_is_computed_in_the_request_and_a_worker_is_woken(
    client: Client, editor: User, site: SurveySite, woken: list[str],
    django_capture_on_commit_callbacks: Any,
) -> None:  # fmt: skip
    client.force_login(editor)
    with django_capture_on_commit_callbacks(execute=True):
        path = asked(client, "region")

    assert not MonitoringReport.objects.exists()
    assert woken == [ordering.TASK]
    page = client.get(path).content.decode()
    assert "The report is being made" in page
    assert 'hx-trigger="every 2s"' in page
    assert "<progress" in page

    tasks.make_reports()

    report = MonitoringReport.objects.get()
    page = client.get(path).content.decode()
    assert "The report is made" in page
    assert address("report", report.number) in page
    assert "hx-trigger" not in page
    assert path in client.get(address("new-report")).content.decode()  # found again


def test_the_page_says_how_far_it_is(client: Client, editor: User, site: SurveySite) -> None:
    client.force_login(editor)
    path = asked(client, "region")
    ReportOrder.objects.update(state=FileState.RUNNING, done=1, total=3)

    page = client.get(path).content.decode()

    assert "1 of 3" in page
    assert 'value="1" max="3"' in page


def test_each_step_is_told(editor: User, site: SurveySite) -> None:
    heard: list[tuple[int, int]] = []

    ordering.make_report(site.place, 2025, 2025, by=editor, told=lambda *step: heard.append(step))

    assert heard == [(0, 3), (1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize("years", [("2024", "2024"), ("2025", "2025")])
def test_what_cannot_be_made_says_why_and_what_to_do(
    client: Client, editor: User, site: SurveySite, years: tuple[str, str]
) -> None:
    """Years without a survey of this area, and a report that says what the last one says already."""
    SurveyFactory(surveyed_on=date(2024, 5, 1))
    ordering.make_report(site.place, 2025, 2025, by=editor)
    client.force_login(editor)
    path = asked(client, site.place.code, *years)

    tasks.make_reports()

    page = client.get(path).content.decode()
    assert "The report was not made" in page
    assert ("No approved survey" if years[0] == "2024" else "Nothing has changed since") in page
    assert MonitoringReport.objects.count() == 1


def test_the_same_report_is_asked_for_once_while_it_is_under_way(
    client: Client, editor: User, site: SurveySite
) -> None:
    client.force_login(editor)

    assert asked(client, "region") == asked(client, "region")
    assert asked(client, "region") != asked(client, site.place.code)
    with pytest.raises(IntegrityError, match="under_way_once"), transaction.atomic():
        ReportOrder.objects.create(asked_by=editor, first_year=2025, last_year=2025, language="en")


def test_an_order_is_for_who_gave_it_alone(client: Client, editor: User, site: SurveySite) -> None:
    client.force_login(editor)
    path = asked(client, "region")
    client.force_login(person("Colleague", "en", Role.SECRETARIAT))

    assert client.get(path).status_code == 404
    assert path not in client.get(address("new-report")).content.decode()


def test_the_right_is_looked_at_again_when_it_is_made(site: SurveySite) -> None:
    own = person("Own", "en")
    member = speaking(own)
    SurveySiteFactory(organisation=member.organisation, place=site.place)
    order = order_report(site.place, 2025, 2025, by=own, language="en")
    with pytest.raises(NotAllowed):
        order_report(None, 2025, 2025, by=own, language="en")
    type(member).objects.filter(pk=member.pk).update(withdrawn_at=timezone.now(), withdrawn_by=own)

    tasks.make_reports()

    order.refresh_from_db()
    assert order.state == FileState.FAILED
    assert order.failure
    assert not MonitoringReport.objects.exists()


def test_what_a_dead_worker_left_is_made_by_the_next(editor: User, site: SurveySite) -> None:
    order = order_report(None, 2025, 2025, by=editor, language="en")
    long_ago = timezone.now() - timedelta(hours=1)
    ReportOrder.objects.update(state=FileState.RUNNING, begun_at=long_ago)

    tasks.make_reports()

    order.refresh_from_db()
    assert order.state == FileState.DONE
    assert order.report == MonitoringReport.objects.get()


def test_a_fault_of_ours_is_said_and_surfaces(
    client: Client, editor: User, site: SurveySite, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.force_login(editor)
    path = asked(client, "region")

    def breaks(*_arguments: object, **_more: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(ordering, "make_report", breaks)
    with pytest.raises(ZeroDivisionError):
        tasks.make_reports()

    assert "A fault of the portal" in client.get(path).content.decode()


def test_the_page_asks_as_many_questions_for_ten_orders_as_for_one(
    client: Client, editor: User, site: SurveySite, django_assert_max_num_queries: Any
) -> None:
    client.force_login(editor)
    counts = set()
    for number in (1, 3, 50):
        while ReportOrder.objects.count() < number:
            ReportOrder.objects.create(
                asked_by=editor, place=site.place, first_year=2025, last_year=2025, language="en",
                state=FileState.FAILED, failure="-",
            )  # fmt: skip
        client.get(address("new-report"))
        with django_assert_max_num_queries(60) as counted:
            page = client.get(address("new-report")).content.decode()
        counts.add(len(counted))
    assert len(counts) == 1
    assert page.count("/reports/orders/") == 10
