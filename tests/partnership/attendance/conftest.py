"""An event of today; Sun is its steward, Mei comes."""

import pytest

from partnership.accounts.models import User
from partnership.attendance.models import Plan
from partnership.events.models import Event, Registration
from tests.factories.attendance import PlanFactory, StewardFactory
from tests.factories.events import RegistrationFactory
from tests.factories.network import PersonFactory


@pytest.fixture
def plan(db: None) -> Plan:
    made: Plan = PlanFactory(event__capacity=10, event__max_group_size=6)
    return made


@pytest.fixture
def event(plan: Plan) -> Event:
    return plan.event


@pytest.fixture
def sun(plan: Plan) -> User:
    """Sun stands at the door."""
    person: User = PersonFactory(name="Sun", email="sun@example.org")
    StewardFactory(plan=plan, person=person)
    return person


@pytest.fixture
def mei(event: Event) -> Registration:
    """Mei has a seat."""
    person = PersonFactory(name="Mei", email="mei@example.org", language="en")
    made: Registration = RegistrationFactory(event=event, person=person)
    return made
