"""Mails about accounts, in the reader's language.

Where a mail goes is decided by ACCOUNT_MAILER: the app that keeps outgoing mail lies above this
one.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from partnership.accounts.models import User
from partnership.core import mail_texts


@dataclass(frozen=True, slots=True)
class Mail:
    """A finished mail. `kind` names its templates in templates/accounts/email/.

    `is_rehearsal`: all is done as for others, and nothing is kept or sent. Nobody can tell by the
    time a page takes whether there is an account.
    """

    kind: str
    to: str
    language: str
    subject: str
    text: str
    html: str
    person_id: int | None = None
    is_rehearsal: bool = False


Mailer = Callable[[Mail], None]


def compose(kind: str, person: User, **context: object) -> Mail:
    """Write the mail `kind` to `person`."""
    written = mail_texts.write(
        f"accounts/email/{kind}", person.language, {"person": person, **context}
    )
    return Mail(
        kind, person.email, person.language, written.subject, written.text, written.html, person.pk
    )


def send(kind: str, person: User, **context: object) -> None:
    """Write the mail and hand it over, inside the transaction of what it tells about."""
    _hand_over(compose(kind, person, **context))


def rehearse(kind: str, nobody: User, **context: object) -> None:
    """Do the work of `send` for an address without an account."""
    _hand_over(replace(compose(kind, nobody, **context), person_id=None, is_rehearsal=True))


def _hand_over(mail: Mail) -> None:
    mailer: Mailer = import_string(settings.ACCOUNT_MAILER)
    with transaction.atomic():
        mailer(mail)
