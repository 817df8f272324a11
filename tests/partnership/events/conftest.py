"""Events whose secretariat is Lin."""

import pytest

from partnership.accounts.models import User
from partnership.events.models import Event
from tests.factories.events import EventFactory
from tests.factories.network import PersonFactory


@pytest.fixture
def event(db: None) -> Event:
    """An announced dialogue with two seats and a line of five."""
    return EventFactory(published=True, capacity=2, waitlist_capacity=5)


@pytest.fixture
def mei(db: None) -> User:
    """Mei registers."""
    return PersonFactory(email="mei@example.org", name="Mei")
