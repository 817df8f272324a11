"""What everybody sees of events."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db.models import F
from django.test import Client
from django.utils import timezone
from django.utils.translation import override

from partnership.accounts.models import User
from partnership.events import actions, times
from partnership.events.choices import Format, Kind, Mode, PublishConsent
from partnership.events.details import Named
from partnership.events.event_page import EventPage
from partnership.events.models import Event
from partnership.events.months import Month
from partnership.notifications.models import OutgoingMessage
from tests.factories.copies import copies
from tests.factories.events import EventFactory, RegistrationFactory, clerk, held
from tests.factories.network import ListedOrganisationFactory
from tests.factories.reference import CityFactory, ThemeFactory

pytestmark = pytest.mark.django_db

WHY = {"reason_zh": "台风。", "reason_en": "A typhoon."}


def text(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def test_the_list_shows_what_is_to_come_then_what_was(client: Client) -> None:
    EventFactory(published=True, title_en="Xiamen dialogue", title_zh_hans="厦门圆桌")
    held(EventFactory(published=True, title_en="Sanya clean-up"))
    EventFactory(title_en="Secret draft")

    to_come, past = text(client, "/en/events/"), text(client, "/en/events/?when=past")

    assert "Xiamen dialogue" in to_come
    assert "Sanya clean-up" not in to_come
    assert "Sanya clean-up" in past
    assert "Secret draft" not in to_come + past
    assert "厦门圆桌" in text(client, "/zh-hans/events/")


def test_the_list_is_narrowed(client: Client) -> None:
    city, theme = CityFactory(), ThemeFactory()
    found = EventFactory(published=True, kind=Kind.CLEANUP, place=city, title_en="Found one")
    found.themes.add(theme)
    EventFactory(published=True, title_en="Other one")

    for query in (f"place={city.code}", "kind=cleanup", f"theme={theme.code}", "q=found"):
        page = text(client, f"/en/events/?{query}")
        assert "Found one" in page, query
        assert "Other one" not in page, query
    assert "left out" in text(client, "/en/events/?kind=party")
    assert "Nothing matches" in text(client, "/en/events/?q=nowhere")


def test_an_empty_list_leads_on(client: Client) -> None:
    assert "No event is announced" in text(client, "/en/events/")


@pytest.mark.parametrize("address", ["/en/events/", "/en/events/calendar/", "/en/events/feed.atom"])
def test_lists_ask_the_same_for_one_and_for_fifty(
    client: Client, address: str, django_assert_max_num_queries: Any
) -> None:
    def queries() -> int:
        with django_assert_max_num_queries(20) as found:
            text(client, address)
        return len(found)

    city = CityFactory()
    event = EventFactory(published=True, place=city)
    text(client, address)
    one = queries()
    copies(event, 2)
    three = queries()
    copies(event, 47)

    assert one == three == queries()


def test_the_month_shows_an_event_on_each_of_its_days(client: Client) -> None:
    starts = datetime(2027, 3, 9, 1, tzinfo=UTC)
    EventFactory(
        published=True, title_en="Three days", starts_at=starts, ends_at=starts + timedelta(days=2)
    )

    page = text(client, "/en/events/calendar/?month=2027-03")

    assert page.count("Three days") == 3
    assert "month=2027-02" in page
    assert "month=2027-04" in page
    assert "Three days" not in text(client, "/en/events/calendar/?month=2027-05")


def test_an_event_late_in_the_evening_is_on_the_day_of_its_place(client: Client) -> None:
    starts = datetime(2027, 3, 31, 17, tzinfo=UTC)  # the first of April, one o'clock, in Beijing
    EventFactory(
        published=True, title_en="Night", starts_at=starts, ends_at=starts + timedelta(hours=1)
    )

    assert "Night" in text(client, "/en/events/calendar/?month=2027-04")


@pytest.mark.parametrize(
    "wanted", ["2027-13", "march", "2027", "1999-01", "2101-01", "２０２７-03"]
)
def test_what_is_no_month_is_the_present_one(client: Client, wanted: str) -> None:
    page = text(client, f"/en/events/calendar/?month={wanted}")

    assert "is no month" in page or wanted == "２０２７-03"
    assert Month.read("2027-03") == Month(2027, 3)


def test_a_cancelled_event_says_why_in_the_readers_language(client: Client) -> None:
    event = EventFactory(cancelled=True)

    english, chinese = (text(client, f"/{code}/events/{event.slug}/") for code in ("en", "zh-hans"))

    assert "A typhoon." in english
    assert "台风。" not in english
    assert "台风。" in chinese
    assert "EventCancelled" in english
    assert "cancelled" in text(client, "/en/events/calendar/?month=" + month_of(event))


def month_of(event: Event) -> str:
    return event.starts_at.astimezone(times.zone(event.timezone)).strftime("%Y-%m")


def test_a_cancelled_event_stays_cancelled_in_the_archive(client: Client, lin: User) -> None:
    event = actions.archive_event(EventFactory(cancelled=True), by=lin)
    Event.objects.update(starts_at=F("starts_at") - timedelta(days=30))
    Event.objects.update(ends_at=F("ends_at") - timedelta(days=30))

    page = client.get(f"/en/events/{event.slug}/").content.decode()

    assert "A typhoon." in page
    assert "This event is over." not in page
    assert "cancelled</" in client.get("/en/events/?when=past").content.decode()
    assert "STATUS:CANCELLED" in client.get(f"/en/events/{event.slug}/event.ics").content.decode()
    assert not Event.objects.took_place().exists()


def test_a_postponed_event_stands_in_the_calendar_as_such(client: Client) -> None:
    event = EventFactory(postponed=True)

    assert "postponed" in text(client, "/en/events/calendar/?month=" + month_of(event))
    assert "A typhoon." in text(client, f"/en/events/{event.slug}/")


def test_the_page_says_when_and_where_by_the_clock_of_the_place(client: Client) -> None:
    host = ListedOrganisationFactory(name_en="Host city")
    event = EventFactory(
        published=True,
        timezone="Asia/Yangon",
        starts_at=datetime(2027, 3, 9, 2, 30, tzinfo=UTC),
        ends_at=datetime(2027, 3, 9, 9, 30, tzinfo=UTC),
        host=host,
        practical_notes_en="Bring a cup.",
        capacity=5,
    )
    event.themes.add(ThemeFactory(name_en="Mangroves"))

    page = text(client, f"/en/events/{event.slug}/")

    for words in ("09:00–16:00 (UTC+06:30)", "Conference centre", "Host city", "Bring a cup."):
        assert words in page, words
    assert "Mangroves" in page
    assert "5 seats are free." in page


def test_whoever_is_signed_in_reads_their_own_time_beside_that_of_the_place(
    client: Client, wang: User
) -> None:
    start = datetime(2027, 3, 9, 2, 30, tzinfo=UTC)
    times_of = {
        "timezone": "Asia/Yangon",
        "starts_at": start,
        "ends_at": start + timedelta(hours=7),
    }
    event = EventFactory(published=True, **times_of)
    days = EventFactory(published=True, is_all_day=True, **times_of)
    client.force_login(wang)
    address = f"/en/events/{event.slug}/"
    assert "In your time" not in text(client, address)

    User.objects.filter(pk=wang.pk).update(time_zone="Asia/Shanghai")

    page = text(client, address)
    assert "09:00–16:00 (UTC+06:30)" in page
    assert "10:30–17:30 (UTC+08:00)" in page
    assert "In your time" not in text(client, f"/en/events/{days.slug}/")
    own = RegistrationFactory(event=event, person=User.objects.get(pk=wang.pk))
    assert "10:30–17:30 (UTC+08:00)" in text(client, f"/en/events/mine/{own.uid}/")
    mail = OutgoingMessage.objects.get(to_address=wang.email)
    assert "10:30至17:30（UTC+08:00）" in mail.text
    User.objects.filter(pk=wang.pk).update(time_zone="Asia/Yangon")
    assert "In your time" not in text(client, address)


def test_days_and_spans_are_written_out() -> None:
    start = datetime(2027, 3, 9, 1, tzinfo=UTC)
    with override("en"):
        two = times.span(start, start + timedelta(days=1), "Asia/Shanghai")
        days = times.span(start, start + timedelta(days=1), "Asia/Shanghai", is_all_day=True)
        day = times.span(start, start + timedelta(hours=1), "Asia/Shanghai", is_all_day=True)
    assert two.count("09:00") == 2
    assert " – " in days
    assert "–" not in day


def test_whole_days_that_end_at_midnight_begin_no_new_day() -> None:
    start = datetime(2027, 3, 8, 16, tzinfo=UTC)  # midnight in Beijing

    def days(number: int) -> str:
        end = start + timedelta(days=number)
        return times.span(start, end, "Asia/Shanghai", is_all_day=True)

    with override("en"):
        assert (days(1), days(2)) == ("9 March 2027", "9 March 2027 – 10 March 2027")
    with override("zh-hans"):
        assert (days(1), days(2)) == ("2027年3月9日", "2027年3月9日至2027年3月10日")


def test_a_text_that_is_not_there_yet_leads_to_the_other_language(client: Client) -> None:
    event = EventFactory(description_en="Full text.", description_zh_hans="全文。")
    actions.publish_event(event, "en", by=clerk())

    chinese = text(client, f"/zh-hans/events/{event.slug}/")

    assert "全文。" not in chinese
    assert f"/en/events/{event.slug}/" in chinese
    assert "Full text." in text(client, f"/en/events/{event.slug}/")
    actions.withdraw_event(
        actions.publish_event(event, "zh-hans", by=clerk()), "en", by=clerk(), reason="x"
    )
    assert "Read it in Chinese" in text(client, f"/en/events/{event.slug}/")


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ({"capacity": 1}, "1 seat is free."),
        ({"capacity": 0, "waitlist_capacity": 2}, "Join the waiting list"),
        ({"capacity": 0}, "Full"),
        ({"mode": Mode.NOMINATION_ONLY}, "nominate who takes part"),
        ({"mode": Mode.INVITATION_ONLY}, "invites who takes part"),
    ],
)
def test_the_page_says_how_registration_stands(
    client: Client, state: dict[str, Any], words: str
) -> None:
    event = EventFactory(published=True, **state)

    assert words in text(client, f"/en/events/{event.slug}/")


def test_the_page_says_when_registration_opens(client: Client) -> None:
    opens = timezone.now() + timedelta(days=1)
    event = EventFactory(published=True, registration_opens_at=opens)

    assert "Registration opens on" in text(client, f"/en/events/{event.slug}/")


def test_the_page_during_and_after(client: Client) -> None:
    event = EventFactory(
        published=True, is_demo=True, format=Format.ONLINE, practical_notes_en="Bring a cup."
    )
    now = timezone.now()
    Event.objects.filter(pk=event.pk).update(
        starts_at=now - timedelta(hours=1), ends_at=now + timedelta(hours=1)
    )
    during = text(client, f"/en/events/{event.slug}/")
    after = text(client, f"/en/events/{held(event).slug}/")

    assert "going on now" in during
    assert "Demo data" in during
    assert "is over" in after
    assert "Bring a cup." in during
    assert "Bring a cup." not in after
    assert "Register</a>" not in during + after


def test_nothing_of_who_comes_is_public(client: Client) -> None:
    event = EventFactory(
        published=True,
        kind=Kind.CLEANUP,
        max_group_size=40,
        join_url="https://meet.example.org/secret",
    )
    row = RegistrationFactory(
        event=event,
        name="Mei Secret",
        group_name="Class Secret",
        position="Teacher Secret",
        other_adults=1,
        children=20,
        guardians_agree=True,
        members=(Named("Wu Secret"),),
        publish_consent=PublishConsent.PUBLIC,
    )
    alone = RegistrationFactory(event=event, name="Li Secret")
    secrets = ("Li Secret", "Class Secret", "Teacher Secret", "Wu Secret", row.email, alone.email)
    secrets += ("meet.example.org",)
    addresses = (
        f"/en/events/{event.slug}/",
        f"/en/events/{event.slug}/share/",
        f"/en/events/{event.slug}/event.ics",
        "/en/events/",
        "/en/events/calendar.ics",
        "/en/events/feed.atom",
        "/en/search/?q=Secret",
        "/api/v1/events/",
        f"/api/v1/events/{event.slug}/",
    )

    for address in addresses:
        page = text(client, address)
        for secret in ("Mei Secret", *secrets):
            assert secret not in page, address
    names = text(client, f"/en/events/{event.slug}/participants/")
    assert "Mei Secret" in names, "who chose so is read by everyone, and nobody else"
    assert not [secret for secret in secrets if secret in names]


def test_the_page_of_an_event_costs_few_queries(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    event = EventFactory(published=True, capacity=5)
    with django_assert_max_num_queries(9):
        text(client, f"/en/events/{event.slug}/")
    assert EventPage.at_present(event).seats_line


def test_the_names_of_pages_are_no_events(lin: User) -> None:
    with pytest.raises(Exception, match="events_event_slug_free"):
        EventFactory(slug="calendar")
