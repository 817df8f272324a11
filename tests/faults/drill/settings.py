"""The portal as it runs, but for limits that fifty forms from one address would meet."""

from datetime import timedelta

from partnership.settings.test import *  # noqa: F403

INSTALLED_APPS += ["tests.faults.drill.apps.DrillConfig"]  # noqa: F405
DATABASES["default"]["CONN_MAX_AGE"] = None  # noqa: F405, as in production
PUBLIC_FORMS_PER_NETWORK = PUBLIC_FORMS_IN_ALL = 1_000_000
PROOF_OF_WORK_BITS = 1
for _entry in CELERY_BEAT_SCHEDULE.values():  # noqa: F405, beat runs in one fault only
    _entry["schedule"] = timedelta(seconds=2)
