"""The local mailbox of development."""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from partnership.notifications.delivery import sending
from partnership.notifications.mailbox import store
from tests.architecture.test_settings import NEEDED
from tests.partnership.notifications.conftest import Write

HTML = (
    "<html><head></head><body><p style='color:red'>Text</p><script>alert(1)</script></body></html>"
)


@pytest.fixture
def mailbox(db: None, settings: LazySettings, tmp_path: Path) -> Path:
    settings.EMAIL_BACKEND = "partnership.notifications.mailbox.backend.MailboxBackend"
    settings.MAILBOX_DIR = tmp_path / "mailbox"
    return settings.MAILBOX_DIR


def path(name: str, language: str, **kwargs: str) -> str:
    with translation.override(language):
        return reverse(f"mailbox:{name}", kwargs=kwargs)


def test_an_empty_mailbox_says_how_to_get_a_mail(client: Client, mailbox: Path) -> None:
    assert "No mails yet" in client.get(path("list", "en")).content.decode()


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_a_mail_that_left_is_found_on_the_page(
    client: Client, mailbox: Path, write: Write, language: str
) -> None:
    write(subject="您的密码已更改", html=HTML)
    sending.drain()
    [mail] = store.mails()

    listed = client.get(path("list", language)).content.decode()
    assert "您的密码已更改" in listed
    page = client.get(path("mail", language, key=mail.key))
    assert "anna@example.org" in page.content.decode()
    assert path("html", language, key=mail.key) in page.content.decode()
    assert "frame-src 'self'" in page.headers["Content-Security-Policy"]


def test_the_html_is_shown_in_a_frame_that_runs_nothing(
    client: Client, mailbox: Path, write: Write
) -> None:
    write(html=HTML)
    sending.drain()
    [mail] = store.mails()
    answer = client.get(path("html", "en", key=mail.key))

    policy = answer.headers["Content-Security-Policy"]
    assert "sandbox" in policy
    assert "allow-scripts" not in policy
    assert "default-src 'none'" in policy
    assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"
    frame = client.get(path("mail", "en", key=mail.key)).content.decode().partition("<iframe")[2]
    assert 'sandbox="allow-popups"' in frame.partition(">")[0]


@pytest.mark.parametrize("key", ["made-up", "etc-passwd"])
def test_what_is_not_there_is_not_shown(client: Client, mailbox: Path, key: str) -> None:
    assert client.get(path("mail", "en", key=key)).status_code == 404
    assert client.get(path("html", "en", key=key)).status_code == 404


def test_a_mail_says_when_it_was_written(mailbox: Path, write: Write) -> None:
    write()
    sending.drain()
    [mail] = store.mails()

    assert abs(timezone.now() - mail.moment) < timedelta(minutes=1)


def test_the_oldest_go(mailbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "KEPT", 3)
    keys = [store.keep(b"Subject: x\n\ntext") for _n in range(5)]

    assert [mail.key for mail in store.mails()] == sorted(keys, reverse=True)[:3]


def test_pages_of_development_lead_to_it(client: Client, mailbox: Path, db: None) -> None:
    assert path("list", "en") in client.get("/en/").content.decode()


def test_without_a_folder_nothing_is_kept(settings: LazySettings) -> None:
    settings.MAILBOX_DIR = None
    with pytest.raises(ImproperlyConfigured):
        store.keep(b"x")


def test_production_has_no_mailbox() -> None:
    code = (
        "import django; django.setup()\n"
        "from django.conf import settings\n"
        "from django.urls import NoReverseMatch, reverse\n"
        "assert settings.MAILBOX_DIR is None\n"
        "assert 'mailbox' not in settings.EMAIL_BACKEND\n"
        "try: reverse('mailbox:list')\n"
        "except NoReverseMatch: print('none')\n"
    )
    environment = {"DJANGO_SETTINGS_MODULE": "partnership.settings.base", **NEEDED}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )

    assert done.stdout.strip() == "none", done.stderr
