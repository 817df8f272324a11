"""Stop every message that has not left: for a database restored from a backup."""

from typing import Any

from django.core.management.base import BaseCommand

from partnership.notifications import actions


class Command(BaseCommand):
    help = "Stop every message that waits. Each can be sent again in the admin."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"stopped: {actions.stop_all()}")
