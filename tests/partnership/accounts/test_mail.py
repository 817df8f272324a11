"""Mails about accounts."""

import re
from datetime import UTC, datetime

import pytest

from partnership.accounts import mail
from partnership.accounts.models import User

MOMENT = datetime(2026, 3, 1, 12, tzinfo=UTC)
CONTEXT = {
    "link": "http://testserver/en/x/",
    "activate_url": "http://testserver/en/y/",
    "timestamp": MOMENT,
    "ip": "203.0.113.5",
}
KINDS = [
    "invitation",
    "new_password",
    "email_confirmation",
    "password_changed",
    "password_reset",
    "address_changed",
    "totp_activated",
    "totp_deactivated",
    "recovery_codes_generated",
]
HAN = re.compile(r"[\u4e00-\u9fff]")
ENGLISH_WORDS = re.compile(r"\b(the|you|your|was|account|password|link)\b", re.IGNORECASE)


def everything(kind: str, person: User) -> str:
    written = mail.compose(kind, person, **CONTEXT)
    return written.subject + written.text + body_of(written)


def body_of(written: mail.Mail) -> str:
    return written.html.partition("<body")[2].partition(">")[2]


@pytest.mark.parametrize("kind", KINDS)
def test_an_english_mail_has_no_chinese_in_it(kind: str) -> None:
    person = User(email="a@example.org", name="Anna", language="en")

    assert not HAN.search(everything(kind, person))


@pytest.mark.parametrize("kind", KINDS)
def test_a_chinese_mail_has_no_english_in_it(kind: str) -> None:
    person = User(email="m@example.org", name="明", language="zh-hans")
    text = re.sub(r"https?://\S+|\S+@\S+|<[^>]+>", "", everything(kind, person))

    assert HAN.search(text)
    assert ENGLISH_WORDS.findall(text) == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_mail_has_subject_text_and_html_that_say_the_same(kind: str) -> None:
    written = mail.compose(kind, User(email="a@example.org", language="en"), **CONTEXT)

    words = re.sub(r"<[^>]+>", " ", body_of(written))
    assert words.split() == written.text.replace("'", "&#x27;").split()
    assert "\n" not in written.subject


def test_a_name_cannot_add_markup_to_a_mail() -> None:
    person = User(email="a@example.org", name="<b>Bold</b>", language="en")
    written = mail.compose("invitation", person, **CONTEXT)

    assert "<b>" in written.text
    assert "<b>" not in written.html
