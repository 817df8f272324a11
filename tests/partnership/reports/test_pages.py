"""The pages of reports: one's own, and those everyone reads."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from partnership.accounts.models import User
from partnership.events.choices import Status
from partnership.events.models import Event
from partnership.network.choices import OrganisationType
from partnership.network.roles import MemberRole
from partnership.reports import actions
from partnership.reports.models import EventReport
from partnership.review import actions as of_review
from partnership.review.models import Submission
from tests.factories.network import MembershipFactory, OrganisationFactory
from tests.factories.reports import accepted, begun, owed, published, published_rows, writer_of
from tests.factories.results import held_events
from tests.factories.submissions import speaking

pytestmark = pytest.mark.django_db


@pytest.fixture
def report(nguyen: User, client: Client) -> EventReport:
    """Owed by the city of Nguyen, who is signed in."""
    found = owed()
    writer_of(found, nguyen)
    client.force_login(nguyen)
    return found


def text(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address, follow=True)
    assert response.status_code == status, address
    return response.content.decode()


def begin(client: Client, report: EventReport, language: str = "en", reader: str = "en") -> Any:
    """Begin to write in `language`, on the pages that somebody reads in `reader`."""
    address = f"/{reader}/reports/mine/{report.pk}/begin/"
    return client.post(address, {"language": language}, follow=True)


def test_what_is_owed_stands_on_the_desk_until_it_is_begun(
    client: Client, report: EventReport
) -> None:
    assert "To report" in text(client, "/en/desk/")

    page = begin(client, report).content.decode()

    assert "How many people of your city took part?" in page
    assert report.event.title_en in page
    desk = text(client, "/en/desk/")
    assert "To report" not in desk
    assert "City report after an event" in desk


def test_a_colleague_who_is_later_is_led_to_what_was_begun(
    client: Client, report: EventReport, wang: User
) -> None:
    begin(client, report)
    writer_of(report, wang)
    client.force_login(wang)

    page = begin(client, report).content.decode()

    assert "Nguyen of your organisation has begun this report already" in page
    assert "Go on writing" in page
    assert Submission.objects.count() == 1


@pytest.mark.parametrize(
    ("reader", "words", "next_step"),
    [
        (
            "en",
            "The event is cancelled, so no report is owed.",
            "Once it is noted as held, your organisation is asked for one.",
        ),
        ("zh-hans", "活动状态为“已取消”，无需提交报告。", "活动标记为已举办后，会请贵单位提交。"),
    ],
)
def test_a_report_about_a_cancelled_event_is_refused_in_words(
    client: Client, report: EventReport, reader: str, words: str, next_step: str
) -> None:
    reasons = {"public_reason_zh_hans": "台风。", "public_reason_en": "A storm."}
    Event.objects.update(status=Status.CANCELLED, **reasons)

    page = begin(client, report, reader=reader).content.decode()

    assert words in page
    assert next_step in page
    assert not Submission.objects.exists()


def test_a_language_has_to_be_chosen(client: Client, report: EventReport) -> None:
    page = begin(client, report, "tlh").content.decode()

    assert 'id="begin"' in page
    assert not Submission.objects.exists()


def test_the_general_way_of_submitting_offers_what_is_owed(
    client: Client, report: EventReport, nguyen: User
) -> None:
    address = reverse("review:begin", args=["city-report"]).replace("zh-hans", "en")
    assert report.event.title_en in text(client, address)
    typed = {"language": "en", "report": report.pk}
    offered = reverse("review:new").replace("zh-hans", "en")
    assert "City report after an event" in text(client, offered)
    begun(report, nguyen)
    assert "City report after an event" not in text(client, offered)

    assert "Select a valid choice" in client.post(address, typed).content.decode()


def test_a_refusal_between_form_and_deed_stands_on_the_form(
    client: Client, report: EventReport, monkeypatch: pytest.MonkeyPatch, nguyen: User
) -> None:
    """A colleague begins after the form was checked and before it is carried out."""
    begun(report, nguyen)
    every = EventReport.objects.all()
    monkeypatch.setattr(type(every), "to_begin", lambda self, user: self.all())
    address = reverse("review:begin", args=["city-report"]).replace("zh-hans", "en")

    response = client.post(address, {"language": "en", "report": report.pk})

    assert response.status_code == 409
    assert "has begun this report already" in response.content.decode()


def test_the_page_of_an_event_leads_to_the_report_or_says_why_there_is_none(
    client: Client, report: EventReport, wang: User
) -> None:
    slug = report.event.slug
    assert "Write the report" in text(client, f"/en/events/{slug}/report/")

    client.force_login(wang)
    assert "You speak for no organisation" in text(client, f"/en/events/{slug}/report/")
    speaking(wang)
    assert "is not asked for a report" in text(client, f"/en/events/{slug}/report/")
    (coming,) = held_events(1, status=Status.PUBLISHED)
    assert f"{coming.slug}/report/" not in text(client, f"/en/events/{coming.slug}/")
    assert f"{slug}/report/" in text(client, f"/en/events/{slug}/")
    page = text(client, f"/en/events/{coming.slug}/report/")
    assert "Reports are asked for once it is noted as held." in page


def test_a_person_of_two_cities_chooses(client: Client, report: EventReport, nguyen: User) -> None:
    writer_of(owed(event=report.event), nguyen)

    page = text(client, f"/en/events/{report.event.slug}/report/")

    assert page.count("/en/reports/mine/") == 2


def test_the_body_above_sees_where_it_stands_and_does_not_write(
    client: Client, report: EventReport, wang: User
) -> None:
    place = report.organisation.place
    assert place is not None
    province = OrganisationFactory(type=OrganisationType.PROVINCE, place=place.province)
    MembershipFactory(user=wang, organisation=province, role=MemberRole.ENDORSER)
    client.force_login(wang)

    page = text(client, f"/en/reports/mine/{report.pk}/")

    assert "Nobody of the organisation has begun yet." in page
    assert client.post(f"/en/reports/mine/{report.pk}/begin/", {}).status_code == 403


def test_strangers_find_nothing(client: Client, report: EventReport, wang: User) -> None:
    client.force_login(wang)

    assert client.get(f"/en/reports/mine/{report.pk}/").status_code == 404
    assert client.post(f"/en/reports/mine/{report.pk}/begin/").status_code == 404
    assert "Nothing is asked of your organisations" in text(client, "/en/reports/mine/")


def test_one_s_own_page_follows_the_report(
    client: Client, report: EventReport, nguyen: User, zhao: User
) -> None:
    address = f"/en/reports/mine/{report.pk}/"
    draft = begun(report, nguyen)
    assert "Go on writing" in text(client, address)
    of_review.submit(draft, by=nguyen, revision=draft.revision)
    assert "See what was handed in" in text(client, address)


def test_everyone_reads_a_published_report_without_what_is_for_the_secretariat(
    client: Client, report: EventReport, nguyen: User, zhao: User
) -> None:
    kept = accepted(report, nguyen, zhao)
    address = f"/en/reports/{kept.pk}/"
    assert client.get(address).status_code == 404
    assert "No report is published yet" in text(client, "/en/reports/")

    actions.publish(kept, by=zhao)
    client.logout()

    page = text(client, address)
    for words in ("What we took home", "One collection point", "by March 2027", "Paid crews"):
        assert words in page, words
    assert "A. Person" not in page
    assert kept.event.title_en in text(client, "/en/reports/")
    assert address in text(client, f"/en/events/{kept.event.slug}/")
    chinese = text(client, f"/zh-hans/reports/{kept.pk}/")
    assert "仅有英文" in chinese
    assert '<h2 lang="en">What we took home</h2>' in chinese


def test_a_withdrawn_report_is_no_longer_public(
    client: Client, report: EventReport, nguyen: User, zhao: User
) -> None:
    shown = published(report, nguyen, zhao)
    assert shown.submission is not None
    of_review.withdraw(shown.submission, by=zhao, reason="Wrong figures.")

    assert client.get(f"/en/reports/{shown.pk}/").status_code == 410


@pytest.mark.parametrize("address", ["/en/reports/", "/en/reports/mine/", "/en/desk/"])
def test_lists_ask_the_same_for_one_and_for_fifty(
    client: Client, report: EventReport, address: str, django_assert_max_num_queries: Any
) -> None:
    def queries() -> int:
        text(client, address)  # new cities are named from now on
        with django_assert_max_num_queries(40) as found:
            text(client, address)
        return len(found)

    def more(number: int) -> None:
        if address == "/en/reports/":
            published_rows(number)
        else:
            for _each in range(number):
                owed(report.organisation)

    more(1)
    queries()
    one = queries()
    more(2)
    three = queries()
    more(47)

    assert one == three == queries()
