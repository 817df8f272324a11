"""A subject that exists while a test runs, and two more reviewers."""

from collections.abc import Iterator

import pytest

from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.review import subjects
from tests.conftest import person
from tests.factories.review import Report


@pytest.fixture(autouse=True)
def report() -> Iterator[Report]:
    subject = Report()
    subjects.register(subject)
    yield subject
    subjects.unregister(subject.key)


@pytest.fixture
def tan(db: None) -> User:
    """Tan reviews cases, in English."""
    return person("Tan", "en", Role.REVIEWER)
