"""Mails are written down faster than by the standard library, and not otherwise."""

from email.policy import compat32

import pytest
from django.core.mail import BadHeaderError

from partnership.notifications.delivery.post import mail_of
from partnership.notifications.models import OutgoingMessage

SUBJECTS = {
    "short": "Your password was changed",
    "just fits": "x" * 67,
    "just does not fit": "x " * 34,
    "long": "A very long subject about beaches, " * 8,
    "Chinese": "对您来信的答复",
    "long and Chinese": "关于沿海城市海洋垃圾监测能力建设培训报名的答复" * 5,
    "a tab": "before\tafter",
}


def message(**values: str) -> OutgoingMessage:
    given = {
        "subject": "Answer",
        "text": "感谢来信。\n.\nFrom the secretariat\n",
        "html": "<p>感谢来信。</p>",
        "language": "zh-hans",
        "message_id": "<1@example.org>",
        "to_address": "anna@example.org",
    }
    return OutgoingMessage(**given | values)


@pytest.mark.parametrize("subject", SUBJECTS.values(), ids=SUBJECTS.keys())
def test_it_writes_what_the_standard_library_writes(subject: str) -> None:
    built = mail_of(message(subject=subject)).message()
    written = built.as_bytes(linesep="\r\n")
    built.policy = compat32

    assert written == built.as_bytes(linesep="\r\n")


def test_no_line_between_parts_is_used_twice() -> None:
    first, second = (mail_of(message()).message().get_boundary() for _n in range(2))

    assert first != second


def test_it_still_refuses_a_header_of_two_lines() -> None:
    with pytest.raises(BadHeaderError):
        mail_of(message(subject="One\nBcc: all@example.org")).message()
