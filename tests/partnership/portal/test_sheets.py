"""News in spreadsheets."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from partnership.accounts.models import User
from partnership.core.choices import Verb
from partnership.core.models import AuditEvent
from partnership.core.sheets import files
from partnership.core.spreadsheets import csv_lines
from partnership.portal.models import News
from tests.factories.portal import NewsFactory, public

IMPORT = reverse("admin:portal_news_import")
EXPORT = reverse("admin:portal_news_export")


@pytest.fixture
def editor(client: Client, lin: User) -> Client:
    client.force_login(lin)
    return client


def exported(client: Client) -> list[list[str]]:
    sheet = files.read(client.post(EXPORT, {"format": "csv"}).content)
    return [sheet.headings, *(cells for _line, cells in sheet.rows)]


def imported(client: Client, table: list[list[str]]) -> str:
    """Go both steps; return the page of the first."""
    file = SimpleUploadedFile("news.csv", "".join(csv_lines(table)).encode())
    page = client.post(IMPORT, {"file": file}).content.decode()
    for signed in re.findall(r'name="looked_at" value="([^"]+)"', page):
        client.post(IMPORT, {"looked_at": signed})
    return page


def test_a_row_with_a_new_short_name_becomes_a_draft(editor: Client) -> None:
    imported(
        editor,
        [["key", "标题（中文）", "date"], ["beach-day", "净滩日", "2026-06-08"]],
    )

    news = News.objects.get()
    assert (news.key, news.title_zh_hans, str(news.date)) == ("beach-day", "净滩日", "2026-06-08")
    assert not news.is_public
    assert AuditEvent.objects.about(news).get().verb == Verb.IMPORTED


def test_a_draft_is_changed_and_what_is_public_refused(editor: Client) -> None:
    draft = NewsFactory(title_en="Old")
    told = public(NewsFactory(title_en="Old"))
    table = exported(editor)
    title = table[0].index("标题（英文）")
    (row,) = [row for row in table if row[0] == draft.key]
    row[title] = "New"

    imported(editor, table)
    draft.refresh_from_db()
    assert (draft.title_en, draft.version) == ("New", 2)

    (row,) = [row for row in table if row[0] == told.key]
    row[title] = "New"
    assert "已公开" in imported(editor, table)
    told.refresh_from_db()
    assert told.title_en == "Old"


def test_it_says_what_a_row_lacks(editor: Client) -> None:
    page = imported(editor, [["key", "title_en", "date"], ["Not a key", "x", "someday"]])

    assert re.findall(r"<tr><td>(\d+)</td><td>([^<]*)</td>", page) == [
        ("2", "网址短名"),
        ("2", "日期"),
    ]
    assert not News.objects.exists()
