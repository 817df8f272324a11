"""People are told once, in the portal and by mail as they chose, in their language."""

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.db.models.functions import Now
from django.urls import reverse
from django.utils import timezone

from partnership.accounts.models import User
from partnership.notifications import actions, digests, previews, registry
from partnership.notifications.choices import MailChoice
from partnership.notifications.models import GroupMessage, Notification, OutgoingMessage
from partnership.notifications.outbox import OutsideTransaction

KIND = "notifications.announcement"
HAN = re.compile(r"[\u4e00-\u9fff]")


def told_of(**texts: str) -> GroupMessage:
    given = {
        "subject_zh_hans": "平台维护",
        "subject_en": "Maintenance",
        "text_zh_hans": "周六维护。",
        "text_en": "On Saturday.",
    }
    return GroupMessage(pk=1, **{**given, **texts})


def tell(person: User, event: str = "maintenance", **texts: str) -> bool:
    return actions.notify(
        KIND,
        person,
        event=event,
        page=lambda: reverse("notifications:list"),
        message=told_of(**texts),
    )


def choose(person: User, mail: MailChoice) -> None:
    actions.choose(person, registry.get(KIND), mail)


def test_it_tells_in_the_portal_and_by_mail(nguyen: User) -> None:
    assert tell(nguyen)

    notification = Notification.objects.get()
    assert (notification.title_en, notification.title_zh_hans) == ("Maintenance", "平台维护")
    assert notification.path_en == "/en/notifications/"
    assert notification.path_zh_hans == "/zh-hans/notifications/"
    message = OutgoingMessage.objects.get()
    assert (message.to_address, message.language) == (nguyen.email, "en")
    assert "http://testserver/en/notifications/" in message.text


def test_the_reader_decides_about_the_language_not_who_presses_the_button(
    nguyen: User, wang: User
) -> None:
    tell(nguyen)  # the tests run in Chinese
    tell(wang)

    english, chinese = OutgoingMessage.objects.order_by("language")
    assert not HAN.search(english.subject + english.text + english.html.partition("<body")[2])
    assert chinese.subject == "平台维护"
    assert "周六维护。" in chinese.text
    assert "secretariat" not in chinese.text


def test_the_same_event_is_told_once(nguyen: User) -> None:
    assert tell(nguyen)
    assert not tell(nguyen)
    assert tell(nguyen, event="another")

    assert Notification.objects.count() == OutgoingMessage.objects.count() == 2


def test_a_mail_that_left_is_not_sent_again_when_its_notification_was_deleted(nguyen: User) -> None:
    tell(nguyen)
    Notification.objects.all().delete()

    assert tell(nguyen)

    assert Notification.objects.count() == OutgoingMessage.objects.count() == 1


def test_nobody_is_told_who_has_no_open_account(nguyen: User) -> None:
    nguyen.is_active = False

    assert not tell(nguyen)
    assert not Notification.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_it_refuses_to_tell_outside_a_transaction(nguyen: User) -> None:
    with pytest.raises(OutsideTransaction):
        tell(nguyen)


@pytest.mark.django_db(transaction=True)
def test_what_is_rolled_back_was_never_told(nguyen: User) -> None:
    with transaction.atomic():
        tell(nguyen)
        transaction.set_rollback(True)

    assert not Notification.objects.exists()
    assert not OutgoingMessage.objects.exists()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{} {0} %(x)s {{ person.email }}", None),
        ("<script>alert(1)</script>", None),
        ("A\nB", "A B"),
    ],
)
def test_what_is_typed_is_taken_literally(nguyen: User, text: str, shown: str | None) -> None:
    tell(nguyen, subject_en=text, text_en=text)
    message = OutgoingMessage.objects.get()

    assert message.subject == Notification.objects.get().title_en == (shown or text)
    assert text in message.text
    assert "<script" not in message.html


@pytest.mark.parametrize(
    ("choice", "mails", "waits"),
    [(MailChoice.AT_ONCE, 1, False), (MailChoice.DAILY, 0, True), (MailChoice.NEVER, 0, False)],
)
def test_a_person_chooses_how_a_kind_comes(
    nguyen: User, choice: MailChoice, mails: int, waits: bool
) -> None:
    choose(nguyen, choice)
    tell(nguyen)

    assert OutgoingMessage.objects.count() == mails
    assert Notification.objects.get().waits_for_digest is waits


def test_a_kind_that_leaves_no_choice_cannot_be_turned_off(nguyen: User) -> None:
    with pytest.raises(ValueError, match="leaves no choice"):
        actions.choose(nguyen, registry.get("accounts.password_changed"), MailChoice.NEVER)


# --- the daily mail -----------------------------------------------------------------------------


def write_yesterday(person: User, event: str) -> Notification:
    tell(person, event=event, subject_en=f"News {event}", subject_zh_hans=f"消息{event}")
    notification = Notification.objects.get(recipient=person, event=event)
    Notification.objects.filter(pk=notification.pk).update(created_at=Now() - timedelta(days=1))
    return notification


def test_the_daily_mail_has_everything_and_comes_once(nguyen: User) -> None:
    choose(nguyen, MailChoice.DAILY)
    write_yesterday(nguyen, "one")
    write_yesterday(nguyen, "two")

    assert digests.send_due() == 1
    assert digests.send_due() == 0
    message = OutgoingMessage.objects.get()
    assert message.subject == "2 new notifications in the portal of the partnership"
    assert "News one" in message.text
    assert "http://testserver/en/notifications/" in message.text
    assert "/en/notifications/preferences/" in message.text


def test_no_news_make_no_mail(nguyen: User) -> None:
    choose(nguyen, MailChoice.DAILY)

    assert digests.send_due() == 0
    assert not OutgoingMessage.objects.exists()


def test_what_was_read_is_not_told_again(nguyen: User) -> None:
    choose(nguyen, MailChoice.DAILY)
    actions.mark_read(nguyen, write_yesterday(nguyen, "one"))

    assert digests.send_due() == 0


def test_news_of_today_wait_for_tomorrow(nguyen: User) -> None:
    choose(nguyen, MailChoice.DAILY)
    tell(nguyen)

    assert digests.send_due(digests.last_morning(timezone.now())) == 0
    assert digests.send_due(timezone.now() + timedelta(days=1)) == 1


def test_a_daily_mail_is_in_the_readers_language(nguyen: User, wang: User) -> None:
    for person in (nguyen, wang):
        choose(person, MailChoice.DAILY)
        write_yesterday(person, "one")
    digests.send_due()

    english, chinese = OutgoingMessage.objects.order_by("language")
    assert not HAN.search(english.subject + english.text)
    assert "消息one" in chinese.text
    assert "News" not in chinese.subject + chinese.text


def test_who_no_longer_wants_a_daily_mail_gets_none(nguyen: User) -> None:
    choose(nguyen, MailChoice.DAILY)
    write_yesterday(nguyen, "one")
    choose(nguyen, MailChoice.NEVER)

    assert digests.send_due() == 0


def test_a_long_daily_mail_is_cut(nguyen: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(digests, "SHOWN", 1)
    choose(nguyen, MailChoice.DAILY)
    write_yesterday(nguyen, "one")
    write_yesterday(nguyen, "two")
    digests.send_due()

    assert "And 1 more." in OutgoingMessage.objects.get().text


@pytest.mark.parametrize(
    ("now", "morning"),
    [
        ("2026-03-02T07:59:59+08:00", "2026-03-01T08:00:00+08:00"),
        ("2026-03-02T08:00:00+08:00", "2026-03-02T08:00:00+08:00"),
        ("2026-03-02T01:00:00+00:00", "2026-03-02T08:00:00+08:00"),
    ],
)
def test_mornings_are_those_of_beijing(now: str, morning: str) -> None:
    assert digests.last_morning(datetime.fromisoformat(now)) == datetime.fromisoformat(morning)


# --- all kinds ----------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [kind.key for kind in registry.kinds()])
@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_kind_can_be_written_in_both_languages_unmixed(
    db: None, kind: str, language: str
) -> None:
    person = User(email="a@example.org", name="A", language=language)
    written: Any = previews.write(registry.get(kind), person)
    plain = re.sub(r"https?://\S+|\S+@\S+", "", written.subject + written.text)

    assert written.subject
    assert bool(HAN.search(plain)) is (language == "zh-hans")
    if language == "zh-hans":
        assert re.findall(r"\b(?:the|you|your|was|link)\b", plain, re.IGNORECASE) == []


def test_what_the_database_refuses_is_not_taken_for_told(
    nguyen: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: Notification, **_options: Any) -> None:
        raise IntegrityError

    monkeypatch.setattr(Notification, "save", refuse)
    with pytest.raises(IntegrityError):
        tell(nguyen)
