"""The secretariat's way: see what is out of date, open it, correct, approve, give it away."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from cases.models import Case
from partnership.accounts.models import User
from partnership.core.admin import waiting
from partnership.notifications.models import Notification, OutgoingMessage
from partnership.translations import actions
from partnership.translations.actions.rows import token_of
from partnership.translations.choices import State
from partnership.translations.models import TranslatedObject, TranslationUnit
from tests.factories.cases import BlockFactory, CaseFactory
from tests.factories.network import ListedOrganisationFactory
from tests.factories.portal import NewsFactory
from tests.partnership.translations.conftest import LIST, line_of, page_of, shown, unit_of

pytestmark = pytest.mark.django_db


def test_the_matrix_shows_each_text_with_its_state_in_words(
    staff: Client, stale: TranslationUnit, case: Case
) -> None:
    text = shown(staff, LIST)

    assert str(line_of(case)) in text
    assert f'href="{page_of(case)}#t-background" title="已过期"' in text
    assert "起过期" in text


@pytest.mark.parametrize(
    ("query", "is_there"),
    [
        ("state=stale", True),
        ("state=missing", False),
        ("state=nonsense", True),
        ("late=1", False),
        ("behind=1", True),
        ("mine=1", False),
        ("language=en", True),
        ("language=zh-hans", False),
        ("language=fr", True),
        ("q=海滩行动", True),
        ("q=Beach+action", True),
        ("q=没有", False),
        ("kind=nonsense", True),
        ("p=99", True),
    ],
)
def test_it_is_narrowed(
    query: str, is_there: bool, staff: Client, stale: TranslationUnit, case: Case
) -> None:
    assert (page_of(case) in shown(staff, f"{LIST}?kind=case&{query}")) is is_there


def test_what_has_been_out_of_date_for_long_is_found(
    staff: Client, stale: TranslationUnit, case: Case, lin: User
) -> None:
    TranslatedObject.objects.update(stale_since=timezone.now() - timedelta(days=15))

    assert page_of(case) in shown(staff, f"{LIST}?late=1")


@pytest.mark.parametrize("count", [1, 3, 50])
def test_it_asks_as_much_for_many_as_for_one(
    count: int, staff: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _number in range(count):
        BlockFactory(case=CaseFactory())
    staff.get(LIST)

    with django_assert_max_num_queries(10):
        staff.get(LIST)


def test_kinds_without_rows_are_shown_too(staff: Client) -> None:
    news = NewsFactory(title_en="")
    organisation = ListedOrganisationFactory()

    assert news.title_zh_hans in shown(staff, f"{LIST}?kind=news")
    assert organisation.name_zh_hans in shown(staff, f"{LIST}?kind=organisation")
    assert "没有符合条件" in shown(staff, f"{LIST}?kind=page")


def test_pages_keep_the_filters(staff: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("partnership.translations.admin.matrix.PER_PAGE", 1)
    CaseFactory()
    CaseFactory()
    CaseFactory()

    text = shown(staff, f"{LIST}?language=en&p=2")

    assert "language=en&amp;p=1" in text
    assert "language=en&amp;p=3" in text


def test_the_page_of_an_object_marks_the_change_beside_the_field(
    staff: Client, stale: TranslationUnit, case: Case
) -> None:
    text = shown(staff, page_of(case))

    assert "<ins>改了</ins>" in text
    assert ">Background.</textarea>" in text
    assert text.count("<textarea") == 3  # the text, its note and the reason of a minor edit
    assert "Summary." in shown(staff, f"{page_of(case)}?all=1")


def test_a_text_is_corrected_and_approved(
    staff: Client, stale: TranslationUnit, case: Case
) -> None:
    data = {
        "unit": stale.pk,
        "token": token_of(stale),
        "text": "New background.\r\nTwo.",
        "note": "",
    }

    answer = staff.post(page_of(case), {**data, "deed": "approve"})

    assert answer.status_code == 302
    assert Case.objects.get(pk=case.pk).background_en == "New background.\nTwo."
    assert line_of(case).stale == 0
    assert "没有待处理的文本" in shown(staff, page_of(case))


@pytest.mark.parametrize(
    ("deed", "state"),
    [("save", State.DRAFT), ("submit", State.IN_REVIEW), ("unknown", State.DRAFT)],
)
def test_a_draft_is_saved_or_sent(
    deed: str, state: State, staff: Client, stale: TranslationUnit, case: Case
) -> None:
    data = {"unit": stale.pk, "token": token_of(stale), "text": "New.", "note": "why"}

    staff.post(f"{page_of(case)}?all=1", {**data, "deed": deed})

    unit = unit_of(case, "background")
    assert (unit.state, unit.draft, unit.note) == (state, "New.", "why")
    text = shown(staff, page_of(case))
    assert "当前正式文本" in text
    assert "Lin翻译" in text


def test_a_refused_text_is_kept_and_shown_beside_the_new_source(
    staff: Client, stale: TranslationUnit, case: Case
) -> None:
    seen = token_of(stale)
    case.background_zh_hans = "背景又改了。"
    case.save()
    data = {"unit": stale.pk, "token": seen, "text": "Typed <b>text</b>", "note": "my note"}

    text = staff.post(page_of(case), {**data, "deed": "approve"}).content.decode()

    assert "您输入的内容没有丢失" in text
    assert "Typed &lt;b&gt;text&lt;/b&gt;</textarea>" in text
    assert "my note</textarea>" in text
    assert "<ins>又改了</ins>" in text
    assert f'value="{token_of(unit_of(case, "background"))}"' in text


def test_a_minor_edit_needs_its_reason(staff: Client, stale: TranslationUnit, case: Case) -> None:
    data = {"unit": stale.pk, "token": token_of(stale), "deed": "minor"}

    assert "errornote" in staff.post(page_of(case), data).content.decode()
    staff.post(page_of(case), {**data, "reason": "错别字"})

    assert unit_of(case, "background").state == State.APPROVED


def test_what_needs_no_translation_is_said(staff: Client) -> None:
    case = CaseFactory(summary_zh_hans="FECO")
    unit = unit_of(case, "summary")

    staff.post(
        page_of(case),
        {"unit": unit.pk, "token": token_of(unit), "deed": "excuse", "reason": "缩写"},
    )

    assert unit_of(case, "summary").state == State.NOT_NEEDED


def test_a_text_of_another_object_is_not_there(staff: Client, stale: TranslationUnit) -> None:
    other = CaseFactory()

    for unit in (stale.pk, 0, "x"):
        assert staff.post(page_of(other), {"unit": unit, "deed": "save"}).status_code == 404
    assert staff.get(f"{LIST}999999/change/").status_code == 404


def test_several_texts_are_approved_at_once(staff: Client) -> None:
    case = CaseFactory(summary_zh_hans="摘要。", summary_en="Summary.")
    units = [unit_of(case, "title"), unit_of(case, "summary")]
    tokens = {f"token-{unit.pk}": token_of(unit) for unit in units}
    address = f"{LIST}{line_of(case).pk}/approve/"

    staff.post(address, {"chosen": [unit.pk for unit in units]})
    assert line_of(case).approved == 0  # nobody knows what was looked at
    staff.post(address, {"chosen": [unit.pk for unit in units], **tokens})

    assert line_of(case).approved == 2


def test_readers_look_and_change_nothing(
    client: Client, zhao: User, guo: User, stale: TranslationUnit, case: Case
) -> None:
    client.force_login(guo)

    text = shown(client, page_of(case))

    assert "<textarea" not in text
    assert "Background." in text
    assert 'name="chosen"' not in shown(client, LIST)


def test_objects_are_given_to_a_translator_who_finds_them_on_the_start_page(
    staff: Client, stale: TranslationUnit, case: Case, zhao: User
) -> None:
    due_on = timezone.localdate() + timedelta(days=3)
    data = {"chosen": [line_of(case).pk], "person": zhao.pk, "due_on": due_on.isoformat()}

    answer = staff.post(f"{LIST}assign/?state=stale", data)

    assert answer["Location"] == f"{LIST}?state=stale"
    assert Notification.objects.get(recipient=zhao).path_zh_hans == f"{LIST}?mine=1"
    mail = OutgoingMessage.objects.get(recipient=zhao)
    assert str(line_of(case)) in mail.text
    staff.force_login(zhao)
    assert page_of(case) in shown(staff, f"{LIST}?mine=1")
    assert "分派给您的翻译" in shown(staff, reverse("admin:index"))
    assert "由Zhao翻译" in shown(staff, page_of(case))
    titles = [str(item.question.title) for item in waiting.items_for(zhao)]
    assert "已公开但落后于原文的译文" in titles


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({}, "请至少选择一项"),
        ({"chosen": "1"}, "该字段是必填项"),
        ({"chosen": "1", "due_on": "2020-01-01"}, "该日期已过"),
    ],
)
def test_a_refused_assignment_keeps_what_was_chosen(
    data: dict[str, str],
    sentence: str,
    staff: Client,
    stale: TranslationUnit,
    case: Case,
    lin: User,
) -> None:
    sent = {**data, **({"chosen": [line_of(case).pk]} if data else {})}
    if "due_on" in data:
        sent["person"] = lin.pk

    text = staff.post(f"{LIST}assign/", sent).content.decode()

    assert sentence in text
    assert text.count(" checked>") == bool(data)


def test_single_texts_are_given_to_a_translator(staff: Client, zhao: User) -> None:
    case = CaseFactory(title_en="", summary_zh_hans="摘要。")
    own, title, summary = page_of(case), unit_of(case, "title"), unit_of(case, "summary")
    assign = f"{LIST}{line_of(case).pk}/assign/"
    data = {"chosen": [summary.pk], "person": zhao.pk, "due_on": timezone.localdate().isoformat()}

    refused = staff.post(assign, {**data, "due_on": "2020-01-01"}).content.decode()
    assert staff.post(assign, data)["Location"] == own

    assert "该日期已过" in refused
    assert f'value="{summary.pk}" form="chosen-texts" checked>' in refused
    assert f'value="{title.pk}" form="chosen-texts">' in refused
    assert f'action="{own}#t-summary"' in refused
    assert unit_of(case, "summary").assigned_to == zhao
    assert unit_of(case, "title").assigned_to is None
    assert "没有需要翻译的文本" in staff.post(assign, data).content.decode()
    assert staff.get(f"{assign}?all=1")["Location"] == f"{own}?all=1"
    other = CaseFactory()
    foreign = {**data, "chosen": [unit_of(other, "title").pk]}
    staff.post(assign, foreign)
    assert unit_of(other, "title").assigned_to is None


def test_links_of_a_refused_assignment_lead_back_to_the_matrix(staff: Client) -> None:
    assert staff.get(f"{LIST}assign/?state=stale")["Location"] == f"{LIST}?state=stale"


def test_a_word_file_goes_out_and_comes_back(
    staff: Client, stale: TranslationUnit, case: Case
) -> None:
    own = f"{LIST}{line_of(case).pk}"
    file = staff.post(f"{own}/handout/")
    assert file["Content-Disposition"].endswith('.docx"')

    back = SimpleUploadedFile("back.docx", file.content)
    looked = staff.post(f"{own}/returned/", {"file": back}).content.decode()
    assert "文件没有带来变化" in looked

    strange = SimpleUploadedFile("strange.docx", b"MZ no document")
    assert staff.post(f"{own}/returned/", {"file": strange}).status_code == 200
    assert staff.post(f"{own}/returned/", {"confirmed": "gone"})["Location"] == f"{own}/returned/"


def test_a_file_is_taken_in_once_it_was_looked_at(
    staff: Client, stale: TranslationUnit, case: Case, lin: User
) -> None:
    from tests.partnership.translations.test_handouts import sent, translated, with_rows

    own = f"{LIST}{line_of(case).pk}"
    _handouts, content = actions.hand_out([line_of(case)], by=lin)
    back = SimpleUploadedFile("back.docx", with_rows(content, translated))

    looked = staff.post(f"{own}/returned/", {"file": back}).content.decode()
    token = looked.split('name="confirmed" value="')[1].split('"')[0]
    assert unit_of(case, "background").draft == ""
    answer = staff.post(f"{own}/returned/", {"confirmed": token})

    assert answer["Location"] == f"{own}/change/"
    assert unit_of(case, "background").state == State.IN_REVIEW
    other = CaseFactory()
    elsewhere = f"{LIST}{line_of(other).pk}/returned/"
    assert (
        "另一对象"
        in staff.post(elsewhere, {"file": SimpleUploadedFile("b.docx", content)}).content.decode()
    )
    assert staff.post(elsewhere, {"confirmed": token})["Location"] == elsewhere
    assert sent(content, lin).is_available


def test_a_file_of_the_chosen_objects_goes_out_and_comes_back(
    staff: Client, stale: TranslationUnit, case: Case
) -> None:
    from tests.partnership.translations.test_handouts_of_several import filled

    other = CaseFactory(title_en="")
    chosen = {"chosen": [line_of(case).pk, line_of(other).pk]}
    file = staff.post(f"{LIST}handouts/?kind=case", chosen)
    assert "translations-2-" in file["Content-Disposition"]

    back = SimpleUploadedFile("back.docx", filled(file.content))
    looked = staff.post(f"{LIST}returned/", {"file": back}).content.decode()
    token = looked.split('name="confirmed" value="')[1].split('"')[0]
    answer = staff.post(f"{LIST}returned/", {"confirmed": token}, follow=True)

    assert f"<h4>{line_of(other)}</h4>" in looked
    assert answer.redirect_chain[0][0] == f"{LIST}?state=in-review"
    assert "已导入2条译文" in answer.content.decode()
    assert unit_of(other, "title").state == State.IN_REVIEW


def test_a_refused_file_of_chosen_objects_keeps_what_was_chosen(staff: Client, case: Case) -> None:
    done = line_of(case)
    for chosen, sentence in (([done.pk], "所选内容中没有待翻译的文本"), ([], "请至少选择一项")):
        text = staff.post(f"{LIST}handouts/?kind=case", {"chosen": chosen}).content.decode()

        assert sentence in text
        assert (f'value="{done.pk}" checked' in text) == bool(chosen)
    assert staff.get(f"{LIST}handouts/?kind=case")["Location"] == f"{LIST}?kind=case"
    assert staff.post(f"{LIST}returned/", {"confirmed": "gone"})["Location"] == f"{LIST}returned/"


def test_nothing_left_to_hand_out_is_said(staff: Client, case: Case) -> None:
    own = f"{LIST}{line_of(case).pk}"

    assert staff.post(f"{own}/handout/")["Location"] == f"{own}/change/"
