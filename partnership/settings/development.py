"""What differs on a developer's or newcomer's machine: plain HTTP on loopback, demo content."""

import os

from embedded import environment

os.environ.setdefault("SECRET_KEY", "known-to-everyone-and-only-for-this-machine-0123456789abcdef")
os.environ.setdefault("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]")
os.environ.setdefault("SITE_URL", environment.address())
os.environ.setdefault("SECURE_SSL_REDIRECT", "false")
os.environ.setdefault("REQUIRE_STAFF_MFA", "false")

from partnership.settings.base import *  # noqa: F403

DEMO = True
MAILBOX_DIR = DATA_DIR / "mailbox"  # noqa: F405
if not env.str("EMAIL_URL", default=""):  # noqa: F405
    EMAIL_BACKEND = "partnership.notifications.mailbox.backend.MailboxBackend"
SECURE_HSTS_SECONDS = 0
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_SECURE = False
LANGUAGE_COOKIE_SECURE = False
