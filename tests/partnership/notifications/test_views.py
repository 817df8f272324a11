"""The pages: one's own notifications, read and unread, and how one wants to be told."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from partnership.accounts.models import User
from partnership.notifications import preferences, registry
from partnership.notifications.choices import MailChoice
from partnership.notifications.models import Notification, Preference
from tests.partnership.notifications.test_telling import KIND, tell


@pytest.fixture
def signed_in(client: Client, nguyen: User) -> Client:
    client.force_login(nguyen)
    return client


def path(name: str, language: str = "en", **kwargs: object) -> str:
    with translation.override(language):
        return reverse(f"notifications:{name}", kwargs=kwargs)


def body(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_list_is_in_the_language_of_the_page(signed_in: Client, nguyen: User) -> None:
    tell(nguyen)

    assert "Maintenance" in body(signed_in, path("list"))
    chinese = body(signed_in, path("list", "zh-hans"))
    assert "平台维护" in chinese
    assert "Maintenance" not in chinese


def test_the_bell_counts_what_is_unread(signed_in: Client, nguyen: User) -> None:
    assert "bell__count" not in body(signed_in, path("list"))
    tell(nguyen)
    tell(nguyen, event="two")

    assert '<span class="bell__count">2</span>' in body(signed_in, reverse("account_profile"))


def test_the_bell_stops_counting_at_99(signed_in: Client, nguyen: User) -> None:
    Notification.objects.bulk_create(
        Notification(recipient=nguyen, kind=KIND, event=str(number)) for number in range(120)
    )

    assert '<span class="bell__count">99+</span>' in body(signed_in, path("list"))


def test_one_is_marked_as_read_by_a_button_and_not_by_looking(
    signed_in: Client, nguyen: User
) -> None:
    tell(nguyen)
    tell(nguyen, event="two")
    first = Notification.objects.first()
    assert first is not None
    body(signed_in, path("list"))
    assert Notification.objects.unread().count() == 2

    answer = signed_in.post(path("read", number=first.pk), {"unread": "1"})

    assert answer.headers["Location"] == path("list") + "?unread"
    assert list(Notification.objects.unread()) == [Notification.objects.exclude(pk=first.pk).get()]


def test_all_are_marked_as_read_at_once(signed_in: Client, nguyen: User, wang: User) -> None:
    tell(nguyen)
    tell(wang)
    signed_in.post(path("read-all"))

    assert [row.recipient for row in Notification.objects.unread()] == [wang]
    assert "You have read everything" in body(signed_in, path("list") + "?unread")


def test_a_strangers_notification_is_not_there(signed_in: Client, wang: User) -> None:
    tell(wang)
    foreign = Notification.objects.get()

    assert signed_in.post(path("read", number=foreign.pk)).status_code == 404
    assert "平台维护" not in body(signed_in, path("list", "zh-hans"))
    foreign.refresh_from_db()
    assert foreign.read_at is None


@pytest.mark.parametrize("number", ["0", "-1", "abc", "9" * 30])
def test_an_absurd_page_number_is_answered_calmly(signed_in: Client, number: str) -> None:
    assert signed_in.get(path("list"), {"page": number}).status_code == 200


def test_the_list_asks_as_much_for_one_as_for_many(signed_in: Client, nguyen: User) -> None:
    counts = []
    for many in (1, 3, 50):
        Notification.objects.all().delete()
        Notification.objects.bulk_create(
            Notification(recipient=nguyen, kind=KIND, event=str(number)) for number in range(many)
        )
        with CaptureQueriesContext(connection) as captured:
            body(signed_in, path("list"))
        counts.append(len(captured))

    assert len(set(counts)) == 1


def test_a_person_sees_and_sets_how_kinds_come(signed_in: Client, nguyen: User) -> None:
    page = body(signed_in, path("preferences"))
    assert str(registry.get(KIND).key) in page
    assert "accounts.invitation" not in page

    offered = registry.offered_to(nguyen)
    chosen = {kind.key: kind.mail for kind in offered} | {KIND: MailChoice.DAILY}
    signed_in.post(path("preferences"), chosen)

    assert preferences.choices_of(nguyen) == chosen
    assert Preference.objects.get().mail == MailChoice.DAILY


def test_nobody_is_asked_about_mails_that_others_get(
    client: Client, nguyen: User, lin: User
) -> None:
    asked = {}
    for person in (nguyen, lin):
        client.force_login(person)
        asked[person] = body(client, path("preferences"))

    assert "review.submitted" in asked[lin]
    assert "review.submitted" not in asked[nguyen]
    assert "notifications.announcement" in asked[nguyen]


def test_a_choice_that_is_none_is_refused(signed_in: Client) -> None:
    assert signed_in.post(path("preferences"), {KIND: "hourly"}).status_code == 200
    assert not Preference.objects.exists()


def test_pages_need_no_script_and_keep_nothing_in_caches(signed_in: Client) -> None:
    answer = signed_in.get(path("list"))

    assert answer.headers["Cache-Control"] == "private, no-store"
    assert "style=" not in answer.content.decode().partition("<main")[2].partition("</main>")[0]
