"""Writing, approving and assigning translations."""

from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.utils import timezone

from cases import actions as cases
from cases.models import Case
from partnership.accounts.models import User
from partnership.core.choices import Verb
from partnership.core.errors import ChangedMeanwhile, NotAllowed, ReasonMissing
from partnership.core.models import AuditEvent
from partnership.notifications.models import Notification
from partnership.translations import actions
from partnership.translations.actions import Approval
from partnership.translations.actions.rows import token_of
from partnership.translations.choices import State
from partnership.translations.errors import (
    DayOver,
    NotApproved,
    NotATranslator,
    NothingChosen,
    NothingToAssign,
    NotStale,
    SourceChanged,
    TextIsThere,
    TextMissing,
    TextRefused,
)
from partnership.translations.models import TranslationUnit
from tests.factories.cases import CaseFactory, ReadyCaseFactory
from tests.factories.network import ListedOrganisationFactory
from tests.factories.portal import NewsFactory
from tests.partnership.translations.conftest import line_of, unit_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def stale(case: Case) -> TranslationUnit:
    """The background of a public case, changed in Chinese."""
    case.background_zh_hans = "背景改了。"
    case.save()
    return unit_of(case, "background")


def approve(unit: TranslationUnit, text: str, by: User) -> TranslationUnit:
    (approved,) = actions.approve(unit.translated, [Approval(unit, text, token_of(unit))], by=by)
    return approved


def test_a_draft_is_kept_beside_the_public_text(
    case: Case, stale: TranslationUnit, lin: User
) -> None:
    saved = actions.save_draft(stale, "New background.", by=lin, token=token_of(stale), note="?")

    case.refresh_from_db()
    assert (saved.state, saved.draft, saved.note) == (State.DRAFT, "New background.", "?")
    assert case.background_en == "Background."
    assert saved.translator == lin
    assert line_of(case).behind_since is not None


def test_a_draft_like_the_public_text_is_none(stale: TranslationUnit, lin: User) -> None:
    saved = actions.save_draft(stale, "Background.", by=lin, token=token_of(stale))

    assert (saved.state, saved.draft) == (State.STALE, "")


def test_review_comes_before_approval_and_approval_writes_the_text(
    case: Case, stale: TranslationUnit, lin: User, zhao: User
) -> None:
    sent = actions.send_to_review(stale, "New background.", by=lin, token=token_of(stale))
    assert sent.state == State.IN_REVIEW

    approved = approve(sent, sent.draft, zhao)

    fresh = Case.objects.get(pk=case.pk)
    assert fresh.background_en == "New background."
    assert fresh.version == case.version + 1
    assert (approved.state, approved.reviewer, approved.draft) == (State.APPROVED, zhao, "")
    assert line_of(case).behind_since is None
    verbs = list(AuditEvent.objects.about(fresh).values_list("verb", flat=True)[:3])
    assert verbs == [Verb.TRANSLATION_APPROVED, Verb.CHANGED, Verb.TRANSLATED]


def test_a_text_of_a_row_is_written_into_the_row(case: Case, lin: User) -> None:
    block = case.blocks.get()
    block.done_zh_hans = "另做了事。"
    block.save()

    approve(unit_of(block, "done"), "Something else was done.", lin)

    block.refresh_from_db()
    assert block.done_en == "Something else was done."
    assert unit_of(block, "done").state == State.APPROVED


def test_approving_what_is_there_writes_nothing(stale: TranslationUnit, lin: User) -> None:
    approved = approve(stale, "Background.", lin)

    assert approved.state == State.APPROVED
    assert not AuditEvent.objects.filter(verb=Verb.CHANGED, actor_id=str(lin.pk)).exists()


def test_several_texts_are_approved_as_they_stand(case: Case, lin: User) -> None:
    draft = CaseFactory(summary_zh_hans="摘要。", summary_en="Summary.")
    units = line_of(draft).units.exclude(text_now="")

    actions.approve(line_of(draft), actions.approvals_of(units), by=lin)

    assert line_of(draft).approved == 2
    assert line_of(draft).draft == 0
    with pytest.raises(NothingChosen):
        actions.approve(line_of(draft), [], by=lin)


def test_nothing_is_written_beside_another_source(
    case: Case, stale: TranslationUnit, lin: User
) -> None:
    seen = token_of(stale)
    case.background_zh_hans = "背景又改了。"
    case.save()

    for deed in (actions.save_draft, actions.send_to_review):
        with pytest.raises(SourceChanged):
            deed(stale, "New background.", by=lin, token=seen)
    with pytest.raises(SourceChanged):
        actions.approve(stale.translated, [Approval(stale, "New.", seen)], by=lin)
    assert Case.objects.get(pk=case.pk).background_en == "Background."


def test_nobody_overwrites_a_draft_unseen(stale: TranslationUnit, lin: User, zhao: User) -> None:
    seen = token_of(stale)
    actions.save_draft(stale, "Zhao's.", by=zhao, token=seen)

    with pytest.raises(ChangedMeanwhile):
        actions.save_draft(stale, "Lin's.", by=lin, token=seen)
    assert TranslationUnit.objects.get(pk=stale.pk).draft == "Zhao's."


def test_a_change_past_the_models_is_noticed_by_the_deed(
    case: Case, stale: TranslationUnit, lin: User
) -> None:
    Case.objects.filter(pk=case.pk).update(background_zh_hans="背景偷偷改了。")

    with pytest.raises(SourceChanged):
        actions.save_draft(stale, "New.", by=lin, token=token_of(stale))


def test_a_draft_goes_out_of_date_with_its_source(
    case: Case, stale: TranslationUnit, lin: User
) -> None:
    actions.send_to_review(stale, "New background.", by=lin, token=token_of(stale))

    case.background_zh_hans = "背景又改了。"
    case.save()

    unit = unit_of(case, "background")
    assert (unit.state, unit.draft) == (State.STALE, "New background.")


def test_a_minor_edit_is_confirmed_with_a_reason(
    case: Case, stale: TranslationUnit, lin: User
) -> None:
    with pytest.raises(ReasonMissing):
        actions.confirm_minor_edit(stale, by=lin, token=token_of(stale), reason=" ")

    confirmed = actions.confirm_minor_edit(stale, by=lin, token=token_of(stale), reason="错别字")

    assert confirmed.state == State.APPROVED
    assert confirmed.source_text == "背景改了。"
    event = AuditEvent.objects.about(case)[0]
    assert event.verb == Verb.MINOR_EDIT
    assert "错别字" in event.note
    assert event.changes == {"background_zh_hans": ["背景。", "背景改了。"]}
    with pytest.raises(NotStale):
        actions.confirm_minor_edit(confirmed, by=lin, token=token_of(confirmed), reason="错别字")


def test_a_minor_edit_keeps_a_draft_fresh(case: Case, stale: TranslationUnit, lin: User) -> None:
    actions.save_draft(stale, "New background.", by=lin, token=token_of(stale))
    case.background_zh_hans = "背景又改了。"
    case.save()
    unit = unit_of(case, "background")

    confirmed = actions.confirm_minor_edit(unit, by=lin, token=token_of(unit), reason="错别字")

    assert (confirmed.state, confirmed.draft) == (State.DRAFT, "New background.")


def test_a_minor_edit_keeps_a_first_draft_fresh(case: Case, lin: User) -> None:
    case.difficulties_zh_hans, case.difficulties_en = "困难。", ""
    case.save()
    unit = unit_of(case, "difficulties")
    actions.save_draft(unit, "Difficulties.", by=lin, token=token_of(unit))
    case.difficulties_zh_hans = "困难很多。"
    case.save()
    stale = unit_of(case, "difficulties")
    assert (stale.state, stale.is_behind) == (State.STALE, False)

    confirmed = actions.confirm_minor_edit(stale, by=lin, token=token_of(stale), reason="错别字")

    assert (confirmed.state, confirmed.draft) == (State.DRAFT, "Difficulties.")


def test_what_needs_no_translation_is_said_with_a_reason(case: Case, lin: User) -> None:
    block = case.blocks.get()
    block.who_zh_hans = "FECO"
    block.save()
    unit = unit_of(block, "who")
    with pytest.raises(ReasonMissing):
        actions.excuse(unit, by=lin, token=token_of(unit), reason="")

    actions.excuse(unit, by=lin, token=token_of(unit), reason="机构缩写")

    assert unit_of(block, "who").state == State.NOT_NEEDED
    block.who_zh_hans = "FECO和市政府"
    block.save()
    assert unit_of(block, "who").state == State.MISSING


def test_a_text_that_is_there_is_not_excused(stale: TranslationUnit, lin: User) -> None:
    with pytest.raises(TextIsThere):
        actions.excuse(stale, by=lin, token=token_of(stale), reason="–")


def test_an_empty_text_is_neither_sent_nor_approved(stale: TranslationUnit, lin: User) -> None:
    with pytest.raises(TextMissing):
        actions.send_to_review(stale, " ", by=lin, token=token_of(stale))
    with pytest.raises(TextMissing):
        approve(stale, "", lin)


def test_a_text_the_object_does_not_take_is_refused_with_the_reason(case: Case, lin: User) -> None:
    unit = unit_of(case, "short_title")

    with pytest.raises(TextRefused, match="61"):
        approve(unit, "x" * 61, lin)


def test_two_people_are_needed_where_the_setting_says_so(
    stale: TranslationUnit, lin: User, zhao: User, settings: LazySettings
) -> None:
    settings.TWO_PERSON_PUBLICATION = True
    sent = actions.send_to_review(stale, "New.", by=lin, token=token_of(stale))

    with pytest.raises(NotAllowed):
        approve(sent, sent.draft, lin)
    assert approve(sent, sent.draft, zhao).state == State.APPROVED


def test_only_the_secretariat_translates(stale: TranslationUnit, guo: User, wang: User) -> None:
    for person in (guo, wang):
        with pytest.raises(NotAllowed):
            actions.save_draft(stale, "New.", by=person, token=token_of(stale))
        with pytest.raises(NotAllowed):
            approve(stale, "New.", person)


def test_a_stale_translation_is_never_published(lin: User, zhao: User) -> None:
    case = ReadyCaseFactory()
    cases.publish_case(case, "zh-hans", by=zhao)
    actions.approve(
        line_of(case),
        actions.approvals_of(line_of(case).units.exclude(text_now="")),
        by=lin,
    )
    case.refresh_from_db()
    case.background_zh_hans = "背景改了。"
    case.save()

    with pytest.raises(NotApproved, match="背景"):
        cases.publish_case(case, "en", by=zhao)
    assert actions.unapproved("case", case.pk, "zh-hans") == []


def test_whoever_publishes_answers_for_what_nobody_approved(zhao: User) -> None:
    case = ReadyCaseFactory()
    cases.publish_case(case, "zh-hans", by=zhao)
    assert line_of(case).approved == 0

    cases.publish_case(case, "en", by=zhao)

    assert line_of(case).draft == 0
    assert line_of(case).approved >= 6
    assert line_of(case).is_public


def test_the_setting_asks_for_approval_before_publication(
    zhao: User, settings: LazySettings
) -> None:
    settings.TRANSLATION_APPROVAL = True
    case = ReadyCaseFactory()
    cases.publish_case(case, "zh-hans", by=zhao)

    with pytest.raises(NotApproved):
        cases.publish_case(case, "en", by=zhao)


def test_a_draft_of_a_page_is_not_signed_by_a_publication_in_its_own_language() -> None:
    news = NewsFactory()

    actions.sign_published("news", news.pk)

    assert line_of(news, "news").approved == 0


def test_texts_are_given_to_a_translator_who_is_told_once(
    case: Case, stale: TranslationUnit, lin: User, zhao: User
) -> None:
    draft = CaseFactory(summary_zh_hans="摘要。")
    organisation = ListedOrganisationFactory(profile_en="Profile.")
    keys = [line_of(case).pk, line_of(draft).pk, line_of(organisation, "organisation").pk]
    due_on = timezone.localdate() + timedelta(days=5)

    given = actions.assign(keys, zhao, by=lin, due_on=due_on)

    assert (
        given == 1 + 2 + TranslationUnit.objects.filter(translated=keys[2]).to_translate().count()
    )
    assert unit_of(case, "background").assigned_to == zhao
    assert unit_of(case, "summary").assigned_to is None
    assert Notification.objects.filter(recipient=zhao).count() == 1
    with pytest.raises(NothingToAssign):
        actions.assign(keys, zhao, by=lin, due_on=due_on)
    assert Notification.objects.filter(recipient=zhao).count() == 1
    assert AuditEvent.objects.filter(verb=Verb.ASSIGNED).count() == 3


def test_an_assignment_needs_a_translator_and_a_day_to_come(
    case: Case, stale: TranslationUnit, lin: User, wang: User
) -> None:
    today = timezone.localdate()

    with pytest.raises(NotATranslator):
        actions.assign([line_of(case).pk], wang, by=lin, due_on=today)
    with pytest.raises(DayOver):
        actions.assign([line_of(case).pk], lin, by=lin, due_on=today - timedelta(days=1))


def test_an_approved_text_is_nobody_s_task_any_more(
    case: Case, stale: TranslationUnit, lin: User
) -> None:
    actions.assign([line_of(case).pk], lin, by=lin, due_on=timezone.localdate())

    approve(unit_of(case, "background"), "New.", lin)

    assert not TranslationUnit.objects.assigned_to(lin).exists()
