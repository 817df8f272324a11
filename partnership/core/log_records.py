"""Lines of the log name the request they belong to."""

import logging

from partnership.core.request_number import request_id


class RequestNumber(logging.Filter):
    """Gives every record the number that the visitor got as `X-Request-ID`."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.request_number = request_id.get() or "-"
        return True
