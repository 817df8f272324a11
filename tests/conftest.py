"""The cast every test may assume, and nothing surprising."""

import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.cache import caches
from django.db import connection
from django.utils.translation import override
from hypothesis import settings as hypothesis_settings

from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.core.templatetags import constant
from partnership.reference import names
from partnership.search.asking import weighing
from partnership.search.glossary import book
from tests import databases
from tests.lanes import LaneScheduling

# How long an example takes says how busy the machine is, not whether the code is right.
hypothesis_settings.register_profile("steady", deadline=None)
hypothesis_settings.load_profile("steady")


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LaneScheduling:
    return LaneScheduling(config, log)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Every worker copies a database that has been migrated."""
    connection.settings_dict["TEST"]["TEMPLATE"] = databases.original()


def person(name: str, language: str, *roles: str) -> User:
    email = f"{name.lower().replace(' ', '.')}@example.org"
    return User.objects.create_user(email, None, name=name, language=language, roles=list(roles))


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    """Every test begins in Chinese, whatever language the page of an earlier one was in."""
    with override("zh-hans"):
        yield


@pytest.fixture(autouse=True)
def _empty_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test finds the cache empty, and leaves that of others alone."""
    monkeypatch.setattr(caches["default"], "key_prefix", uuid.uuid4().hex)
    names.forget()
    book.forget()
    weighing.forget()
    constant.remembered.cache_clear()


@pytest.fixture(autouse=True)
def _own_media(settings: LazySettings, tmp_path: Path) -> None:
    """Every test has a folder of its own for files that people send."""
    settings.MEDIA_DIR = tmp_path / "media"


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
