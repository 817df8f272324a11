"""One connection to the mail server, kept while messages leave."""

import logging
import re
from contextlib import suppress
from types import TracebackType
from typing import Any, Final, Self

from django.core.mail import get_connection

from partnership.core import languages
from partnership.notifications.delivery import outcomes
from partnership.notifications.delivery.mails import Mail
from partnership.notifications.delivery.outcomes import NoAnswer, Outcome, Result
from partnership.notifications.models import OutgoingMessage

logger = logging.getLogger(__name__)

METHOD: Final = re.compile(r"^METHOD:([A-Z]+)", re.MULTILINE)  # what calendars do with an entry


class Post:
    """Opens when asked, sends, and closes after a failure or at the end of the block."""

    def __init__(self) -> None:
        self.connection: Any = None
        self.sent = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def open(self) -> Outcome | None:
        """Connect unless connected; return what went wrong, if anything did."""
        if self.connection is not None:
            return None
        connection = get_connection()
        try:
            connection.open()
        except OSError as error:
            return outcomes.of_opening(error)
        self.connection = connection
        return None

    def send(self, message: OutgoingMessage) -> Outcome:
        """Hand one message over and say what came of it."""
        try:
            if not self.connection.send_messages([mail_of(message)]):
                return outcomes.unfit(ValueError("no recipient"))
        except (OSError, NoAnswer) as error:  # every SMTPException is an OSError
            outcome = outcomes.of_sending(error)
            if outcome.result in (Result.UNCERTAIN, Result.CHANNEL_DOWN):
                self._hang_up()
            return outcome
        except Exception as error:  # noqa: BLE001 -- whatever a text raises, the others go on
            logger.error("Message %s makes no mail: %s", message.pk, type(error).__name__)  # noqa: TRY400
            return outcomes.unfit(error)
        self.sent += 1
        return outcomes.SENT

    def close(self) -> None:
        connection, self.connection = self.connection, None
        if connection is not None:
            with suppress(OSError):
                connection.close()

    def _hang_up(self) -> None:
        connection, self.connection = self.connection, None
        with suppress(OSError):
            getattr(connection, "hang_up", connection.close)()


def mail_of(message: OutgoingMessage) -> Mail:
    """Build the mail. Its Message-ID is the row's, so a second arrival is seen to be the same."""
    headers = {
        "Message-ID": message.message_id,
        "Content-Language": languages.tag(message.language),
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
    }
    if message.request_id:
        headers["X-Request-ID"] = message.request_id
    mail = Mail(message.subject, message.text, to=[message.to_address], headers=headers)
    mail.attach_alternative(message.html, "text/html")
    if message.calendar:
        found = METHOD.search(message.calendar)
        method = found[1] if found else "PUBLISH"
        mail.attach_alternative(message.calendar, f"text/calendar; method={method}")
    return mail
