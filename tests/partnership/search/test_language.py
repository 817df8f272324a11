"""What words are, in both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnership.search.glossary.keys import key_of
from partnership.search.indexing.lexemes import lexemes_of, quoted
from partnership.search.language.characters import normalised


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("ＰＥＴ瓶　回收", "pet瓶 回收"),
        ("海灘清潔", "海滩清洁"),
        ("Đà Nẵng", "da nang"),
        ("ﬁsh", "ﬁsh"),
        ("𠀋", "𠀋"),
    ],
)
def test_it_levels_width_case_accents_and_traditional_forms(typed: str, kept: str) -> None:
    assert normalised(typed) == kept


@given(st.text(max_size=80))
def test_it_keeps_every_character_in_its_place(text: str) -> None:
    assert len(normalised(text)) == len(text)


@given(st.text(max_size=80))
def test_lexemes_never_break_out_of_their_quotes(text: str) -> None:
    for lexeme in lexemes_of(text):
        inner = quoted(lexeme)[1:-1]

        assert "'" not in inner.replace("''", "")


def test_it_indexes_chinese_by_pairs_and_english_by_stems() -> None:
    assert lexemes_of("海洋垃圾") == ["海洋", "洋垃", "垃圾"]
    assert lexemes_of("Cleanups of beaches") == ["cleanup", "beach"]


def test_a_hyphen_can_be_left_out() -> None:
    assert set(lexemes_of("micro-plastics")) == {"microplast", "micro", "plastic"}


def test_it_tells_acronyms_from_words() -> None:
    assert "0pet" in lexemes_of("PET bottles")
    assert "0pet" not in lexemes_of("pets and their owners")


@pytest.mark.parametrize("text", ["", "的", "海", "*", "the", "of the", "a", "。", "   ", "如何"])
def test_a_term_that_matches_everything_has_no_key(text: str) -> None:
    assert key_of(text) == ""


def test_terms_that_cannot_be_told_apart_have_one_key() -> None:
    assert key_of("Beach clean-up") == key_of("beach cleaning")
    assert key_of("海灘") == key_of("海滩")
    assert key_of("净滩") != key_of("海滩")
