"""The Celery application: wakes work up; what has to be done stands in database rows."""

import os
from pathlib import Path

from celery import Celery, signals

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "partnership.settings.base")

app = Celery("partnership")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@signals.heartbeat_sent.connect
@signals.after_task_publish.connect
def note_that_the_process_lives(**_details: object) -> None:
    """Touch the file that the container's health check looks at: a worker's beat of the heart,
    a task sent by beat. Asking workers by message would kill those that are merely busy."""
    file = os.environ.get("LIVENESS_FILE")
    if file:
        Path(file).touch()
