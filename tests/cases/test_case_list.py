"""The list of cases."""

import pytest
from django.test import Client

from tests.factories.cases import PublishedCaseFactory, ReadyCaseFactory

pytestmark = pytest.mark.django_db


def test_it_shows_public_cases_and_no_draft(client: Client) -> None:
    shown, draft = PublishedCaseFactory(), ReadyCaseFactory()

    text = client.get("/en/cases/").content.decode()

    assert shown.title_en in text
    assert f"/en/cases/{shown.number}/{shown.slug_en}/" in text
    assert draft.title_en not in text


@pytest.mark.parametrize("number", ["0", "-1", "abc", str(10**30), "2"])
def test_it_answers_every_page_number(client: Client, number: str) -> None:
    case = PublishedCaseFactory()

    answer = client.get("/en/cases/", {"page": number})

    assert answer.status_code == 200
    assert case.title_en in answer.content.decode()
    assert "notice" in answer.content.decode()
