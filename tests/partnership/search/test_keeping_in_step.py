"""The index follows what is public, however it is changed."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases import actions
from cases.models import Case
from partnership.core.models import AuditEvent
from partnership.search.indexing import sweeping
from partnership.search.models import ChangedRow, SearchEntry, SearchText, Suggestion
from tests.factories.cases import PUBLISHER, CaseFactory, PublishedCaseFactory
from tests.factories.network import ListedOrganisationFactory, OrganisationFactory
from tests.factories.search import subject
from tests.partnership.search.conftest import Ask

pytestmark = pytest.mark.django_db


def kinds() -> list[str]:
    return sorted(SearchEntry.objects.values_list("kind", flat=True))


def test_a_published_case_is_found_at_once_and_a_draft_never(ask: Ask) -> None:
    case = PublishedCaseFactory(title_zh_hans="蓝鲸湾净滩")
    CaseFactory(title_zh_hans="蓝鲸湾草稿")

    assert ask("蓝鲸湾") == [case.pk]


def test_a_withdrawn_case_is_gone_at_once() -> None:
    case = PublishedCaseFactory()
    for language in case.published_languages:
        actions.withdraw_from_publication(case, language, by=PUBLISHER, reason="Wrong figures")

    assert kinds() == []
    assert not SearchText.objects.exists()
    assert not Suggestion.objects.filter(entry__isnull=False).exists()


def test_what_is_public_in_one_language_keeps_its_other_text_to_itself(ask: Ask) -> None:
    case = PublishedCaseFactory(background_zh_hans="琥珀色的背景", background_en="Amber background")
    actions.withdraw_from_publication(case, "en", by=PUBLISHER, reason="To be translated again")

    assert ask("琥珀色") == [case.pk]
    assert SearchText.objects.get().body_en == ""


def test_organisations_outside_the_directory_are_not_found() -> None:
    OrganisationFactory()
    ListedOrganisationFactory()

    assert kinds() == ["organisation"]


def test_what_is_written_past_the_models_is_swept_up(ask: Ask) -> None:
    case = PublishedCaseFactory()
    Case.objects.filter(pk=case.pk).update(title_zh_hans="翡翠湾行动")
    assert ask("翡翠湾") == []

    assert sweeping.sweep() == 1

    assert ask("翡翠湾") == [case.pk]
    assert not ChangedRow.objects.exists()


def test_bulk_creation_and_sql_are_swept_up_as_well() -> None:
    one, other = PublishedCaseFactory(), PublishedCaseFactory()
    SearchEntry.objects.all().delete()
    Case.objects.bulk_update([one], ["number"])
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM search_changedrow")
        cursor.execute("UPDATE cases_case SET version = version WHERE id = %s", [other.pk])

    sweeping.sweep()

    assert list(SearchEntry.objects.values_list("object_id", flat=True)) == [other.pk]


def written() -> list[tuple[str, ...]]:
    """Return where the rows of all entries lie: a row that is written lies somewhere else."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT entry.ctid::text, texts.ctid::text, title.ctid::text "
            "FROM search_searchentry AS entry JOIN search_searchtext AS texts ON entry_id = entry.id "
            "JOIN search_suggestion AS title ON title.entry_id = entry.id ORDER BY 1, 2, 3"
        )
        return list(cursor.fetchall())


def test_a_save_that_changes_nothing_public_writes_nothing(ask: Ask) -> None:
    case = PublishedCaseFactory()
    before = written()

    case.save()
    assert written() == before != []

    case.title_en = "Amber bay"
    case.save()
    assert not set(written()) & set(before)
    assert ask("amber bay") == [case.pk]
    titles = Suggestion.objects.filter(entry__isnull=False, language="en")
    assert list(titles.values_list("text", flat=True)) == ["Amber bay"]


def test_a_saved_thing_leaves_no_mark() -> None:
    PublishedCaseFactory()

    assert not ChangedRow.objects.exists()


def test_the_audit_finds_and_mends_what_is_missing_out_of_date_and_too_many() -> None:
    missing, outdated = PublishedCaseFactory(), PublishedCaseFactory()
    sweeping.check_everything()  # what comes with the portal, and names the one marked in the other
    entries = SearchEntry.objects.filter(kind="case")
    entries.filter(object_id=missing.pk).delete()
    entries.filter(object_id=outdated.pk).update(digest="old")
    surplus = entries.get(object_id=outdated.pk)
    surplus.pk, surplus.object_id = None, 9_999_999
    surplus.save()

    report = sweeping.check_everything()

    assert (report.missing, report.outdated, report.surplus) == (
        {"case": 1},
        {"case": 1},
        {"case": 1},
    )
    assert sweeping.check_everything().repaired == 0
    told = AuditEvent.objects.filter(note__startswith="Search").values_list("note", flat=True)
    assert any("1 missing, 1 out of date, 1 too many" in note for note in told)


def test_a_new_subject_reaches_entries_with_the_audit(ask: Ask) -> None:
    case = PublishedCaseFactory(title_zh_hans="海上环卫队伍")
    subject("marine-sanitation", "海上环卫", "marine sanitation")

    report = sweeping.check_everything()

    assert report.outdated == {"case": 1}
    assert ask("marine sanitation") == [case.pk]


def test_a_draft_costs_little_to_save() -> None:
    case = CaseFactory()

    with CaptureQueriesContext(
        connection,
    ) as queries:
        case.save()

    assert len([query for query in queries if "search" in query["sql"]]) <= 2
