import pytest

from partnership.core import text_length


@pytest.mark.parametrize(
    ("text", "language", "length"),
    [
        ("海洋垃圾，减少。", "zh-hans", 6),
        ("2021年清理1,097.13吨", "zh-hans", 6),
        ("使用HDPE浮球", "zh-hans", 5),
        ("Fishers don't land it: 1,097.13 t of well-known litter.", "en", 9),
        ("", "en", 0),
    ],
)
def test_it_counts_characters_in_chinese_and_words_in_english(
    text: str, language: str, length: int
) -> None:
    assert text_length.count(text, language) == length
