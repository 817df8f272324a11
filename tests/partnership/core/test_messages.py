"""The message catalogues follow the source."""

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
