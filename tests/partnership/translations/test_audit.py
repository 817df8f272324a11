"""What is written past the models is found at night."""

import pytest
from django.core import serializers
from django.core.management import call_command

from cases.models import BuildingBlock, Case
from partnership.core.models import AuditEvent
from partnership.search.models import Term
from partnership.translations import auditing, tasks
from partnership.translations.choices import State
from partnership.translations.models import TranslatedObject, TranslationUnit
from tests.factories.cases import CaseFactory
from tests.factories.search import subject
from tests.partnership.translations.conftest import line_of, states_of, unit_of

pytestmark = pytest.mark.django_db


def test_a_bulk_update_is_found_mended_and_told(case: Case) -> None:
    Case.objects.update(background_zh_hans="背景改了。")
    BuildingBlock.objects.update(done_zh_hans="另做了事。")

    report = auditing.check_everything()

    assert (report.checked, report.mended, report.gone) == (1, 2, 0)
    assert unit_of(case, "background").state == State.STALE
    assert line_of(case).stale == 2
    assert "2 states mended" in AuditEvent.objects.newest_first()[0].note
    assert auditing.check_everything().repaired == 0


def test_a_change_of_publication_past_the_models_is_found(case: Case) -> None:
    Case.objects.update(published_en_at=None)

    assert auditing.check_everything().mended == 1
    assert not line_of(case).is_public


def test_a_fixture_is_found(case: Case) -> None:
    fixture = serializers.serialize("json", [case]).replace("背景。", "背景改了。")
    for loaded in serializers.deserialize("json", fixture):
        loaded.save()
    assert unit_of(case, "background").state == State.APPROVED

    auditing.check_everything()

    assert unit_of(case, "background").state == State.STALE


def test_what_was_made_past_the_models_is_entered(case: Case) -> None:
    draft = CaseFactory()
    TranslatedObject.objects.all().delete()
    BuildingBlock.objects.bulk_create([BuildingBlock(case=draft, title_zh_hans="举措")])

    report = auditing.check_everything()

    assert report.entered == 2
    assert (
        states_of(case)["background"] == State.APPROVED
    )  # public: a publisher has answered for it
    assert states_of(draft)["title"] == State.DRAFT
    assert line_of(draft).missing == 1


def test_what_was_deleted_past_the_models_is_forgotten(case: Case) -> None:
    draft = CaseFactory()
    BuildingBlock.objects.all()._raw_delete("default")
    Case.objects.filter(pk=draft.pk)._raw_delete("default")

    report = auditing.check_everything()

    assert report.gone == 6 + 11
    assert not TranslatedObject.objects.filter(object_id=draft.pk).exists()
    assert line_of(case).approved == TranslationUnit.objects.filter(state=State.APPROVED).count()


def test_it_runs_by_command_and_by_the_clock(
    case: Case, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("translations_audit")
    tasks.check_translations()

    assert "1 objects checked, 0 entered" in capsys.readouterr().out


def test_it_counts_warnings_by_the_glossary_as_it_is_now(case: Case) -> None:
    assert line_of(case).warnings == 0
    subject("background", "!背景", "!setting")

    auditing.check_everything()
    assert (unit_of(case, "background").warnings, line_of(case).warnings) == (1, 1)

    Term.objects.update(is_binding=False)
    auditing.check_everything()
    assert line_of(case).warnings == 0


def test_a_change_of_the_glossary_shows_in_the_matrix_within_minutes(case: Case) -> None:
    tasks.count_warnings()
    subject("background", "!背景", "!surroundings")

    assert auditing.count_warnings_anew()
    assert (unit_of(case, "background").warnings, line_of(case).warnings) == (1, 1)
    assert not auditing.count_warnings_anew()

    Term.objects.update(is_binding=False)
    tasks.count_warnings()
    assert line_of(case).warnings == 0
