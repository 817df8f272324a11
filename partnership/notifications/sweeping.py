"""What is done time and again, with no queue: whatever the queue lost is found here."""

import logging
import threading
from collections.abc import Callable
from typing import Final

from django.db import InterfaceError, OperationalError, close_old_connections

from partnership.notifications import actions, digests
from partnership.notifications.delivery import sending
from partnership.notifications.models import GroupMessage

logger = logging.getLogger(__name__)

EVERY: Final = 10.0  # seconds


def sweep(stop: threading.Event = sending.NEVER) -> int:
    """Do once all that is due; return how many messages were tried."""
    for number in GroupMessage.objects.being_sent().values_list("pk", flat=True):
        while not stop.is_set() and actions.advance(number):
            pass
    digests.send_due()
    return sending.drain(stop=stop)


def sweep_until(stop: threading.Event, *, alive: Callable[[], None]) -> None:
    """Sweep until told to stop, calling `alive` each time. A database that is away is waited for."""
    while not stop.is_set():
        alive()
        try:
            sweep(stop)
        except (OperationalError, InterfaceError) as error:
            logger.warning("The database does not answer (%s); trying again.", error)
        close_old_connections()
        stop.wait(EVERY)
