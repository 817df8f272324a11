"""Mails about accounts, in the reader's language.

What is sent is text; the HTML part shows the same text, so that the two never differ. How a mail
leaves is decided by ACCOUNT_MAILER: the app that keeps outgoing mail lies above this one.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.module_loading import import_string

from partnership.accounts.models import User
from partnership.core import languages

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Mail:
    """A finished mail. `kind` names its templates in templates/accounts/email/."""

    kind: str
    to: str
    language: str
    subject: str
    text: str
    html: str


Mailer = Callable[[Mail], None]


def compose(kind: str, person: User, **context: object) -> Mail:
    """Write the mail `kind` to `person`."""
    with translation.override(person.language):
        values = {
            "person": person,
            "site_url": settings.SITE_URL,
            "contact_email": settings.CONTACT_EMAIL,
            **context,
        }
        subject = render_to_string(f"accounts/email/{kind}.subject.txt", values).strip()
        text = render_to_string(f"accounts/email/{kind}.txt", values).strip()
        page = {"subject": subject, "text": text, "language_tag": languages.tag(person.language)}
        html = render_to_string("accounts/email/page.html", page)
    return Mail(kind, person.email, person.language, subject, f"{text}\n", html)


def send(kind: str, person: User, **context: object) -> None:
    """Write the mail and hand it over, inside the transaction of what it tells about."""
    mailer: Mailer = import_string(settings.ACCOUNT_MAILER)
    with transaction.atomic():
        mailer(compose(kind, person, **context))


def send_now(mail: Mail) -> None:
    """Give the mail to the mail server once the transaction is committed.

    A server that fails is logged and not told to the visitor: whether a mail left would say
    whether there is an account.
    """
    transaction.on_commit(lambda: _deliver(mail))


def _deliver(mail: Mail) -> None:
    message = EmailMultiAlternatives(mail.subject, mail.text, to=[mail.to])
    message.attach_alternative(mail.html, "text/html")
    message.extra_headers["Content-Language"] = languages.tag(mail.language)
    try:
        message.send()
    except (SMTPException, OSError):
        logger.exception("A mail of the kind %s could not be sent.", mail.kind)
