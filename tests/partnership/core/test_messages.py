"""The message catalogues follow the source."""

import re
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.management import CommandError, call_command

from partnership.core import messages

PYTHON = """
from django.utils.translation import gettext_lazy as _, ngettext, pgettext
A = _("Beach clean-up")
B = ngettext("%d case", "%d cases", 2)
C = pgettext("month", "May")
"""
OTHER_SITES = re.compile(r"\bwebsite\b|newspaper or site", re.IGNORECASE)  # not the portal
TEMPLATE = """{% load i18n %}
<p>{% translate "Home" %}</p>
    {% blocktranslate trimmed count n=n %}
      {{ n }} city
    {% plural %}
      {{ n }} cities
    {% endblocktranslate %}
"""


@pytest.fixture
def project(tmp_path: Path, settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> Path:
    settings.BASE_DIR = tmp_path
    monkeypatch.setattr(messages, "FOREIGN_PACKAGES", ())
    monkeypatch.setattr(messages, "PARTLY_TRANSLATED", ())
    (tmp_path / "cases").mkdir()
    (tmp_path / "templates").mkdir()
    (tmp_path / "cases" / "a.py").write_text(PYTHON, encoding="utf-8")
    (tmp_path / "templates" / "a.html").write_text(TEMPLATE, encoding="utf-8")
    return tmp_path


def test_it_finds_the_strings_of_code_and_templates(project: Path) -> None:
    found = {(m.context, m.msgid, m.plural) for m in messages.collect().values()}

    assert found == {
        ("", "Beach clean-up", ""),
        ("", "%d case", "%d cases"),
        ("month", "May", ""),
        ("", "Home", ""),
        ("", "%(n)s city", "%(n)s cities"),
    }


def test_it_keeps_translations_and_drops_what_is_gone(project: Path) -> None:
    call_command("update_messages", verbosity=0)
    chinese = messages.load("zh-hans")
    for entry in chinese:
        if entry.msgid_plural:
            entry.msgstr_plural = {0: "译文"}
        else:
            entry.msgstr = "译文"
    chinese.save()
    (project / "cases" / "a.py").write_text("", encoding="utf-8")

    call_command("update_messages", verbosity=0)

    kept = {
        entry.msgid: entry.msgstr or entry.msgstr_plural[0] for entry in messages.load("zh-hans")
    }
    assert kept == {"Home": "译文", "%(n)s city": "译文"}
    call_command("update_messages", "--check", verbosity=0)


def test_it_keeps_the_translation_when_a_merge_left_a_string_twice(project: Path) -> None:
    path = messages.catalogue_path("zh-hans")
    path.parent.mkdir(parents=True)
    path.write_text('msgid "Home"\nmsgstr "首页"\n\nmsgid "Home"\nmsgstr ""\n', encoding="utf-8")

    catalogue = messages.merged("zh-hans", messages.collect())

    assert [entry.msgstr for entry in catalogue if entry.msgid == "Home"] == ["首页"]


def test_it_fills_english_from_the_source(project: Path) -> None:
    call_command("update_messages", verbosity=0)

    assert messages.incomplete(messages.load("en")) == []


def test_the_check_fails_on_a_missing_translation(project: Path) -> None:
    call_command("update_messages", verbosity=0)

    with pytest.raises(CommandError, match="Beach clean-up"):
        call_command("update_messages", "--check", verbosity=0)


def test_the_check_fails_on_a_catalogue_that_lags_behind(project: Path) -> None:
    call_command("update_messages", verbosity=0)
    (project / "templates" / "b.html").write_text(
        "{% load i18n %}{% translate 'New' %}", encoding="utf-8"
    )

    with pytest.raises(CommandError, match="New"):
        call_command("update_messages", "--check", verbosity=0)


def chinese() -> dict[tuple[str, str], str]:
    """Return what the portal's own Chinese catalogue says, by context and English."""
    return {
        (entry.msgctxt or "", entry.msgid): entry.msgstr or entry.msgstr_plural[0]
        for entry in messages.load("zh-hans")
    }


@pytest.mark.parametrize(
    ("banned", "said"),
    [
        (("网站", "平台", "本站", "本系统"), "门户"),
        (("许可方式",), "许可协议"),
        (("指示灯",), "信号灯"),
        (("贵组织",), "贵单位"),
        (("省级组织",), "省级主管部门"),
        (("审定地图",), "经审核的地图"),
    ],
)
def test_chinese_has_one_word_for_one_thing(banned: tuple[str, ...], said: str) -> None:
    texts = [
        text for (_context, english), text in chinese().items() if not OTHER_SITES.search(english)
    ]

    assert [text for text in texts if any(word in text for word in banned)] == []
    assert any(said in text for text in texts)


@pytest.mark.parametrize(
    ("context", "english", "expected"),
    [
        ("", "due", "截止日期"),
        ("message", "due", "预定发送时间"),
        ("", "results", "实施成效"),
        ("search", "results", "结果数"),
        ("search", "text", "搜索词"),
        ("evidence", "reason of the withdrawal", "撤回原因"),
        ("report", "what was done", "所做工作"),
        ("translation", "approved by", "审定人"),
        ("", "Send the proposal", "提交推荐"),
        ("commitment", "Send the proposal", "提交提议"),
        ("commitment", "The secretariat has your proposal.", "秘书处已收到您的提议。"),
    ],
)
def test_one_english_word_has_the_chinese_of_its_place(
    context: str, english: str, expected: str
) -> None:
    assert chinese()[context, english] == expected
