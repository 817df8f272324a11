import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnership.core.differences import Kind, Piece, difference, words

TEXT = st.text(alphabet="ab 海滩垃圾。,\n1.5", max_size=60)


def pieces(before: str, after: str) -> list[tuple[str, str]]:
    return [(piece.kind.value, piece.text) for piece in difference(before, after)]


def test_it_compares_english_word_by_word() -> None:
    assert pieces("We removed 12.5 tons.", "We removed 13 tons.") == [
        ("same", "We removed "),
        ("removed", "12.5"),
        ("added", "13"),
        ("same", " tons."),
    ]


def test_it_compares_chinese_by_character() -> None:
    assert pieces("全年清理海滩垃圾十二吨。", "全年清理海面垃圾十二吨。") == [
        ("same", "全年清理海"),
        ("removed", "滩"),
        ("added", "面"),
        ("same", "垃圾十二吨。"),
    ]


def test_it_takes_scraps_between_two_changes_into_the_change() -> None:
    found = pieces("先开展甲的乙工作，然后总结", "先开展丙的丁工作，然后总结")

    assert found == [
        ("same", "先开展"),
        ("removed", "甲的乙"),
        ("added", "丙的丁"),
        ("same", "工作，然后总结"),
    ]


def test_it_shows_a_new_paragraph_as_one_piece() -> None:
    assert pieces("One.\n", "One.\nTwo.\n") == [("same", "One.\n"), ("added", "Two.\n")]


def test_it_finds_nothing_between_equal_texts() -> None:
    assert pieces("same", "same") == [("same", "same")]
    assert pieces("", "") == []


@given(TEXT, TEXT)
def test_its_pieces_give_both_texts_back(before: str, after: str) -> None:
    found = difference(before, after)

    assert "".join(p.text for p in found if p.kind != Kind.ADDED) == before
    assert "".join(p.text for p in found if p.kind != Kind.REMOVED) == after


@given(TEXT)
def test_words_joined_again_are_the_text(text: str) -> None:
    assert "".join(words(text)) == text


@pytest.mark.parametrize("unit", ["垃圾", "ab ", "甲。"])
def test_it_stays_quick_with_long_repetitive_texts(unit: str) -> None:
    begun = time.perf_counter()
    found = difference(unit * 3000, unit * 2999 + "x")

    assert time.perf_counter() - begun < 5
    assert isinstance(found[0], Piece)
