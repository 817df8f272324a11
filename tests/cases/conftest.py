"""Who works on cases in the admin."""

import pytest
from django.test import Client

from partnership.accounts.models import User


@pytest.fixture
def editor(client: Client, lin: User) -> Client:
    client.force_login(lin)
    return client


@pytest.fixture
def publisher(client: Client, zhao: User) -> Client:
    client.force_login(zhao)
    return client
