"""On the secretariat's start page the button stands at what waits."""

from collections.abc import Iterator

import pytest
from django.contrib import admin
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from partnership.accounts.models import User
from partnership.core.admin import waiting
from partnership.core.admin.frame import SHOWN
from partnership.events.choices import Mode
from partnership.network.models import Enquiry
from partnership.review import subjects
from tests.factories.cases import CaseFactory
from tests.factories.events import RegistrationFactory
from tests.factories.network import RequestFactory
from tests.factories.review import KEY, Report, submitted


@pytest.fixture
def desk(client: Client, lin: User) -> Client:
    client.force_login(lin)
    return client


@pytest.fixture
def report() -> Iterator[Report]:
    kind = Report()
    subjects.register(kind)
    yield kind
    subjects.unregister(KEY)


def deed(model: str, key: int, slug: str) -> str:
    return reverse(f"admin:{model}_deed", args=[key, slug])


def test_every_deed_that_a_question_names_is_a_page(lin: User) -> None:
    for question in waiting._questions:
        model = question.rows(lin).model
        if question.deeds:
            pages = {page.slug for page in admin.site.get_model_admin(model).confirm_pages}
            assert set(question.deeds) <= pages, question.title


def test_requests_are_decided_from_the_start_page(desk: Client) -> None:
    request = RequestFactory()

    page = desk.get(reverse("admin:index")).content.decode()

    for slug in ("approve", "refuse"):
        assert deed("partnership_membershiprequest", request.pk, slug) in page
    assert f"：{request}" in page, "a button says what it is about to whoever hears it"


def test_a_submission_is_taken_from_the_start_page(
    desk: Client, report: Report, wang: User
) -> None:
    arrived = submitted(wang)

    page = desk.get(reverse("admin:index")).content.decode()

    assert deed("review_submission", arrived.pk, "take") in page
    assert deed("review_submission", arrived.pk, "accept") not in page, "it is not in review yet"


def test_where_no_deed_is_named_a_button_opens_the_row(desk: Client) -> None:
    draft = CaseFactory(lacking_zh_hans=1, lacking_en=1)

    page = desk.get(reverse("admin:index"))

    [item] = [item for item in page.context["waiting"] if "unfinished" in item.url]
    assert [(button.label, button.url) for button in item.at_hand[0].buttons] == [
        ("打开", reverse("admin:cases_case_change", args=[draft.pk]))
    ]


def test_a_registration_is_decided_where_it_says_who_asks(desk: Client) -> None:
    row = RegistrationFactory(event__mode=Mode.APPROVAL, name="Mei Lan")

    page = desk.get(reverse("admin:index")).content.decode()

    assert f"Mei Lan · {row.event}" in page
    for slug in ("approve", "reject"):
        assert deed("events_registration", row.pk, slug) in page


def test_it_shows_the_first_rows_at_the_same_price_however_many_wait(desk: Client) -> None:
    def enquiries(count: int) -> None:
        Enquiry.objects.bulk_create(
            Enquiry(
                reference=f"R{count}{number}",
                kind="question",
                email="a@example.org",
                language="en",
                message="?",
            )
            for number in range(count)
        )

    counted = []
    for more in (SHOWN, 47):
        enquiries(more)
        with CaptureQueriesContext(connection) as queries:
            page = desk.get(reverse("admin:index"))
        counted.append(len(queries))

    assert counted[0] == counted[1]
    [item] = [item for item in page.context["waiting"] if "enquiry" in item.url]
    assert len(item.at_hand) == SHOWN
    assert item.count == 50
