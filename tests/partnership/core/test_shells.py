"""Shells: rendered once, filled with pieces ever after."""

import pytest
from django.template import engines
from django.utils.safestring import SafeString
from django.utils.translation import override

from partnership.core import shells
from partnership.core.shells import filled_shell

TEMPLATE = "made-for-this-test.html"


@pytest.fixture
def template(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Put a template in place of those on disk and note how often it is asked for."""
    asked: list[int] = []
    source = (
        "{% load i18n %}<h1 lang='{{ lang }}'>{{ case.title }}</h1>"
        "{% if figures %}<b>{{ figures }}</b>{% else %}{% translate 'Nothing to choose' %}{% endif %}"
        "{{ case.title }}{% if case.is_demo %}!{% endif %}"
    )

    def get_template(name: str) -> object:
        asked.append(1)
        return engines["django"].from_string(source)

    monkeypatch.setattr(engines["django"], "get_template", get_template)
    shells._shell.cache_clear()
    yield asked
    shells._shell.cache_clear()


def filled(title: str, figures: str = "", *, is_demo: bool = False) -> str:
    pieces = {"case.title": title, "figures": SafeString(figures)}
    return filled_shell(TEMPLATE, pieces, {"lang": "en", "case.is_demo": is_demo})


def test_it_fills_every_place_of_a_piece(template: list[int]) -> None:
    assert filled("A", "<i>1</i>") == "<h1 lang='en'>A</h1><b><i>1</i></b>A"


def test_it_escapes_what_is_no_html(template: list[int]) -> None:
    assert "&lt;b&gt; &amp;" in filled("<b> &", "<i>1</i>")


def test_it_renders_once_for_the_same_set_of_pieces(template: list[int]) -> None:
    assert [filled("A", "1"), filled("B", "2")] == [
        "<h1 lang='en'>A</h1><b>1</b>A",
        "<h1 lang='en'>B</h1><b>2</b>B",
    ]
    assert len(template) == 1


def test_a_piece_that_is_missing_makes_another_shell(template: list[int]) -> None:
    with override("en"):
        assert filled("A", "1") != filled("A")
        assert "Nothing to choose" in filled("A")


def test_other_values_and_languages_make_another_shell(template: list[int]) -> None:
    with override("en"):
        assert filled("A", is_demo=True).endswith("A!")
        english = filled("A")
    with override("zh-hans"):
        assert filled("A") != english


def test_a_piece_is_never_taken_for_a_place_of_another(template: list[int]) -> None:
    assert filled("\x02figures\x03", "1") == (
        "<h1 lang='en'>\x02figures\x03</h1><b>1</b>\x02figures\x03"
    )
