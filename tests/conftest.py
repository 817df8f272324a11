"""The cast every test may assume, and nothing surprising."""

import gc
import uuid
from collections.abc import Iterator
from io import StringIO
from typing import Any
from unittest.mock import patch

import pytest
from django.conf import LazySettings
from django.core.management import call_command
from django.db import connection
from django.test import TransactionTestCase
from django.utils.translation import override
from hypothesis import settings as hypothesis_settings
from pytest_django import DjangoDbBlocker

from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.documents import inspection
from tests import databases, emptying, examined, memory
from tests.lanes import LaneScheduling
from tests.shared_rows import SharedRows

# How long an example takes says how busy the machine is, not whether the code is right.
hypothesis_settings.register_profile("steady", deadline=None)
hypothesis_settings.load_profile("steady")


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LaneScheduling:
    return LaneScheduling(config, log)


def pytest_collection_finish() -> None:
    """What was imported stays: the search for garbage need not go through it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Every worker copies a database that has been migrated."""
    connection.settings_dict["TEST"]["TEMPLATE"] = databases.original()


def person(name: str, language: str, *roles: str) -> User:
    email = f"{name.lower().replace(' ', '.')}@example.org"
    return User.objects.create_user(email, None, name=name, language=language, roles=list(roles))


@pytest.fixture(scope="session", autouse=True)
def _examine_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    once = examined.Once(tmp_path_factory.mktemp("examined"))
    with patch.object(inspection, "_apart", once):
        yield


@pytest.fixture(scope="session", autouse=True)
def _empty_quickly() -> Iterator[None]:
    with patch.object(TransactionTestCase, "_fixture_teardown", emptying.after):
        yield


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    """Every test begins in Chinese, whatever language the page of an earlier one was in."""
    with override("zh-hans"):
        yield


@pytest.fixture(autouse=True)
def _empty_cache() -> Iterator[None]:
    """Every test begins with nothing remembered."""
    with memory.emptied():
        yield


@pytest.fixture(autouse=True)
def _own_media(
    request: pytest.FixtureRequest,
    settings: LazySettings,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Every test has a folder of its own for files that people send, made when the first one comes;
    the tests of rows that a file shares find theirs in one folder."""
    if "shared_rows" in request.fixturenames:
        settings.MEDIA_DIR = request.getfixturevalue("shared_rows").media
    else:
        settings.MEDIA_DIR = tmp_path_factory.getbasetemp() / "media" / uuid.uuid4().hex


@pytest.fixture(scope="module")
def shared_rows(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[SharedRows]:
    """Makes rows that all tests of a file begin with."""
    rows = SharedRows(
        django_db_blocker, tmp_path_factory.getbasetemp() / "media" / uuid.uuid4().hex
    )
    rows.open()
    yield rows
    rows.close()


@pytest.fixture(scope="module")
def reference_data(shared_rows: SharedRows) -> None:
    """Places, themes and all else the portal comes with, for all tests of the file."""
    with shared_rows:
        call_command("load_reference", verbosity=0, stdout=StringIO())


@pytest.fixture
def lin(db: None) -> User:
    """Lin works in the secretariat, in Chinese."""
    return person("Lin", "zh-hans", Role.SECRETARIAT)


@pytest.fixture
def zhao(db: None) -> User:
    """Zhao decides what is published."""
    return person("Zhao", "zh-hans", Role.SECRETARIAT, Role.PUBLISHER)


@pytest.fixture
def chen(db: None) -> User:
    """Chen reviews cases."""
    return person("Chen", "zh-hans", Role.REVIEWER)


@pytest.fixture
def guo(db: None) -> User:
    """Guo reads the audit trail and edits nothing."""
    return person("Guo", "zh-hans", Role.AUDIT_ADMINISTRATOR)


@pytest.fixture
def wang(db: None) -> User:
    """Wang is an official of Xiamen."""
    return person("Wang", "zh-hans", Role.MEMBER)


@pytest.fixture
def nguyen(db: None) -> User:
    """Nguyen is an official of Da Nang, and works in English."""
    return person("Nguyen", "en", Role.MEMBER)
