"""The subject made for tests, beside the case."""

from tests.partnership.review.conftest import report  # noqa: F401
