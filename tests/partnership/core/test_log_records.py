"""What reaches the log when something goes wrong."""

import logging

from partnership.core.request_number import request_id


def test_a_fault_is_written_with_the_number_of_its_request() -> None:
    (handler,) = [each for each in logging.getLogger().handlers if each.name == "stream"]
    line = logging.getLogger("django.request").makeRecord(
        "django.request", logging.ERROR, __file__, 1, "Internal Server Error: %s", ("/en/",), None
    )
    token = request_id.set("abc123")
    try:
        handler.filter(line)
    finally:
        request_id.reset(token)

    assert handler.format(line).endswith(
        "ERROR django.request [abc123] Internal Server Error: /en/"
    )


def test_django_leaves_its_faults_to_that_stream() -> None:
    faults = logging.getLogger("django.request")

    assert faults.isEnabledFor(logging.ERROR)
    assert not faults.isEnabledFor(logging.WARNING)
    assert faults.propagate
    assert logging.getLogger("django").propagate
    assert not logging.getLogger("django").handlers
