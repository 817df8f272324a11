"""The portal's own content: complete, well set in both languages, loaded once."""

import re
from pathlib import Path

import pytest
import yaml

from cases.demo import texts
from partnership.accounts.models import User
from partnership.core import rich_text
from partnership.portal import actions, content
from partnership.portal.choices import PageKey
from partnership.portal.models import News, Page

FILES = sorted(content.ESSENTIAL.glob("**/*.yaml"))
LINK_TEXT = re.compile(r"\]\([^)]*\)")


def pairs(file: Path) -> dict[str, dict[str, str]]:
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    return {key: data[key] for key in content.TEXTS}


def write(folder: Path, name: str, text: str) -> None:
    (folder / "news").mkdir(parents=True, exist_ok=True)
    (folder / "news" / name).write_text(text, encoding="utf-8")


NEWS = """
key: a
date: 2026-01-01
source_language: zh-hans
published: [zh-hans]
is_demo: true
title: {zh: 标题, en: Title}
summary: {zh: "", en: ""}
body: {zh: 正文, en: ""}
"""


def test_it_loads_everything_once(db: None) -> None:
    pages, others = content.load_pages(), content.load_demo()

    assert pages.faults == others.faults == []
    created = [*pages.created, *others.created]
    assert len(created) == len(FILES) == Page.objects.count() + News.objects.count()
    assert content.load_pages().unchanged == pages.created
    assert content.load_demo().unchanged == others.created


def test_every_page_the_portal_links_to_by_name_is_there_in_both_languages(db: None) -> None:
    content.load_pages()

    for key in PageKey.values:
        assert Page.objects.get(key=key).published_languages == ["zh-hans", "en"], key


def test_what_people_edited_is_left_alone(zhao: User) -> None:
    content.load_pages()
    page = actions.withdraw(Page.objects.get(key="terms"), "en", by=zhao, reason="To be revised")

    report = content.load_pages()

    assert report.kept == ["terms"]
    assert Page.objects.get(pk=page.pk).published_languages == ["zh-hans"]


def test_a_changed_file_changes_its_text_and_nothing_else(db: None, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", NEWS)
    content.load(tmp_path)
    write(tmp_path, "a.yaml", NEWS.replace("正文", "新的正文"))

    assert content.load(tmp_path).changed == ["a"]
    assert News.objects.get().body_zh_hans == "新的正文"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (NEWS.replace("key: a", "key: b"), "news/a.yaml: key: write a"),
        (NEWS.replace("is_demo: true", ""), "news/a.yaml: is_demo: is missing"),
        (NEWS + "colour: blue", "news/a.yaml: colour: is no key"),
        (NEWS.replace("en: Title", "fr: Titre"), "news/a.yaml: title: write {zh"),
        (NEWS.replace("zh: 标题", "zh: ''"), "news/a.yaml: published: A public text needs a title"),
        (NEWS.replace("date: 2026-01-01", "date: 2026-13-01"), "news/a.yaml: date: write"),
        (NEWS + "key: a", "a.yaml: file:"),
    ],
)
def test_it_names_a_fault_and_writes_nothing(
    db: None, tmp_path: Path, text: str, fault: str
) -> None:
    write(tmp_path, "a.yaml", text)
    write(tmp_path, "c.yaml", NEWS.replace("key: a", "key: c"))

    report = content.load(tmp_path)

    assert any(str(found).startswith(fault) for found in report.faults), report.faults
    assert not News.objects.exists()


def test_it_writes_nothing_when_it_only_checks(db: None) -> None:
    assert content.load_pages(check_only=True).created

    assert not Page.objects.exists()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_others_are_well_set(file: Path) -> None:
    for name, pair in pairs(file).items():
        chinese, english = (LINK_TEXT.sub("]", pair[code]) for code in ("zh", "en"))
        assert not texts.HALF_WIDTH.search(chinese), (name, texts.HALF_WIDTH.search(chinese))
        assert not texts.SPACED.search(chinese.replace(" | ", "|")), name
        assert not re.search(r"[，。；：？！（）]", english), name


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_link_of_the_others_is_kept(file: Path) -> None:
    for text in pairs(file)["body"].values():
        assert rich_text.render(text).count("<a href=") == len(LINK_TEXT.findall(text))


def test_only_demo_content_is_marked_as_such(db: None) -> None:
    content.load_pages()
    content.load_demo()

    assert not Page.objects.filter(kind="page", is_demo=True).exists()
    assert not Page.objects.listed().filter(is_demo=False).exists()
    assert not News.objects.filter(is_demo=False).exists()
