"""Background work: how Celery treats tasks, and what it does by the clock.

Imported by `base`. Made to survive the death of a worker and the loss of the queue: what has to
be done stands in database rows, the queue only wakes.
"""

from datetime import timedelta

from celery.schedules import crontab

CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_TIME_LIMIT = 600
CELERY_TASK_SOFT_TIME_LIMIT = 540
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 1200,  # twice the longest task
    "socket_connect_timeout": 2,
    "socket_timeout": 10,  # a worker's blocking read lasts a second
}
CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT = 20
CELERY_BEAT_SCHEDULE = {
    "show that beat and worker live": {
        "task": "partnership.core.tasks.heartbeat",
        "schedule": timedelta(minutes=1),
    },
    "keep the audit trail's months": {
        "task": "partnership.core.tasks.keep_audit_months",
        "schedule": crontab(hour=3, minute=10),
    },
    "check files that wait": {
        "task": "partnership.documents.tasks.check_waiting_files",
        "schedule": timedelta(minutes=1),
    },
    "delete bytes that no row names": {
        "task": "partnership.documents.tasks.tidy_up",
        "schedule": crontab(hour=3, minute=40),
    },
    "remind of due dates": {
        "task": "partnership.review.tasks.remind_of_due_dates",
        "schedule": crontab(hour=8, minute=5),
    },
    "ask cities for their reports": {
        "task": "partnership.reports.tasks.look_after_reports",
        "schedule": crontab(hour=8, minute=20),
    },
    "pass on seats whose offer is over": {
        "task": "partnership.events.tasks.settle_offers",
        "schedule": timedelta(minutes=5),
    },
    "end registrations nobody confirms": {
        "task": "partnership.events.tasks.end_unverified",
        "schedule": timedelta(hours=1),
    },
    "send the reminders that are due": {
        "task": "partnership.events.tasks.send_reminders",
        "schedule": timedelta(minutes=5),
    },
    "tell the people of events": {
        "task": "partnership.events.tasks.tell_people",
        "schedule": timedelta(minutes=1),
    },
    "make files about the people of events": {
        "task": "partnership.attendance.tasks.make_export",
        "schedule": timedelta(minutes=1),
    },
    "give the certificates that were asked for": {
        "task": "partnership.attendance.tasks.issue_certificates",
        "schedule": timedelta(minutes=1),
    },
    "invite people to evaluations": {
        "task": "partnership.attendance.tasks.invite_to_evaluate",
        "schedule": timedelta(minutes=1),
    },
    "tell organisations what people have answered": {
        "task": "partnership.nominations.tasks.tell_answers",
        "schedule": timedelta(minutes=5),
    },
    "remind of nominations that are due soon": {
        "task": "partnership.nominations.tasks.remind",
        "schedule": crontab(hour=8, minute=25),
    },
    "ask for reports on commitments": {
        "task": "partnership.network.tasks.ask_for_due_reports",
        "schedule": crontab(hour=8, minute=15),
    },
    "bring in step what the search was not told of": {
        "task": "partnership.search.tasks.sweep_changed_rows",
        "schedule": timedelta(minutes=1),
    },
    "make the counts of lists before somebody asks": {
        "task": "partnership.search.tasks.make_counts_ready",
        "schedule": timedelta(minutes=1),
    },
    "compare the search with everything": {
        "task": "partnership.search.tasks.check_the_index",
        "schedule": crontab(hour=2, minute=40),
    },
    "compare translations with their sources": {
        "task": "partnership.translations.tasks.check_translations",
        "schedule": crontab(hour=2, minute=55),
    },
    "look through translations when the glossary has changed": {
        "task": "partnership.translations.tasks.count_warnings",
        "schedule": timedelta(minutes=5),
    },
    "take workbooks of surveys in": {
        "task": "monitoring.tasks.read_uploads",
        "schedule": timedelta(minutes=1),
    },
    "compute results whose data have changed": {
        "task": "monitoring.tasks.renew_results",
        "schedule": timedelta(minutes=1),
    },
    "make large files of open data": {
        "task": "monitoring.tasks.prepare_files",
        "schedule": timedelta(minutes=1),
    },
    "make monitoring reports that were asked for": {
        "task": "monitoring.tasks.make_reports",
        "schedule": timedelta(minutes=1),
    },
    "delete personal data whose time is over": {
        "task": "partnership.core.tasks.apply_retention",
        "schedule": crontab(hour=3, minute=20),
    },
}
