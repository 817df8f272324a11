"""A translation goes out of date in the very transaction that changes its source."""

import pytest
from django.db import DataError, transaction
from pytest_django import DjangoAssertNumQueries

from cases.models import Case
from partnership.translations.choices import State
from partnership.translations.models import TranslatedObject, TranslationUnit
from partnership.translations.storing import store
from partnership.translations.together import followed_together
from tests.factories.cases import BlockFactory, CaseFactory, IndicatorFactory
from tests.factories.network import ListedOrganisationFactory
from tests.factories.portal import NewsFactory, PageFactory
from tests.factories.reference import CityFactory, CountryFactory
from tests.partnership.translations.conftest import line_of, states_of, unit_of

pytestmark = pytest.mark.django_db


def test_a_new_draft_has_one_state_for_each_of_its_texts() -> None:
    case = CaseFactory(summary_zh_hans="摘要。")

    found = states_of(case)

    assert len(found) == 11
    assert found["title"] == State.DRAFT
    assert found["summary"] == State.MISSING
    assert found["background"] == State.NOT_NEEDED
    assert {unit.language for unit in TranslationUnit.objects.all()} == {"en"}


def test_editing_one_of_many_texts_makes_exactly_one_state_out_of_date(case: Case) -> None:
    total = TranslationUnit.objects.count()
    assert total >= 17

    case.background_zh_hans = "背景改了。"
    case.save()

    assert TranslationUnit.objects.filter(state=State.STALE).count() == 1
    assert unit_of(case, "background").state == State.STALE
    assert line_of(case).stale == 1
    assert line_of(case).stale_since is not None


def test_a_text_that_is_wrong_throughout_is_kept(case: Case) -> None:
    case.background_en = "one,two " * 33_000
    case.save()

    assert unit_of(case, "background").warnings == 999


def test_the_old_text_makes_it_fresh_again(case: Case) -> None:
    case.background_zh_hans = "背景改了。"
    case.save()

    case.background_zh_hans = "背景。"
    case.save()

    assert unit_of(case, "background").state == State.APPROVED
    assert line_of(case).stale == 0
    assert line_of(case).stale_since is None
    assert line_of(case).behind_since is None


@pytest.mark.parametrize("same", ["背景。 ", "背景｡", "\n背景。"])
def test_spaces_and_width_do_not_count(case: Case, same: str) -> None:
    case.background_zh_hans = same
    case.save()

    assert unit_of(case, "background").state == State.APPROVED


def test_a_change_that_is_rolled_back_leaves_no_state_behind(case: Case) -> None:
    with transaction.atomic():
        case.background_zh_hans = "背景改了。"
        case.save()
        assert unit_of(case, "background").state == State.STALE
        transaction.set_rollback(True)

    assert unit_of(case, "background").state == State.APPROVED


def test_a_row_of_a_case_goes_out_of_date_by_itself(case: Case) -> None:
    block = case.blocks.get()
    block.done_zh_hans = "另做了事。"
    block.save()

    assert states_of(block)["done"] == State.STALE
    assert states_of(block)["title"] == State.APPROVED
    assert line_of(case).stale == 1


def test_a_translation_somebody_changes_by_hand_is_a_draft_again(case: Case) -> None:
    case.background_en = "Another background."
    case.save()

    unit = unit_of(case, "background")
    assert unit.state == State.DRAFT
    assert not unit.is_behind


def test_a_translation_that_is_emptied_is_missing(case: Case) -> None:
    block = case.blocks.get()
    block.done_en = ""
    block.save()

    assert states_of(block)["done"] == State.MISSING


def test_a_save_of_other_columns_is_not_looked_at(case: Case) -> None:
    old_copy = Case.objects.get(pk=case.pk)
    Case.objects.filter(pk=case.pk).update(background_zh_hans="背景改了。")

    old_copy.save(update_fields=["completeness"])

    assert unit_of(case, "background").state == State.APPROVED


def test_a_save_that_changes_no_text_costs_one_question(
    case: Case, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    block = case.blocks.get()
    content_type_of_block = unit_of(block, "done").content_type
    assert content_type_of_block

    with django_assert_num_queries(2):  # the save itself, and the states of the row
        block.save()


def test_a_save_of_one_column_is_judged_by_what_is_stored(case: Case) -> None:
    old_copy = Case.objects.get(pk=case.pk)
    case.background_zh_hans = "背景改了。"
    case.save()

    old_copy.summary_zh_hans = "新摘要。"
    old_copy.save(update_fields=["summary_zh_hans"])

    assert unit_of(case, "background").state == State.STALE
    assert unit_of(case, "summary").state == State.STALE


def test_a_save_without_all_columns_is_judged_by_what_is_stored(case: Case) -> None:
    part = Case.objects.defer("background_zh_hans").get(pk=case.pk)
    part.summary_zh_hans = "新摘要。"
    part.save()

    assert line_of(case).stale == 1


def test_a_deleted_row_takes_its_states_along(case: Case) -> None:
    block = case.blocks.get()
    before = line_of(case).approved
    count = TranslationUnit.objects.count()

    block.delete()

    assert TranslationUnit.objects.count() == count - 6
    assert line_of(case).approved == before - 2


def test_a_deleted_case_leaves_nothing(case: Case) -> None:
    case.delete()

    assert not TranslatedObject.objects.exists()
    assert not TranslationUnit.objects.exists()


@pytest.mark.parametrize("factory", [NewsFactory, PageFactory])
def test_pages_and_news_are_followed(factory: type) -> None:
    text = factory(title_en="")

    assert states_of(text)["title"] == State.MISSING
    assert states_of(text)["body"] == State.DRAFT


def test_an_organisation_writes_the_language_of_its_country() -> None:
    abroad = ListedOrganisationFactory(profile_en="Profile.")
    at_home = ListedOrganisationFactory(place=CityFactory(parent=CountryFactory(code="CN")))

    assert line_of(abroad, "organisation").source_language == "en"
    assert unit_of(abroad, "profile").language == "zh-hans"
    assert unit_of(abroad, "profile").state == State.MISSING
    assert line_of(at_home, "organisation").source_language == "zh-hans"


def test_another_language_of_writing_turns_the_pairs_round(case: Case) -> None:
    case.source_language = "en"
    case.save()

    unit = unit_of(case, "background")
    assert (unit.language, unit.state) == ("zh-hans", State.APPROVED)
    assert line_of(case).language == "zh-hans"
    case.background_en = "Another background."
    case.save()
    assert unit_of(case, "background").state == State.STALE


def test_a_figure_of_a_draft_case_is_followed() -> None:
    case = CaseFactory()
    indicator = IndicatorFactory(case=case, method_zh_hans="称重", grade="")

    assert states_of(indicator)["name"] == State.DRAFT
    assert states_of(indicator)["method"] == State.MISSING
    assert line_of(case).draft == 5  # the title, and name, unit, period, definition of the figure


def test_a_second_block_is_entered_beside_the_first(case: Case) -> None:
    BlockFactory(case=case, order=1, title_en="")

    assert line_of(case).missing == 1


def test_what_is_saved_together_is_followed_at_the_end(case: Case) -> None:
    block = case.blocks.get()

    with followed_together():
        case.background_zh_hans = "背景改了。"
        case.save()
        block.done_zh_hans = "另做了事。"
        block.save()
        assert line_of(case).stale == 0

    assert unit_of(case, "background").state == State.STALE
    assert states_of(block)["done"] == State.STALE
    assert line_of(case).stale == 2


def test_a_new_object_saved_together_has_the_same_states() -> None:
    with followed_together():
        together = CaseFactory(summary_zh_hans="摘要。")
        block = BlockFactory(case=together)
    alone = CaseFactory(summary_zh_hans="摘要。")
    block_alone = BlockFactory(case=alone)

    assert states_of(together) == states_of(alone)
    assert states_of(block) == states_of(block_alone)
    assert line_of(together).draft == line_of(alone).draft > 0
    assert line_of(together).approved == 0, "nobody has answered for it"


def test_what_fails_together_leaves_nothing_and_holds_up_nothing(case: Case) -> None:
    def fail() -> None:
        Case.objects.get(pk=case.pk).save()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), transaction.atomic(), followed_together():
        fail()

    case.background_zh_hans = "背景改了。"
    case.save()

    assert unit_of(case, "background").state == State.STALE


def test_states_are_stored_in_one_statement(
    case: Case, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    units = list(TranslationUnit.objects.order_by("pk"))
    for number, unit in enumerate(units):
        unit.note, unit.stale_since = f"“%s” {number}", None

    with django_assert_num_queries(1):
        store(units, ["note", "stale_since"])

    kept = TranslationUnit.objects.order_by("pk").values_list("note", "stale_since")
    assert list(kept) == [(unit.note, None) for unit in units]


def test_what_is_too_long_is_refused_and_not_cut_off(case: Case) -> None:
    unit = unit_of(case, "background")
    unit.text_now = "x" * 33

    with pytest.raises(DataError), transaction.atomic():
        store([unit], ["text_now"])
