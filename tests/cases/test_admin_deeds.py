"""What is published, withdrawn and previewed in the secretariat's admin."""

import pytest
from django.test import Client
from django.urls import reverse

from cases import actions
from cases.models import Case
from partnership.accounts.models import User
from partnership.core.models import AuditEvent
from tests.cases.admin_pages import FORM, change_page, deed_page, preview_page
from tests.factories.cases import (
    CaseFactory,
    ReadyCaseFactory,
)
from tests.forms_in_pages import resend


def settled(case: Case) -> Case:
    return actions.settle_edit(case)


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
