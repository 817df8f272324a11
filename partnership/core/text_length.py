"""How long a text is: Chinese by characters, English by words."""

import re

from partnership.core import languages

HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0002fa1f]")
WORD = re.compile(r"[^\W_]+(?:[-'’.,][^\W_]+)*")


def count(text: str, language: str) -> int:
    """Return the length people mean. In Chinese each character counts, and each foreign word or
    number once; punctuation never counts."""
    if language == languages.CHINESE:
        return len(HAN.findall(text)) + len(WORD.findall(HAN.sub(" ", text)))
    return len(WORD.findall(text))
