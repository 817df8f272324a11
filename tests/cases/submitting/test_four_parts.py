import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.submitting import four_parts

CHINESE = """厦门海漂垃圾治理
一、工作背景
海漂垃圾随雨水入海。
二、工作举措
（一）建立海上环卫队伍
配备船舶43艘。
（二）预测漂移
每天预报。
三、实施成效：
年清理3000吨。
四、经验总结
部门协同。
"""
ENGLISH = """Clean beaches
Background
Litter came with the rain.

2. Measures
1. Pay the crews
By weight.
Results
Less litter.
Lessons learned
Pay on the day.
"""


def test_it_cuts_a_chinese_text_at_its_four_headings() -> None:
    found = four_parts.split(CHINESE)

    assert found["title"] == "厦门海漂垃圾治理"
    assert found["background"] == "海漂垃圾随雨水入海。"
    assert found["results"] == "年清理3000吨。"
    assert found["lessons"] == "部门协同。"


def test_it_cuts_an_english_text_at_its_four_headings() -> None:
    found = four_parts.split(ENGLISH)

    assert set(found) == {"title", "background", "measures", "results", "lessons"}
    assert found["lessons"] == "Pay on the day."


@pytest.mark.parametrize(
    "heading",
    [
        "工作背景",
        "1．背景情况",
        "（一）案例背景",
        "第一部分 工作背景",
        "**工作背景**",
        "BACKGROUND:",
        "I. Context",
    ],
)
def test_it_knows_the_usual_spellings_of_a_heading(heading: str) -> None:
    assert four_parts.split(f"{heading}\nText.")["background"] == "Text."


@pytest.mark.parametrize("line", ["在此背景下，全市开展行动。", "The results were good.", "背景板"])
def test_it_takes_no_sentence_for_a_heading(line: str) -> None:
    assert four_parts.split(f"工作背景\n{line}") == {"background": line}


def test_it_makes_a_block_of_each_numbered_measure() -> None:
    answers = four_parts.fill_in({}, CHINESE)

    assert answers["measures"] == [
        {"title": "建立海上环卫队伍", "done": "配备船舶43艘。"},
        {"title": "预测漂移", "done": "每天预报。"},
    ]


def test_it_overwrites_nothing_and_puts_nothing_in_twice() -> None:
    typed = {"about": {"title": "Mine"}, "background": {"background": "First."}}

    once = four_parts.fill_in(typed, CHINESE)
    again = four_parts.fill_in(once, "工作背景\n海漂垃圾随雨水入海。")

    assert once["about"]["title"] == "Mine"
    assert again["background"]["background"] == "First.\n\n海漂垃圾随雨水入海。"
    assert typed == {"about": {"title": "Mine"}, "background": {"background": "First."}}


def test_it_takes_a_text_without_headings_for_the_background() -> None:
    assert four_parts.fill_in({}, "Only one text.")["background"] == {
        "background": "Only one text."
    }


@given(st.text(max_size=200))
def test_it_loses_no_word_of_whatever_is_pasted(text: str) -> None:
    filled = str(four_parts.fill_in({}, f"工作背景\n甲{text}乙"))

    assert "甲" in filled
    assert "乙" in filled
