"""What the forms of cases, news and organisations say of the texts in the other language."""

import pytest
from django.test import Client

from cases.models import Case
from partnership.translations.models import TranslatedObject, TranslationUnit
from tests.factories.network import ListedOrganisationFactory
from tests.factories.portal import NewsFactory
from tests.partnership.translations.conftest import page_of, shown

pytestmark = pytest.mark.django_db


def test_the_form_of_a_case_shows_changes_beside_its_fields(
    staff: Client, stale: TranslationUnit, case: Case
) -> None:
    block = case.blocks.get()
    block.done_zh_hans = "做了什么事。"
    block.save()

    text = shown(staff, f"/admin/cases/case/{case.pk}/change/")

    assert "<ins>改了</ins>" in text
    assert "<ins>事</ins>" in text
    assert f'href="{page_of(case)}?all=1#t-background"' in text
    assert "待处理2条，其中过期2条" in text


def test_the_form_of_a_case_warns_of_signs_in_its_own_language_with_the_place(
    staff: Client, case: Case
) -> None:
    case.background_zh_hans = "背景,很重要。"
    case.save()
    block = case.blocks.get()
    block.done_zh_hans = "共清理 3吨。"
    block.save()

    text = shown(staff, f"/admin/cases/case/{case.pk}/change/")

    assert "中文旁出现半角标点，请改为全角。位置：第3个字符，“背景,很重要。”" in text
    assert "“共清理 3吨。”" in text


def test_the_form_says_what_stands_against_publication(
    staff: Client, stale: TranslationUnit, case: Case
) -> None:
    Case.objects.filter(pk=case.pk).update(published_en_at=None)
    Case.objects.get(pk=case.pk).save()

    assert "译文尚未审定：工作背景" in shown(staff, f"/admin/cases/case/{case.pk}/change/")


def test_forms_of_news_and_organisations_show_them_too(staff: Client) -> None:
    news = NewsFactory(title_en="")
    organisation = ListedOrganisationFactory(summary_zh_hans="摘要。 3")

    assert "缺译" in shown(staff, f"/admin/portal/news/{news.pk}/change/")
    text = shown(staff, f"/admin/partnership/organisation/{organisation.pk}/change/")
    assert "原文中没有数字3" in text
    assert shown(staff, "/admin/portal/news/add/")


def test_a_form_of_what_is_not_entered_yet_opens(staff: Client) -> None:
    news = NewsFactory()
    TranslatedObject.objects.all().delete()

    assert shown(staff, f"/admin/portal/news/{news.pk}/change/")
