"""What stands at the address of what was public and has been withdrawn."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError
from django.test import Client
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import override

from partnership.accounts.models import User
from partnership.core.languages import LANGUAGES
from partnership.events.actions import withdraw_event
from partnership.portal import actions as of_texts
from partnership.review import actions as of_review
from roundtables.actions import OUTCOMES, PROJECTS
from tests.factories.events import EventFactory
from tests.factories.outcomes import (
    PUBLISHER,
    AnnexFactory,
    OutcomeFactory,
    OutputFactory,
    ProjectFactory,
    public,
)
from tests.factories.portal import NewsFactory
from tests.factories.portal import public as public_text
from tests.factories.reports import owed, published, writer_of

pytestmark = pytest.mark.django_db

Gone = tuple[list[str], str, str]  # addresses without the language; what the page calls it


def taken_back(thing: Any, withdraw: Callable[..., Any]) -> Any:
    for language in LANGUAGES:
        thing = withdraw(thing, language, by=PUBLISHER, reason="SECRET REASON")
    return thing


def an_outcome(_nguyen: User, _zhao: User) -> Gone:
    outcome = public(OutcomeFactory(title_en="TAKEN BACK"))
    annex = AnnexFactory(outcome=outcome)
    slug = taken_back(outcome, OUTCOMES.withdraw).event.slug
    address = f"roundtables/outcomes/{slug}"
    below = [f"{address}.pdf", f"{address}/annexes/{annex.pk}/"]
    return [f"{address}/", *below], f"Outcome document “{slug}”", f"成果文件“{slug}”"


def a_project(_nguyen: User, _zhao: User) -> Gone:
    project = ProjectFactory(title_en="TAKEN BACK")
    output = OutputFactory(project=project)
    slug = taken_back(public(project), PROJECTS.withdraw).slug
    address = f"roundtables/projects/{slug}/"
    return [address, f"{address}outputs/{output.pk}/"], f"Project “{slug}”", f"项目“{slug}”"


def an_event(_nguyen: User, _zhao: User) -> Gone:
    event = EventFactory(title_en="TAKEN BACK", published=True)
    slug = taken_back(event, withdraw_event).slug
    address = f"events/{slug}/"
    below = [f"{address}{name}" for name in ("register/", "share/", "event.ics")]
    return [address, *below], f"Event “{slug}”", f"活动“{slug}”"


def a_report(nguyen: User, zhao: User) -> Gone:
    report = owed()
    shown = published(report, writer_of(report, nguyen), zhao)
    assert shown.submission is not None
    of_review.withdraw(shown.submission, by=zhao, reason="SECRET REASON")
    return [f"reports/{shown.pk}/"], f"City report “{shown.pk}”", f"城市报告“{shown.pk}”"


def some_news(_nguyen: User, _zhao: User) -> Gone:
    item = taken_back(public_text(NewsFactory(title_en="TAKEN BACK")), of_texts.withdraw)
    return [f"news/{item.key}/"], f"Piece of news “{item.key}”", f"新闻“{item.key}”"


@pytest.mark.parametrize("withdrawn", [an_outcome, a_project, an_event, a_report, some_news])
def test_its_address_says_when_and_shows_nothing_of_it(
    client: Client, nguyen: User, zhao: User, withdrawn: Callable[[User, User], Gone]
) -> None:
    addresses, english, chinese = withdrawn(nguyen, zhao)
    with override("en"):
        day = date_format(timezone.localdate())

    for address in addresses:
        in_english, in_chinese = (client.get(f"/{code}/{address}") for code in ("en", "zh-hans"))
        assert in_english.status_code == in_chinese.status_code == 410, address
        page = in_english.content.decode()
        assert f"{english} was public on this portal and was withdrawn on {day}." in page
        assert f"{chinese}曾在本门户公开" in in_chinese.content.decode()
        for secret in ("TAKEN BACK", "SECRET REASON"):
            assert secret not in page
        assert "noindex" in page


def test_published_again_it_is_there(client: Client) -> None:
    outcome = taken_back(public(OutcomeFactory()), OUTCOMES.withdraw)
    assert type(outcome).objects.withdrawn().get() == outcome

    public(outcome)

    assert client.get(f"/en/roundtables/outcomes/{outcome.event.slug}/").status_code == 200
    assert not type(outcome).objects.withdrawn().exists()


def test_a_report_that_is_written_anew_is_missing_until_it_is_public_again(
    client: Client, nguyen: User, zhao: User
) -> None:
    report = owed()
    address = f"/en/reports/{report.pk}/"
    assert client.get(address).status_code == 404
    shown = published(report, writer_of(report, nguyen), zhao)
    assert shown.submission is not None
    of_review.withdraw(shown.submission, by=zhao, reason="Wrong figures.")
    report.refresh_from_db()
    assert client.get(address).status_code == 410

    published(report, nguyen, zhao)

    assert client.get(address).status_code == 200


def test_nothing_is_public_and_withdrawn_at_once() -> None:
    outcome = public(OutcomeFactory())
    with pytest.raises(IntegrityError):
        type(outcome).objects.update(withdrawn_at=timezone.now())


def test_one_of_two_languages_is_no_withdrawal() -> None:
    shown = OUTCOMES.withdraw(public(OutcomeFactory()), "en", by=PUBLISHER, reason="A slip.")

    assert shown.withdrawn_at is None
