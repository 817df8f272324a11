"""What stands at the address of a case that was withdrawn."""

import pytest
from django.test import Client
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import override

from cases import actions
from cases.models import Case
from tests.factories.cases import PUBLISHER, PublishedCaseFactory, ReadyCaseFactory

pytestmark = pytest.mark.django_db


def withdrawn_case() -> Case:
    case = PublishedCaseFactory(title_en="TAKEN BACK")
    for language in ("zh-hans", "en"):
        actions.withdraw_from_publication(case, language, by=PUBLISHER, reason="SECRET REASON")
    return case


@pytest.mark.parametrize("suffix", ["", "side-by-side/", "any-name/"])
def test_a_withdrawn_case_says_so_and_shows_nothing_of_its_text(
    client: Client, suffix: str
) -> None:
    number = withdrawn_case().number

    english = client.get(f"/en/cases/{number}/{suffix}")
    chinese = client.get(f"/zh-hans/cases/{number}/{suffix}")

    assert english.status_code == chinese.status_code == 410
    with override("en"):
        said = (
            f"{number} was public on this portal and was withdrawn on {date_format(localdate())}."
        )
    assert said in english.content.decode()
    assert f"{number}曾在本门户公开" in chinese.content.decode()
    for page in (english, chinese):
        assert "TAKEN BACK" not in page.content.decode()
        assert "SECRET REASON" not in page.content.decode()
        assert "noindex" in page.content.decode()


def test_a_draft_that_never_was_public_is_not_there(client: Client) -> None:
    assert client.get(f"/en/cases/{ReadyCaseFactory().number}/").status_code == 404
