"""A lead in a city's report becomes the draft of a case with one click."""

import pytest
from django.test import Client

from partnership.accounts.models import User
from partnership.reports.models import CaseLead, EventReport
from partnership.review import actions as of_review
from partnership.review.models import Submission
from tests.factories.reports import accepted, owed, writer_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def report(nguyen: User, lin: User, client: Client) -> EventReport:
    found = owed()
    writer_of(found, nguyen)
    client.force_login(nguyen)
    return accepted(found, nguyen, lin)


@pytest.fixture
def lead(report: EventReport) -> CaseLead:
    found: CaseLead = report.leads.get()
    return found


def click(client: Client, lead: CaseLead) -> Submission:
    response = client.post(f"/en/cases/from-lead/{lead.pk}/")
    assert response.status_code == 302, response
    return Submission.objects.get(subject="case")


def own_page(client: Client, report: EventReport) -> str:
    return client.get(f"/en/reports/mine/{report.pk}/").content.decode()


def test_what_the_report_says_stands_in_the_form(
    client: Client, lead: CaseLead, report: EventReport
) -> None:
    assert "Make a case of it" in own_page(client, report)

    draft = click(client, lead)

    assert draft.title == "Paid crews"
    assert draft.answers["background"] == {"background": "Crews are paid by weight."}
    assert draft.answers["places"][0]["place"] == report.organisation.place.code  # type: ignore[union-attr]
    assert draft.of_case.organisation == report.organisation
    page = client.get(f"/en/submissions/{draft.key}/edit/").content.decode()
    assert "Crews are paid by weight." in page


def test_two_clicks_and_two_colleagues_make_one_draft(
    client: Client, lead: CaseLead, report: EventReport, wang: User
) -> None:
    first = click(client, lead)
    writer_of(report, wang)
    client.force_login(wang)

    assert click(client, lead) == first
    assert "The case that was begun with it" in own_page(client, report)


def test_a_discarded_draft_can_be_begun_again(client: Client, lead: CaseLead, nguyen: User) -> None:
    of_review.discard(click(client, lead), by=nguyen)

    assert click(client, lead).title == "Paid crews"


def test_only_those_who_write_for_the_city_make_a_case(
    client: Client, lead: CaseLead, report: EventReport, lin: User, wang: User, settings: object
) -> None:
    client.force_login(wang)
    assert client.post(f"/en/cases/from-lead/{lead.pk}/").status_code == 404
    settings.REQUIRE_STAFF_MFA = False  # type: ignore[attr-defined]
    client.force_login(lin)
    assert client.post(f"/en/cases/from-lead/{lead.pk}/").status_code == 403
    assert "Make a case of it" not in own_page(client, report)


def test_a_city_without_a_place_leaves_it_open(
    client: Client, lead: CaseLead, report: EventReport
) -> None:
    organisation = report.organisation
    organisation.type, organisation.place = "research", None
    organisation.save()

    assert click(client, lead).answers["places"] == []
