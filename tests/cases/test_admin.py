"""Cases in the secretariat's admin."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from cases import actions
from cases.models import Case, CasePlace, IndicatorRow
from partnership.accounts.models import User
from partnership.core.admin import paging
from partnership.core.choices import Verb
from partnership.core.models import AuditEvent
from tests.factories.cases import (
    CaseFactory,
    IndicatorFactory,
    PublishedCaseFactory,
    ReadyCaseFactory,
)
from tests.factories.reference import CityFactory, ThemeFactory
from tests.forms_in_pages import fields_of, resend

LIST = reverse("admin:cases_case_changelist")
FORM = "case_form"


def change_page(case: Case) -> str:
    return reverse("admin:cases_case_change", args=[case.pk])


def deed_page(case: Case, slug: str) -> str:
    return reverse("admin:cases_case_deed", args=[case.pk, slug])


def preview_page(case: Case, language: str) -> str:
    return reverse("admin:cases_case_preview", args=[case.pk, language])


def numbers(client: Client, **query: str) -> set[str]:
    return {case.number for case in client.get(LIST, query).context["cl"].result_list}


@pytest.fixture
def editor(client: Client, lin: User) -> Client:
    client.force_login(lin)
    return client


@pytest.fixture
def publisher(client: Client, zhao: User) -> Client:
    client.force_login(zhao)
    return client


def settled(case: Case) -> Case:
    return actions.settle_edit(case)


def test_it_lists_a_case_with_state_completeness_gaps_and_title_in_the_readers_language(
    editor: Client,
) -> None:
    PublishedCaseFactory(title_zh_hans="北海净滩", title_en="Beach clean-up", languages=["zh-hans"])

    chinese = editor.get(LIST).content.decode()
    editor.cookies["language"] = "en"
    english = editor.get(LIST).content.decode()

    assert "北海净滩" in chinese
    assert "中文：已公开" in chinese
    assert "英文：草稿" in chinese
    assert "Beach clean-up" in english
    assert "Chinese: public" in english
    assert "to look at: 2" in english
    assert "lacks" not in english


def test_it_marks_a_title_that_lacks_in_the_readers_language(editor: Client) -> None:
    CaseFactory(title_zh_hans="北海净滩", title_en="")
    editor.cookies["language"] = "en"

    assert '<span lang="zh-Hans">北海净滩</span>' in editor.get(LIST).content.decode()


def test_it_finds_cases_by_number_and_by_words_of_either_title(editor: Client) -> None:
    wanted = CaseFactory(title_zh_hans="北海净滩", title_en="Beach clean-up")
    CaseFactory(title_zh_hans="渔网回收", title_en="Nets")

    assert numbers(editor, q="净滩") == {wanted.number}
    assert numbers(editor, q="CLEAN") == {wanted.number}
    assert numbers(editor, q=wanted.number) == {wanted.number}
    assert numbers(editor, q="没有") == set()


Made = Callable[[], Case]
WORK: list[tuple[str, Made]] = [
    ("ready", lambda: settled(ReadyCaseFactory())),
    ("unfinished", lambda: settled(CaseFactory())),
    ("translate", lambda: PublishedCaseFactory(languages=["zh-hans"])),
    (
        "check",
        lambda: PublishedCaseFactory(
            last_fact_checked_on=date(2025, 1, 1),
            next_review_due_on=timezone.localdate() - timedelta(days=1),
        ),
    ),
    ("unchecked", lambda: PublishedCaseFactory(next_review_due_on=date(2999, 1, 1))),
]


@pytest.mark.parametrize(("work", "make"), WORK, ids=[row[0] for row in WORK])
def test_the_list_narrows_to_what_the_start_page_counts(
    publisher: Client, work: str, make: Made
) -> None:
    CaseFactory()  # never settled: nothing is known about it
    wanted = make()
    waiting = publisher.get("/admin/").context["waiting"]

    assert wanted.number in numbers(publisher, work=work)
    (item,) = [item for item in waiting if item.url.endswith(f"?work={work}")]
    assert item.count == len(numbers(publisher, work=work))


def test_it_narrows_by_country_theme_step_grade_and_demo_mark(editor: Client) -> None:
    city, theme = CityFactory(), ThemeFactory()
    wanted = PublishedCaseFactory(place=city, themes=[theme], is_demo=True)
    other = PublishedCaseFactory(hierarchy_step="monitoring")

    for query in (
        {"country": city.parent.parent.code},
        {"theme": theme.code},
        {"step": "cleanup"},
        {"demo": "yes"},
    ):
        assert numbers(editor, **query) == {wanted.number}, query
    assert numbers(editor, grade="B") == {wanted.number, other.number}
    assert numbers(editor, country="ZZ") == set()


def test_it_asks_at_most_twelve_queries_at_any_length(editor: Client) -> None:
    counts = []
    for more in (1, 2, 47):
        CaseFactory.create_batch(more)
        with CaptureQueriesContext(connection) as queries:
            editor.get(LIST)
        counts.append(len(queries))

    assert len(set(counts)) == 1
    assert counts[0] <= 12


def test_it_never_counts_the_whole_table(editor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "COUNT_CAP", 60)
    CaseFactory.create_batch(70)

    with CaptureQueriesContext(connection) as queries:
        page = editor.get(LIST).content.decode()

    asked = [query["sql"] for query in queries if 'FROM "cases_case"' in query["sql"]]
    assert not any("COUNT(" in sql for sql in asked)
    assert sum("LIMIT 61" in sql for sql in asked) == 1
    assert len(asked) == 2
    assert "超过1000条" in page


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


@pytest.mark.parametrize(
    "slug", ["publish-zh-hans", "publish-en", "withdraw-zh-hans", "mark-as-real"]
)
def test_an_editor_does_not_decide_what_is_public(editor: Client, slug: str) -> None:
    case = ReadyCaseFactory(is_demo=True)

    assert editor.post(deed_page(case, slug), {"reason": "x"}).status_code == 403


def test_a_publisher_publishes_and_withdraws_with_a_reason(publisher: Client) -> None:
    case = settled(ReadyCaseFactory())

    publisher.post(deed_page(case, "publish-en"))
    case.refresh_from_db()
    assert case.published_languages == ["en"]

    publisher.post(deed_page(case, "withdraw-en"), {"reason": "数据有误"})
    case.refresh_from_db()
    assert not case.is_public
    assert AuditEvent.objects.about(case).first().note == "数据有误"


def test_contact_data_is_not_shown_to_the_audit_administrator(client: Client, guo: User) -> None:
    case = CaseFactory(contact_details="secret@example.org", waste_streams=["bags", "foam"])
    client.force_login(guo)

    page = client.get(change_page(case)).content.decode()

    assert case.number in page
    assert "塑料袋、泡沫塑料" in page
    assert "secret@example.org" not in page


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_preview_shows_a_draft_as_readers_will_see_it(editor: Client, language: str) -> None:
    case = ReadyCaseFactory(background_zh_hans="这是背景。", background_en="This is background.")

    response = editor.get(preview_page(case, language))

    page = response.content.decode()
    assert ("这是背景。" in page) == (language == "zh-hans")
    assert ("This is background." in page) == (language == "en")
    assert preview_page(case, "en" if language == "zh-hans" else "zh-hans") in page
    assert change_page(case) in page
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
    assert "unsafe" not in response["Content-Security-Policy"]


def test_the_preview_is_for_staff_alone(client: Client, wang: User) -> None:
    case = ReadyCaseFactory(title_en="Hidden")
    page = preview_page(case, "en")
    visitor = client.get(page)
    client.force_login(wang)
    member = client.get(page)

    assert visitor.status_code == member.status_code == 302
    assert "Hidden" not in visitor.content.decode() + member.content.decode()


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_preview_shows_a_draft_that_has_only_just_begun(editor: Client, language: str) -> None:
    add = reverse("admin:cases_case_add")
    resend(editor, add, FORM, title_zh_hans="北海净滩")

    assert editor.get(preview_page(Case.objects.get(), language)).status_code == 200


def test_the_preview_knows_two_languages(editor: Client) -> None:
    assert editor.get(preview_page(ReadyCaseFactory(), "fr")).status_code == 404


def test_the_lengths_of_short_texts_are_counted_by_the_rules_own_limits(editor: Client) -> None:
    page = editor.get(change_page(ReadyCaseFactory())).content.decode()

    assert 'data-count="characters" data-least="100" data-most="150"' in page
    assert 'data-count="words" data-least="60" data-most="90"' in page
    assert 'data-count="letters" data-least="0" data-most="60"' in page
