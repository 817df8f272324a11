"""The subject made for tests, beside the case; a draft that files are sent with."""

import pytest

from partnership.accounts.models import User
from partnership.review.models import Submission
from tests.factories.submissions import case_draft
from tests.partnership.review.conftest import report  # noqa: F401


@pytest.fixture
def draft(nguyen: User) -> Submission:
    return case_draft(nguyen)
