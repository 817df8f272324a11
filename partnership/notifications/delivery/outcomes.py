"""What can come of a try, and how it is read from the mail server's answers (RFC 5321, 3463)."""

import re
import smtplib
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from partnership.notifications.choices import Fault

ANSWER_LENGTH: Final = 500
CLOSING: Final = 421
SIGN_IN_CODES: Final = frozenset({454, 530, 534, 535, 538})
MAILBOX_FULL_CODES: Final = frozenset({452, 552})
NO_ADDRESS_CODES: Final = frozenset({550, 551, 553})
ENHANCED: Final = re.compile(r"\b[245]\.(\d{1,3})\.(\d{1,3})\b")


class Result(Enum):
    """What follows for the message."""

    SENT = auto()
    AGAIN = auto()  # this message later
    NEVER = auto()  # this message not at all
    POINTLESS = auto()  # not at all, and nobody has to mind
    UNCERTAIN = auto()  # again, although it may have arrived
    CHANNEL_DOWN = auto()  # no fault of the message: all wait, no try is spent


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result with its reason, and the server's own words."""

    result: Result
    fault: Fault | None = None
    answer: str = ""


SENT: Final = Outcome(Result.SENT)


class NoAnswer(Exception):
    """The text was on its way when the connection ended: nobody knows whether it arrived."""


def of_opening(error: Exception) -> Outcome:
    """Read an error met before any message was mentioned."""
    refused = isinstance(error, smtplib.SMTPAuthenticationError | smtplib.SMTPNotSupportedError)
    fault = Fault.SIGN_IN if refused or _code(error) in SIGN_IN_CODES else Fault.UNREACHABLE
    return Outcome(Result.CHANNEL_DOWN, fault, _words(error))


def of_sending(error: Exception) -> Outcome:
    """Read an error met while a message was handed over."""
    if isinstance(error, NoAnswer):
        return Outcome(Result.UNCERTAIN, Fault.NO_ANSWER, _words(error))
    if isinstance(error, smtplib.SMTPNotSupportedError):  # an address beyond ASCII
        return unfit(error)
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, answer = next(iter(error.recipients.values()))
        return of_answer(code, _decoded(answer))
    code = _code(error)
    return of_answer(code, _words(error)) if code else of_opening(error)


def unfit(error: Exception) -> Outcome:
    """Read an error met while the mail was built."""
    return Outcome(Result.NEVER, Fault.UNFIT, _words(error))


def of_answer(code: int, answer: str) -> Outcome:
    """Read a refusal by its code, then by its enhanced code."""
    words = f"{code} {answer.removeprefix(str(code)).strip()}"[:ANSWER_LENGTH]
    if code == CLOSING:
        return Outcome(Result.CHANNEL_DOWN, Fault.UNREACHABLE, words)
    if code in SIGN_IN_CODES:
        return Outcome(Result.CHANNEL_DOWN, Fault.SIGN_IN, words)
    if 400 <= code < 500:
        return Outcome(Result.AGAIN, _fault(code, answer, Fault.LATER), words)
    return Outcome(Result.NEVER, _fault(code, answer, Fault.REFUSED), words)


def _fault(code: int, answer: str, otherwise: Fault) -> Fault:
    found = ENHANCED.search(answer)
    subject, detail = (int(found[1]), int(found[2])) if found else (0, 0)
    if (subject, detail) == (2, 2) or (not found and code in MAILBOX_FULL_CODES):
        return Fault.MAILBOX_FULL
    if subject == 1 or (not found and code in NO_ADDRESS_CODES):
        return Fault.NO_SUCH_ADDRESS
    return otherwise


def _code(error: Exception) -> int:
    code = getattr(error, "smtp_code", 0)
    return code if isinstance(code, int) and code > 0 else 0


def _words(error: Exception) -> str:
    answer = getattr(error, "smtp_error", None)
    return (_decoded(answer) if answer else f"{type(error).__name__}: {error}")[:ANSWER_LENGTH]


def _decoded(answer: bytes | str) -> str:
    return answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer
