"""Pages and news in the secretariat's admin."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from partnership.accounts.models import User
from partnership.core.choices import Verb
from partnership.core.models import AuditEvent
from partnership.portal import actions
from partnership.portal.models import News
from tests.factories.portal import NewsFactory, PageFactory, public
from tests.forms_in_pages import fields_of, resend

LIST = reverse("admin:portal_news_changelist")
FORM = "news_form"


def change_page(news: News) -> str:
    return reverse("admin:portal_news_change", args=[news.pk])


def deed_page(news: News, slug: str) -> str:
    return reverse("admin:portal_news_deed", args=[news.pk, slug])


@pytest.fixture
def editor(client: Client, lin: User) -> Client:
    client.force_login(lin)
    return client


@pytest.fixture
def publisher(client: Client, zhao: User) -> Client:
    client.force_login(zhao)
    return client


def test_it_shows_the_state_of_each_language_in_words(editor: Client) -> None:
    public(NewsFactory(title_zh_hans="净滩"), "zh-hans")

    page = editor.get(LIST).content.decode()

    assert "净滩" in page
    assert "中文：已公开" in page
    assert "英文：草稿" in page


@pytest.mark.parametrize(
    ("state", "found"), [("draft", ["稿"]), ("zh-only", ["中"]), ("both", ["双"]), ("en-only", [])]
)
def test_it_narrows_the_list_by_state(editor: Client, state: str, found: list[str]) -> None:
    NewsFactory(title_zh_hans="稿")
    public(NewsFactory(title_zh_hans="中"), "zh-hans")
    public(NewsFactory(title_zh_hans="双"))

    rows = editor.get(LIST, {"state": state}).context["cl"].result_list

    assert [news.title_zh_hans for news in rows] == found


def test_it_asks_the_same_number_of_queries_at_any_length(editor: Client) -> None:
    counts = []
    for more in (1, 2, 47):
        NewsFactory.create_batch(more)
        with CaptureQueriesContext(connection) as queries:
            editor.get(LIST)
        counts.append(len(queries))

    assert len(set(counts)) == 1
    assert counts[0] <= 12


def test_it_saves_through_the_version_and_records_what_changed(editor: Client, lin: User) -> None:
    news = NewsFactory(title_en="Old")

    response = resend(editor, change_page(news), FORM, title_en="New")

    assert response.status_code == 302
    news.refresh_from_db()
    assert (news.title_en, news.version) == ("New", 2)
    event = AuditEvent.objects.about(news).get()
    assert (event.verb, event.actor_id) == (Verb.CHANGED, str(lin.pk))
    assert event.changes["title_en"] == ["Old", "New"]


def test_it_refuses_a_form_opened_before_somebody_else_saved(editor: Client) -> None:
    news = NewsFactory(title_en="Old", body_en="Old body")
    mine = fields_of(editor.get(change_page(news)), FORM)
    News.objects.filter(pk=news.pk).update(title_en="Theirs")
    actions.settle_edit(news)

    response = editor.post(change_page(news), {**mine, "title_en": "Mine"})

    assert response.status_code == 200
    news.refresh_from_db()
    assert (news.title_en, news.version) == ("Theirs", 2)
    clashes = [(clash.theirs, clash.mine) for clash in response.context["clashes"]]
    assert clashes == [("Theirs", "Mine")]
    assert fields_of(response, FORM)["title_en"] == "Mine"


def test_it_saves_after_the_two_texts_were_compared(editor: Client) -> None:
    news = NewsFactory(title_en="Old")
    mine = fields_of(editor.get(change_page(news)), FORM)
    actions.settle_edit(news)
    refused = editor.post(change_page(news), {**mine, "title_en": "Mine"})

    response = editor.post(change_page(news), fields_of(refused, FORM))

    assert response.status_code == 302
    news.refresh_from_db()
    assert (news.title_en, news.version) == ("Mine", 3)


def test_it_refuses_to_take_the_text_from_a_public_language(editor: Client) -> None:
    news = public(NewsFactory(), "en")

    response = resend(editor, change_page(news), FORM, body_en="", title_en="Typed")

    assert response.status_code == 200
    assert "以英文公开的文稿须有英文正文" in response.content.decode()
    assert fields_of(response, FORM)["title_en"] == "Typed"
    news.refresh_from_db()
    assert news.body_en == "Body."
    assert not AuditEvent.objects.about(news).filter(verb=Verb.CHANGED).exists()


def test_it_creates_a_draft(editor: Client) -> None:
    add = reverse("admin:portal_news_add")

    response = resend(editor, add, FORM, key="a-b", title_zh_hans="标题", date="2026-01-02")

    assert response.status_code == 302
    news = News.objects.get(key="a-b")
    assert not news.is_public
    assert AuditEvent.objects.about(news).get().verb == Verb.CREATED


def test_publishing_stands_behind_a_page_that_asks(publisher: Client) -> None:
    news = NewsFactory()
    page = deed_page(news, "publish-en")

    asking = publisher.get(page)
    news.refresh_from_db()
    assert asking.status_code == 200
    assert not news.is_public

    response = publisher.post(page)

    assert response.url == change_page(news)
    news.refresh_from_db()
    assert news.published_languages == ["en"]


def test_a_refused_publication_says_what_to_do(publisher: Client) -> None:
    news = NewsFactory(body_en="")

    response = publisher.post(deed_page(news, "publish-en"))

    assert response.status_code == 200
    assert "还没有该语言的正文" in response.content.decode()
    news.refresh_from_db()
    assert not news.is_public


def test_withdrawing_needs_a_reason(publisher: Client) -> None:
    news = public(NewsFactory(), "en")
    page = deed_page(news, "withdraw-en")

    assert publisher.post(page, {"reason": " "}).status_code == 200
    assert publisher.post(page, {"reason": "数据有误"}).status_code == 302

    news.refresh_from_db()
    assert not news.is_public
    assert AuditEvent.objects.about(news).first().note == "数据有误"


def test_an_editor_may_not_publish_even_by_address(editor: Client) -> None:
    news = NewsFactory()

    assert editor.get(deed_page(news, "publish-en")).status_code == 403
    assert editor.post(deed_page(news, "publish-en")).status_code == 403
    assert deed_page(news, "publish-en") not in editor.get(change_page(news)).content.decode()
    news.refresh_from_db()
    assert not news.is_public


def test_an_unknown_deed_or_object_is_not_found(publisher: Client) -> None:
    news = NewsFactory()

    assert publisher.get(deed_page(news, "burn")).status_code == 404
    assert publisher.get(deed_page(News(pk=0), "publish-en")).status_code == 404


def test_the_audit_administrator_looks_but_changes_nothing(client: Client, guo: User) -> None:
    client.force_login(guo)
    news = NewsFactory(title_en="Old")

    assert client.get(change_page(news)).status_code == 200
    assert client.post(change_page(news), {"title_en": "New"}).status_code == 403
    assert client.get(reverse("admin:portal_news_add")).status_code == 403


@pytest.mark.parametrize("page", [LIST, reverse("admin:portal_page_changelist"), "/admin/"])
def test_members_have_no_business_here(client: Client, wang: User, page: str) -> None:
    client.force_login(wang)

    response = client.get(page, follow=True)

    assert response.status_code == 403


def test_the_start_page_says_what_waits_and_what_happened(editor: Client) -> None:
    NewsFactory.create_batch(2)
    page = public(PageFactory(title_zh_hans="关于"))

    text = editor.get("/admin/").content.decode()

    assert re.search(r">\d{4}年\d+月\d+日 星期.<", text)
    assert "新闻草稿" in text
    assert f"{LIST}?state=draft" in text
    assert "页面草稿" not in text
    assert reverse("admin:portal_page_change", args=[page.pk]) in text


@pytest.mark.parametrize("factory", [NewsFactory, PageFactory])
@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_preview_shows_a_draft_to_staff(
    editor: Client, factory: type[NewsFactory], language: str
) -> None:
    text = factory(title_zh_hans="草稿标题", title_en="Draft title")
    page = reverse(f"admin:portal_{text._meta.model_name}_preview", args=[text.pk, language])

    response = editor.get(page)

    assert ("Draft title" in response.content.decode()) == (language == "en")
    assert response["X-Robots-Tag"] == "noindex, nofollow"


def test_a_page_with_an_address_of_its_own_needs_a_known_name(editor: Client) -> None:
    page = PageFactory(kind="notice")
    form = reverse("admin:portal_page_change", args=[page.pk])

    response = resend(editor, form, "page_form", kind="page")

    assert "短名须为about" in response.content.decode()
    page.refresh_from_db()
    assert page.kind == "notice"
