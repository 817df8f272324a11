"""What the portal writes to its standard error: one line for an event, with the request's number.

Containers and `make run` keep that stream. Imported by `base`.
"""

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"request id": {"()": "partnership.core.log_records.RequestNumber"}},
    "formatters": {
        "line": {"format": "%(asctime)s %(levelname)s %(name)s [%(request_number)s] %(message)s"},
    },
    "handlers": {
        "stream": {
            "class": "logging.StreamHandler",
            "filters": ["request id"],
            "formatter": "line",
        },
    },
    "root": {"handlers": ["stream"], "level": "WARNING"},
    # Django's own handlers would mail errors to nobody and write nothing outside of development.
    "loggers": {
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        "django.request": {"level": "ERROR"},  # not every address somebody tries and does not find
    },
}
