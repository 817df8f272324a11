"""The form of a case in the secretariat's admin."""

import re
from datetime import date

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cases import actions
from cases.models import Case, CasePlace, IndicatorRow
from partnership.accounts.models import User
from partnership.core.choices import Verb
from partnership.core.models import AuditEvent
from tests.cases.admin_pages import FORM, change_page, deed_page
from tests.factories.cases import (
    IndicatorFactory,
    PublishedCaseFactory,
    ReadyCaseFactory,
)
from tests.forms_in_pages import fields_of, resend


def settled(case: Case) -> Case:
    return actions.settle_edit(case)


def test_a_new_case_begins_with_a_title_and_gets_the_next_number(editor: Client) -> None:
    add = reverse("admin:cases_case_add")

    response = resend(editor, add, FORM, title_zh_hans="北海净滩")

    case = Case.objects.get()
    assert response.url == change_page(case)
    assert case.number == f"CN-AS-{timezone.localdate().year}-001"
    assert [event.verb for event in AuditEvent.objects.about(case)] == [Verb.CREATED]


def test_it_says_which_field_is_in_which_language(editor: Client) -> None:
    page = editor.get(reverse("admin:cases_case_add")).content.decode()

    assert '<html lang="zh-Hans"' in page
    assert re.search(r'name="title_en"[^>]* lang="en"', page)
    assert re.search(r'name="title_zh_hans"[^>]* lang="zh-Hans"', page)


def test_a_form_sent_twice_makes_one_case_and_leads_to_it_both_times(editor: Client) -> None:
    add = reverse("admin:cases_case_add")
    typed = {**fields_of(editor.get(add), FORM), "title_zh_hans": "北海净滩"}

    first, second = editor.post(add, typed), editor.post(add, typed)
    other = resend(editor, add, FORM, title_zh_hans="北海净滩")

    assert second.url == first.url
    assert other.url != first.url
    assert Case.objects.count() == 2


def test_it_saves_what_was_typed_through_the_actions(editor: Client, lin: User) -> None:
    case = settled(ReadyCaseFactory())

    response = resend(
        editor,
        change_page(case),
        FORM,
        title_en="New title",
        sdg_targets="14.1，12.5",
        waste_streams=["bags", "foam"],
    )

    assert response.status_code == 302
    saved = Case.objects.get()
    assert (saved.title_en, saved.version) == ("New title", case.version + 1)
    assert saved.sdg_targets == ["12.5", "14.1"]
    assert saved.waste_streams == ["bags", "foam"]
    (event,) = AuditEvent.objects.about(case)
    assert (event.verb, event.actor_id) == (Verb.CHANGED, str(lin.pk))
    assert event.changes["title_en"][1] == "New title"


def test_sending_an_unchanged_form_changes_no_text_and_leaves_no_trace(editor: Client) -> None:
    case = settled(ReadyCaseFactory())
    IndicatorFactory(case=case, source=case.sources.get())

    resend(editor, change_page(case), FORM)

    assert not AuditEvent.objects.about(case).exists()


def test_an_unchanged_form_makes_no_version_for_readers(editor: Client) -> None:
    case = PublishedCaseFactory()

    resend(editor, change_page(case), FORM)
    unchanged = Case.objects.get()
    resend(editor, change_page(case), FORM, title_en="New title")

    assert (unchanged.version, unchanged.edition) == (case.version, 1)
    assert Case.objects.get().edition == 2


def test_it_refuses_a_target_that_does_not_exist(editor: Client) -> None:
    case = settled(ReadyCaseFactory())

    response = resend(editor, change_page(case), FORM, sdg_targets="12.5, 18.1")

    assert "没有编号为18.1的目标" in response.content.decode()
    assert fields_of(response, FORM)["sdg_targets"] == "12.5, 18.1"


def test_rows_are_added_and_take_the_order_that_was_typed(editor: Client) -> None:
    case = settled(ReadyCaseFactory())
    source = case.sources.get()
    first = IndicatorFactory(case=case, source=source, order=0, name_en="First")
    second = IndicatorFactory(case=case, source=source, order=1, name_en="Second", as_of="2024")
    new = {
        "indicators-TOTAL_FORMS": "3",
        "indicators-2-name_zh_hans": "新",
        "indicators-2-name_en": "New",
        "indicators-2-qualifier": "exact",
        "indicators-2-value": "3",
        "indicators-2-order": "",
        "indicators-0-order": "1",
        "indicators-1-order": "0",
    }

    response = resend(editor, change_page(case), FORM, **new)

    assert response.status_code == 302
    rows = list(case.indicators.values_list("name_en", "order"))
    assert rows == [("Second", 0), ("First", 1), ("New", 2)]
    assert {first.pk, second.pk} < set(case.indicators.values_list("pk", flat=True))


def test_it_offers_only_the_sources_of_the_case(editor: Client) -> None:
    case, other = settled(ReadyCaseFactory()), ReadyCaseFactory()
    IndicatorFactory(case=case, source=case.sources.get())
    foreign = other.sources.get()

    response = resend(editor, change_page(case), FORM, **{"indicators-0-source": str(foreign.pk)})

    assert response.status_code == 200
    assert f'<option value="{foreign.pk}"' not in response.content.decode()
    assert IndicatorRow.objects.get().source_id == case.sources.get().pk


def test_an_indicator_that_lacks_its_source_warns_on_a_draft(editor: Client) -> None:
    case = settled(ReadyCaseFactory())
    IndicatorFactory(case=case, grade="", name_zh_hans="清理量")

    page = editor.get(change_page(case)).content.decode()
    response = resend(editor, change_page(case), FORM, title_en="Still saved")

    assert "清理量" in page
    assert "数据必须有时段、口径和来源才能公开" in page
    assert response.status_code == 302


def test_publishing_refuses_and_names_row_and_cure(publisher: Client) -> None:
    case = settled(ReadyCaseFactory())
    IndicatorFactory(case=case, grade="", name_zh_hans="清理量")

    asking = publisher.get(deed_page(case, "publish-zh-hans")).content.decode()
    response = publisher.post(deed_page(case, "publish-zh-hans"))

    refusal = response.content.decode()
    assert "清理量" in asking
    assert response.status_code == 200
    assert "第1项指标“清理量”" in refusal
    assert change_page(case) in refusal
    case.refresh_from_db()
    assert not case.is_public


def test_a_public_case_cannot_be_saved_into_a_state_unfit_to_be_public(editor: Client) -> None:
    case = PublishedCaseFactory()
    place = case.places.get()

    response = resend(
        editor, change_page(case), FORM, **{"places-0-DELETE": "on", "title_en": "Typed"}
    )

    assert response.status_code == 200
    assert "没有地点" in response.content.decode()
    assert fields_of(response, FORM)["title_en"] == "Typed"
    assert CasePlace.objects.filter(pk=place.pk).exists()
    case.refresh_from_db()
    assert case.title_en != "Typed"
    assert not AuditEvent.objects.about(case).filter(verb=Verb.CHANGED).exists()


def test_a_stale_form_is_refused_with_both_texts_and_rows(editor: Client) -> None:
    case = settled(ReadyCaseFactory(background_en="Old"))
    row = IndicatorFactory(case=case, source=case.sources.get(), definition_en="Old")
    mine = fields_of(editor.get(change_page(case)), FORM)
    IndicatorRow.objects.filter(pk=row.pk).update(definition_en="Theirs in the row")
    Case.objects.filter(pk=case.pk).update(background_en="Theirs")
    settled(case)

    response = editor.post(
        change_page(case),
        {**mine, "background_en": "Mine", "indicators-0-definition_en": "Mine in the row"},
    )

    page = response.content.decode()
    assert response.status_code == 200
    for text in ("Theirs", "Mine", "Theirs in the row", "Mine in the row"):
        assert f"<td>{text}</td>" in page
    case.refresh_from_db()
    assert case.background_en == "Theirs"


def test_after_a_clash_a_row_that_the_other_deleted_can_be_dropped(editor: Client) -> None:
    case = settled(ReadyCaseFactory())
    row = IndicatorFactory(case=case, source=case.sources.get())
    mine = fields_of(editor.get(change_page(case)), FORM)
    row.delete()
    settled(case)
    refused = editor.post(change_page(case), {**mine, "title_en": "Mine"})
    again = {**fields_of(refused, FORM), "indicators-0-DELETE": "on"}

    assert "已被他人删除" in refused.content.decode()
    assert editor.post(change_page(case), again).status_code == 302
    case.refresh_from_db()
    assert case.title_en == "Mine"


def test_facts_and_figures_are_noted_as_checked(editor: Client, lin: User) -> None:
    case = PublishedCaseFactory()
    row = IndicatorFactory(case=case, source=case.sources.get())

    checked = editor.post(deed_page(case, "confirm-facts"), {"checked_on": "2026-01-05"})
    verified = editor.post(deed_page(case, "verify-figures"), {"figures": [row.pk]})

    assert checked.status_code == verified.status_code == 302
    case.refresh_from_db()
    row.refresh_from_db()
    assert case.next_review_due_on == date(2027, 1, 5)
    assert row.verified_by == lin


def test_a_date_in_the_future_is_refused_on_the_page(editor: Client) -> None:
    case = PublishedCaseFactory()

    response = editor.post(deed_page(case, "confirm-facts"), {"checked_on": "2999-01-05"})

    assert response.status_code == 200
    case.refresh_from_db()
    assert case.last_fact_checked_on is None
