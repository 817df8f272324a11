"""How errors are read; what a real server says is tried in test_delivery."""

import smtplib
import socket
import ssl

import pytest

from partnership.notifications.choices import TRANSITIONS, UNFINISHED, Fault, State
from partnership.notifications.delivery import outcomes
from partnership.notifications.delivery.outcomes import NoAnswer, Outcome, Result

DOWN = Result.CHANNEL_DOWN
RECIPIENT = "anna@example.org"

ERRORS = [
    (socket.gaierror(-2, "Name or service not known"), DOWN, Fault.UNREACHABLE),
    (TimeoutError("timed out"), DOWN, Fault.UNREACHABLE),
    (ConnectionRefusedError(), DOWN, Fault.UNREACHABLE),
    (ssl.SSLError("certificate"), DOWN, Fault.UNREACHABLE),
    (smtplib.SMTPServerDisconnected("gone"), DOWN, Fault.UNREACHABLE),
    (smtplib.SMTPConnectError(554, b"no service"), Result.NEVER, Fault.REFUSED),
    (smtplib.SMTPSenderRefused(421, b"closing", RECIPIENT), DOWN, Fault.UNREACHABLE),
    (smtplib.SMTPSenderRefused(530, b"sign in first", RECIPIENT), DOWN, Fault.SIGN_IN),
    (smtplib.SMTPSenderRefused(451, b"later", RECIPIENT), Result.AGAIN, Fault.LATER),
    (smtplib.SMTPSenderRefused(552, b"5.3.4 too big", RECIPIENT), Result.NEVER, Fault.REFUSED),
    (smtplib.SMTPDataError(452, b"disk"), Result.AGAIN, Fault.MAILBOX_FULL),
    (smtplib.SMTPDataError(554, b"5.7.1 spam"), Result.NEVER, Fault.REFUSED),
    (
        smtplib.SMTPRecipientsRefused({RECIPIENT: (550, b"no such user")}),
        Result.NEVER,
        Fault.NO_SUCH_ADDRESS,
    ),
    (smtplib.SMTPNotSupportedError("SMTPUTF8"), Result.NEVER, Fault.UNFIT),
    (NoAnswer("timed out"), Result.UNCERTAIN, Fault.NO_ANSWER),
]


@pytest.mark.parametrize(("error", "result", "fault"), ERRORS, ids=[repr(row[0]) for row in ERRORS])
def test_it_reads_an_error_met_while_sending(
    error: Exception, result: Result, fault: Fault
) -> None:
    outcome = outcomes.of_sending(error)

    assert (outcome.result, outcome.fault) == (result, fault)


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (smtplib.SMTPConnectError(554, b"no service"), Fault.UNREACHABLE),
        (smtplib.SMTPAuthenticationError(535, b"wrong"), Fault.SIGN_IN),
        (smtplib.SMTPHeloError(501, b"who?"), Fault.UNREACHABLE),
        (OSError("no route"), Fault.UNREACHABLE),
    ],
)
def test_before_a_message_is_mentioned_the_channel_is_at_fault(
    error: Exception, fault: Fault
) -> None:
    outcome = outcomes.of_opening(error)

    assert (outcome.result, outcome.fault) == (Result.CHANNEL_DOWN, fault)


def test_the_servers_words_are_kept_short_and_readable() -> None:
    outcome = outcomes.of_sending(smtplib.SMTPDataError(554, "5.7.1 退信 ".encode() * 100))

    assert outcome.answer.startswith("554 5.7.1 退信")
    assert len(outcome.answer) <= outcomes.ANSWER_LENGTH


def test_every_fault_is_said_in_plain_words() -> None:
    assert all(str(fault.label).endswith("。") for fault in Fault)


def test_every_state_says_what_may_follow() -> None:
    assert set(TRANSITIONS) == set(State)
    assert set(UNFINISHED) == {state for state in State if State.CLAIMED in TRANSITIONS[state]} | {
        State.CLAIMED
    } - {State.FAILED}
    assert TRANSITIONS[State.SENT] == frozenset()
    assert isinstance(outcomes.SENT, Outcome)
