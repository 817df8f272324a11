"""Delivers into the local mailbox."""

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from partnership.notifications.mailbox import store


class MailboxBackend(BaseEmailBackend):
    """What development settings name as EMAIL_BACKEND while EMAIL_URL is not set."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for message in email_messages:
            store.keep(message.message().as_bytes())
        return len(email_messages)
