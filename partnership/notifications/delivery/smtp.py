"""Django's SMTP backend with two things more: a message has a deadline, and it is known whether
its text was already on the way when the connection ended."""

import smtplib
import time
from typing import Any, Final

from django.core.mail.backends.smtp import EmailBackend

from partnership.notifications.delivery.outcomes import NoAnswer

DEADLINE: Final = 20.0  # seconds for one message, all steps together; a lease is longer


class DeadlineMixin:
    """Each step may take what is left of the message's time, and never more than the time-out."""

    deadline = float("inf")
    sock: Any
    timeout: float

    def mail(self, *args: Any, **kwargs: Any) -> Any:
        self.deadline = time.monotonic() + DEADLINE
        return super().mail(*args, **kwargs)  # type: ignore[misc]

    def send(self, s: Any) -> None:
        self._limit()
        super().send(s)  # type: ignore[misc]

    def getreply(self) -> Any:
        self._limit()
        return super().getreply()  # type: ignore[misc]

    def data(self, msg: Any) -> Any:
        try:
            answer = super().data(msg)  # type: ignore[misc]
        except (smtplib.SMTPServerDisconnected, OSError) as error:
            raise NoAnswer(str(error)) from error
        finally:
            self.deadline = float("inf")
        return answer

    def _limit(self) -> None:
        if self.sock is not None:
            left = self.deadline - time.monotonic()
            self.sock.settimeout(max(0.01, min(self.timeout, left)))


class Plain(DeadlineMixin, smtplib.SMTP):
    """Without encryption, or with STARTTLS."""


class Encrypted(DeadlineMixin, smtplib.SMTP_SSL):
    """Encrypted from the first byte."""


class Backend(EmailBackend):
    """What EMAIL_URL with `smtp`, `smtp+tls` or `smtp+ssl` means."""

    _partial_connection: smtplib.SMTP | None

    @property
    def connection_class(self) -> type[smtplib.SMTP]:
        return Encrypted if self.use_ssl else Plain

    def open(self) -> bool | None:
        try:
            return super().open()
        except OSError:  # and every SMTPException is one
            self.hang_up()
            raise

    def hang_up(self) -> None:
        """Close without a word: a server that no longer answers would be waited for."""
        for connection in filter(None, (self.connection, self._partial_connection)):
            connection.close()
        self.connection = self._partial_connection = None
