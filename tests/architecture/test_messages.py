"""Mails leave by the outbox, and nobody else puts work into the queue."""

import ast
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, code_files

OUTBOX = ROOT / "partnership" / "notifications"
WAYS_OUT = {
    "send_mail",
    "send_mass_mail",
    "mail_admins",
    "mail_managers",
    "email_user",
    "EmailMessage",
    "EmailMultiAlternatives",
    "get_connection",
    "smtplib",
    "delay",
    "delay_on_commit",
    "apply_async",
    "apply_async_on_commit",
    "send_task",
}


def ways_out(source: str) -> set[str]:
    """Return the forbidden names that a module imports or calls."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import | ast.ImportFrom):
            found |= {alias.name for alias in node.names} & WAYS_OUT
        elif isinstance(node, ast.Attribute):
            found |= {node.attr} & WAYS_OUT
    return found


def outside() -> list[Path]:
    return [file for file in code_files() if not file.is_relative_to(OUTBOX)]


def test_nothing_but_the_outbox_sends_mail_or_queues_work() -> None:
    senders = {
        str(file.relative_to(ROOT)): names
        for file in outside()
        if (names := ways_out(file.read_text(encoding="utf-8")))
    }

    assert senders == {}, "Write a message with partnership.notifications; it leaves by itself."


@pytest.mark.parametrize(
    "source",
    [
        "from django.core.mail import send_mail",
        "from django.core import mail\nmail.EmailMessage()",
        "import smtplib",
        "deliver.delay(1)",
        "deliver.apply_async([1], countdown=5)",
        "person.email_user('a', 'b')",
    ],
)
def test_it_notices_every_way_out(source: str) -> None:
    assert ways_out(source)
