"""What of a text a result shows, and by what it says it was found."""

import re

import pytest
from django.test import Client
from hypothesis import assume, given
from hypothesis import strategies as st

from partnership.search.asking import understood
from partnership.search.snippets import Wanted, first_of_most, snippet, window_end
from tests.factories.cases import PublishedCaseFactory
from tests.factories.search import subject
from tests.partnership.search.test_results import page

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("asked", "end", "marked"),
    [
        ("mangrove", "They cleaned the mangroves by boat.", "<mark>mangroves</mark>"),
        ("红树林", "They cleaned the mangroves by boat.", "<mark>mangroves</mark>"),
        ("fisheries", "It is a Fishery.", "<mark>Fishery</mark>"),
        ("红树林", "清理红树林内的垃圾。", "<mark>红树林</mark>"),
    ],
)
def test_a_result_that_speaks_of_it_far_down_shows_where(
    asked: str, end: str, marked: str, client: Client
) -> None:
    subject("mangrove", "红树林", "mangrove")
    body = f"{'Something else is said here. ' * 400}{end} Then more."
    PublishedCaseFactory(title_en="Klang", title_zh_hans="巴生", results_en=body)

    assert marked in page(client, f"/en/search/?q={asked}")


def test_a_result_of_the_other_language_s_text_alone_says_by_which_word(client: Client) -> None:
    PublishedCaseFactory(title_en="Pilar", title_zh_hans="皮拉尔", results_zh_hans="带鱼上岸。")

    assert re.search(r'Found by\s*<q lang="zh-Hans">鱼</q>', page(client, "/en/search/?q=鱼"))
    assert "匹配词语" not in page(client, "/zh-hans/search/?q=鱼")


@given(
    st.text("a汉 。", min_size=2, max_size=400),
    st.lists(st.integers(0, 9_999), min_size=8, max_size=40),
)
def test_the_window_with_the_most_marks_is_shown(text: str, places: list[int]) -> None:
    cuts = sorted({place % (len(text) + 1) for place in places})
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    assume(spans)
    inside = [
        sum(end <= window_end(text, first) for _start, end in spans[number:])
        for number, (first, _last) in enumerate(spans)
    ]

    assert first_of_most(text, spans) == spans[inside.index(max(inside))][0]


def test_no_blank_is_shown_where_a_sentence_of_chinese_ends_with_its_line() -> None:
    question = understood("分类")
    wanted = Wanted.of(question.asked.groups, question.book)
    text = "效果有限。\r\n分类；\n分类\n数据公开。\nAnd\ngear"

    assert snippet(text, None) == "效果有限。分类；分类\n数据公开。And\ngear"
    assert "<mark>分类</mark>；<mark>分类</mark>\n数据" in snippet(text, wanted)
