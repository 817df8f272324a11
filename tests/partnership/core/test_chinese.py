"""Words and sounds of Chinese texts."""

import subprocess
import sys

from partnership.core import chinese


def test_it_finds_words() -> None:
    assert chinese.words("海洋垃圾监测") == ["海洋", "垃圾", "监测"]


def test_it_guesses_words_only_when_asked() -> None:
    assert "".join(chinese.words("蓝色循环", guesses=False)) == "蓝色循环"


def test_it_knows_sounds_and_how_certain_names_are_read() -> None:
    assert chinese.syllables("厦门A") == ["xia", "men", "A"]
    assert chinese.syllables("厦门A", han_alone=True) == ["xia", "men"]
    assert chinese.syllables("薄辽") == ["bo", "liao"]
    assert chinese.syllables("北部湾1", han_alone=True) == ["bei", "bu", "wan"]


def test_no_dictionary_is_read_before_somebody_asks() -> None:
    code = (
        "import sys, partnership.core.chinese; print({'rjieba', 'pypinyin'} & sys.modules.keys())"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert found.stdout.strip() == "set()"
