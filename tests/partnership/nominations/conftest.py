"""A city with two seats and one reserve place, its focal point, and the desk."""

import pytest

from partnership.accounts.models import User
from partnership.nominations.models import NominationQuota
from tests.factories.nominations import QuotaFactory, focal_point


@pytest.fixture
def quota(db: None) -> NominationQuota:
    """Two seats of a city at an announced event."""
    return QuotaFactory()


@pytest.fixture
def wu(quota: NominationQuota) -> User:
    """Wu hands in for the city, in Chinese."""
    return focal_point(quota.organisation, name="Wu", language="zh-hans")
