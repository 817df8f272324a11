"""What is done to the portal from inside, for faults that nobody can hit from outside."""

import os
import signal
from datetime import timedelta
from pathlib import Path

from django.apps import AppConfig

DEATH_WARRANT = "DRILL_DEATH_WARRANT"  # the path of a file; the process that finds it there dies
HURRY = "DRILL_HURRY"  # a small drill does not wait for half a minute


class DrillConfig(AppConfig):
    """Lets a web process die between the commit and the waking of a worker."""

    name = "tests.faults.drill"
    label = "drill"

    def ready(self) -> None:
        from partnership.notifications import sweeping, wake
        from partnership.notifications.delivery import claiming

        if os.environ.get(HURRY):
            sweeping.EVERY = 1.0  # type: ignore[misc]
            claiming.LEASE = timedelta(seconds=6)  # type: ignore[misc]
        if os.environ.get(DEATH_WARRANT):
            wake.up = self._die_before(wake.up)

    @staticmethod
    def _die_before(up: object) -> object:
        warrant = Path(os.environ[DEATH_WARRANT])

        def wake_or_die(numbers: list[int]) -> None:
            if warrant.exists():
                warrant.unlink()
                os.kill(os.getpid(), signal.SIGKILL)
            up(numbers)  # type: ignore[operator]

        return wake_or_die
