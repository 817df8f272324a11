"""Send what waits in the outbox, without the queue."""

import os
import signal
import threading
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from partnership.notifications import sweeping


class Command(BaseCommand):
    help = "Send the messages that are due, every ten seconds until stopped. Needs no queue."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="send what is due now and end")

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        if once:
            self.stdout.write(f"tried: {sweeping.sweep()}")
            return
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):  # the message in hand is finished
            signal.signal(number, lambda *_: stop.set())
        self.stdout.write("Looking for messages every ten seconds")
        self.stdout.flush()
        sweeping.sweep_until(stop, alive=_touch)


def _touch() -> None:
    """Touch the file that the container's health check looks at."""
    file = os.environ.get("LIVENESS_FILE")
    if file:
        Path(file).touch()
