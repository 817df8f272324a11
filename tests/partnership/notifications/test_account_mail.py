"""Mails about accounts go through the outbox, and tell nobody who has an account."""

from typing import Any

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from partnership.accounts import mail
from partnership.accounts.actions import invite
from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.notifications import registry
from partnership.notifications.delivery import sending
from partnership.notifications.models import OutgoingMessage
from tests.mail_server import MailServer
from tests.partnership.accounts.test_mail import KINDS

UNKNOWN = "nobody@example.org"


@pytest.fixture
def anna(nguyen: User) -> User:
    nguyen.set_password("Blauer-Ozean-2026")
    nguyen.save()
    return nguyen


def test_every_mail_about_accounts_is_a_kind() -> None:
    declared = {kind.key for kind in registry.kinds()}

    assert {f"accounts.{kind}" for kind in KINDS} <= declared


def test_what_opens_an_account_is_secret() -> None:
    ours = {kind for kind in registry.kinds() if kind.key.startswith("accounts.")}
    secret = {kind.key for kind in ours if kind.is_secret}

    assert secret == {
        "accounts.invitation",
        "accounts.new_password",
        "accounts.email_confirmation",
    }


def test_an_invitation_arrives_in_the_language_of_the_invited(
    server: MailServer, lin: User
) -> None:
    invite("mai@example.org", "Mai", "en", [Role.MEMBER], by=lin)
    sending.drain()

    [arrived] = server.mails
    assert arrived["To"] == "mai@example.org"
    assert arrived["Content-Language"] == "en"
    assert "/en/accounts/password/reset/key/" in arrived.get_body(["plain"]).get_content()
    row = OutgoingMessage.objects.get()
    assert row.kind == "accounts.invitation"
    assert row.recipient == User.objects.get(email="mai@example.org")
    assert row.text == ""


def test_an_invitation_that_is_rolled_back_is_not_sent(
    server: MailServer, lin: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fall(*_args: object, **_options: object) -> None:
        raise LookupError

    monkeypatch.setattr("partnership.core.audit.record", fall)
    with pytest.raises(LookupError):
        invite("mai@example.org", "Mai", "en", [Role.MEMBER], by=lin)
    sending.drain()

    assert server.mails == []


def ask_for_password(client: Client, email: str) -> tuple[list[str], int]:
    """Return what was asked of the database, by first words, and the status."""
    with CaptureQueriesContext(connection) as captured:
        answer = client.post(reverse("account_reset_password"), {"email": email})
    words = [" ".join(query["sql"].split()[:3]) for query in captured]
    kept = [word for word in words if not word.startswith(("SAVEPOINT", "RELEASE", "ROLLBACK"))]
    return kept, answer.status_code


def test_asking_for_a_password_is_the_same_work_for_an_unknown_address(
    client: Client,
    anna: User,
    woken: list[list[int]],
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: Any,
) -> None:
    composed: list[str] = []
    compose = mail.compose

    def counted(kind: str, person: User, **context: object) -> mail.Mail:
        composed.append(kind)
        return compose(kind, person, **context)

    monkeypatch.setattr(mail, "compose", counted)
    client.get(reverse("account_reset_password"))
    with django_capture_on_commit_callbacks(execute=True):
        known = ask_for_password(client, anna.email)
        unknown = ask_for_password(client, UNKNOWN)

    assert any("INSERT INTO" in word for word in unknown[0])
    written = [
        [w for w in asked[0] if "INSERT" in w or "UPDATE" in w] for asked in (known, unknown)
    ]
    assert written[0] == written[1]
    assert known[1] == unknown[1] == 302
    assert composed == ["new_password"] * 2
    assert len(woken) == 2
    assert [row.to_address for row in OutgoingMessage.objects.all()] == [anna.email]


FORGED = ["evil.example.com", "testserver.evil.example.com"]


@pytest.mark.parametrize("host", FORGED)
@pytest.mark.parametrize(
    "header", ["HTTP_HOST", "HTTP_X_FORWARDED_HOST", "HTTP_X_HOST", "HTTP_FORWARDED"]
)
def test_a_forged_host_never_stands_in_a_mail(
    client: Client, anna: User, settings: LazySettings, host: str, header: str
) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    client.post(reverse("account_reset_password"), {"email": anna.email}, **{header: host})

    texts = "".join(OutgoingMessage.objects.values_list("text", flat=True))
    assert "evil" not in texts
    assert "http://testserver/en/accounts/" in texts
