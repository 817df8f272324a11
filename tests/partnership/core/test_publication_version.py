"""Every table that public pages show renews their version."""

from pathlib import Path

import pytest
from django.apps import apps
from django.conf import LazySettings
from django.db import connection

from partnership.core import release
from partnership.core.publication_triggers import NAME

SHOWN = ("reference", "cases", "portal")  # apps whose rows stand on public pages
TRIGGERS = """
    SELECT relname, tgargs::text FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
    WHERE tgname = %s AND tgdeferrable AND tginitdeferred AND tgenabled = 'O'
"""


def test_every_table_of_content_renews_the_version_of_its_app(db: None) -> None:
    tables = {
        model._meta.db_table: label
        for label in SHOWN
        for model in apps.get_app_config(label).get_models(include_auto_created=True)
    }
    with connection.cursor() as cursor:
        cursor.execute(TRIGGERS, [NAME])
        scopes = {table: bytes.fromhex(args[2:]).rstrip(b"\0").decode() for table, args in cursor}

    assert scopes == tables, "add renew_on_change(app, table) to a migration"


@pytest.fixture
def project(tmp_path: Path, settings: LazySettings) -> Path:
    settings.BASE_DIR, settings.STATIC_ROOT = tmp_path, tmp_path / "static"
    for name in (
        "templates/a.html",
        "cases/a.py",
        "locale/en/django.mo",
        "static/staticfiles.json",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("before", encoding="utf-8")
    return tmp_path


def fresh() -> str:
    return release.fingerprint.__wrapped__()


@pytest.mark.parametrize(
    "name", ["templates/a.html", "cases/a.py", "locale/en/django.mo", "static/staticfiles.json"]
)
def test_a_release_that_makes_other_pages_has_another_mark(project: Path, name: str) -> None:
    before = fresh()
    assert fresh() == before
    (project / name).write_text("after", encoding="utf-8")

    assert fresh() != before


def test_settings_that_pages_show_count(project: Path, settings: LazySettings) -> None:
    before = fresh()
    settings.CONTACT_PHONE = "+86-010-00000000"

    assert fresh() != before
