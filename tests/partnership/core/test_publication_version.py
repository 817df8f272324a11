"""Every table that public pages show renews their version."""

from pathlib import Path

import pytest
from django.apps import apps
from django.conf import LazySettings
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models.signals import pre_migrate

from partnership.core import publication_triggers, publication_version, release
from partnership.core.publication_triggers import NAME
from partnership.portal.models import News
from tests.factories.portal import NewsFactory

SHOWN = (
    "reference",
    "documents",
    "roundtables",
    "cases",
    "portal",
)  # apps whose rows stand on public pages
KEPT_BACK = {"cases_casesubmission"}  # becomes a case before anything of it is public
SHOWN_IN_PART = {  # of apps that also keep what is nobody else's business
    "partnership_organisation": "partnership",
    "partnership_organisation_themes": "partnership",
    "partnership_organisationsource": "partnership",
    "partnership_commitment": "partnership",
    "partnership_commitment_pictures": "partnership",
    "partnership_commitmentreport": "partnership",
    "partnership_commitmentevidence": "partnership",
    "partnership_handover": "partnership",
    "search_searchentry": "search",
    "search_concept": "glossary",
    "search_term": "glossary",
    "translations_translatedobject": "translations",
    "maps_approvedmap": "maps",
    "events_event": "events",
}
TRIGGERS = """
    SELECT relname, tgargs::text FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
    WHERE tgname = %s AND tgdeferrable AND tginitdeferred AND tgenabled = 'O'
"""


def test_every_table_of_content_renews_the_version_of_its_app(db: None) -> None:
    tables = {
        model._meta.db_table: label
        for label in SHOWN
        for model in apps.get_app_config(label).get_models(include_auto_created=True)
        if model._meta.db_table not in KEPT_BACK
    } | SHOWN_IN_PART
    with connection.cursor() as cursor:
        cursor.execute(TRIGGERS, [NAME])
        scopes = {table: bytes.fromhex(args[2:]).rstrip(b"\0").decode() for table, args in cursor}

    assert scopes == tables, "add renew_on_change(app, table) to a migration"


def test_a_migration_may_write_rows_and_alter_their_table(transactional_db: None) -> None:
    NewsFactory()
    before = publication_version.current()
    publication_triggers._rest(using="default")

    with transaction.atomic(), connection.cursor() as cursor:
        News.objects.update(title_en="Written by a migration")
        cursor.execute("CREATE INDEX portal_news_trial ON portal_news (title_en)")
        cursor.execute("DROP INDEX portal_news_trial")
    publication_triggers._wake(using="default")
    after = publication_version.current()

    assert after != before
    NewsFactory()
    assert publication_version.current() != after


def test_the_triggers_rest_and_wake_with_migrate(transactional_db: None) -> None:
    core = apps.get_app_config("core")
    NewsFactory()
    before = publication_version.current()

    call_command("migrate", verbosity=0)

    assert publication_triggers._rest in pre_migrate._live_receivers(core)[0]
    assert publication_version.current() != before


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
