"""Figures in a Chinese and an English text, to find those that stand in one of them only.

Digits must have a counterpart: 50.8万 and 508,000 are the same figure. A counterpart may be
written out (三个 for 3, "twelve" for 12, "June" for 6月), but a written-out word asks for none.
"""

import calendar
import re
import unicodedata
from decimal import Decimal
from itertools import pairwise

from partnership.core.figures import plain

DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?"
EXPONENTS = re.compile("[⁰¹²³⁴-⁹₀-₉]")
CHINESE_FIGURE = re.compile(rf"({DIGITS})\s*[多余]?(万亿|百万|千万|亿|万|千(?!米|克|瓦|伏))?")
CHINESE_SCALE = {
    "千": 10**3,
    "万": 10**4,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "万亿": 10**12,
}
CHINESE_WORD = re.compile(r"[零〇一二两三四五六七八九十百千万亿]+")
CHINESE_DIGIT = {character: value for value, character in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
}
CHINESE_UNIT = {"十": 10, "百": 100, "千": 1000}
DECADE = re.compile(r"(\d{2})世纪(\d)0年代")

ENGLISH_FIGURE = re.compile(
    rf"({DIGITS})(?:[ -](thousand|million|billion|trillion))?", re.IGNORECASE
)
ENGLISH_SCALE = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
ORDINALS = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ENGLISH_WORDS = (
    {word: value for value, word in enumerate(SMALL)}
    | {word: value for value, word in enumerate(ORDINALS)}
    | {word: 10 * value for value, word in enumerate(TENS, start=2)}
    | {"once": 1, "twice": 2, "double": 2, "both": 2, "half": 50, "hundred": 100, "thousand": 1000}
    | {"dozen": 12, "million": 10**6, "billion": 10**9}
    | {name.lower(): month for month, name in enumerate(calendar.month_name) if name}
)


def only_in_one(chinese: str, english: str) -> list[str]:
    """Return the figures, normalised, that one text gives in digits and the other not at all."""
    first, second = _normalized(chinese), _normalized(english)
    in_first, in_second = _chinese_digits(first), _english_digits(second)
    missing = (in_first - in_second - _english_words(second)) | (
        in_second - in_first - _chinese_words(first)
    )
    return [plain(value) for value in sorted(missing)]


def _normalized(text: str) -> str:
    """Full-width digits become plain ones; the 2 of m² and CO₂ is no figure."""
    return unicodedata.normalize("NFKC", EXPONENTS.sub("", text))


def _chinese_digits(text: str) -> set[Decimal]:
    text = DECADE.sub(lambda match: f"{int(match[1]) - 1}{match[2]}0年代", text)
    return {
        _value(digits) * CHINESE_SCALE.get(scale, 1)
        for digits, scale in CHINESE_FIGURE.findall(text)
    }


def _english_digits(text: str) -> set[Decimal]:
    return {
        _value(digits) * ENGLISH_SCALE.get(scale.lower(), 1)
        for digits, scale in ENGLISH_FIGURE.findall(text)
    }


def _value(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))


def _chinese_words(text: str) -> set[Decimal]:
    """Return the values of written-out numbers and of their beginnings: 十四五 holds a 14."""
    return {
        Decimal(_chinese_number(word[:end]))
        for word in CHINESE_WORD.findall(text)
        for end in range(1, len(word) + 1)
    }


def _chinese_number(word: str) -> int:
    """Return the value of a number in characters: 二十五, 一百零三, 一万二千."""
    total = section = digit = 0
    for character in word:
        if character in CHINESE_DIGIT:
            digit = CHINESE_DIGIT[character]
        elif character in CHINESE_UNIT:
            section += (digit or 1) * CHINESE_UNIT[character]
            digit = 0
        else:
            total = (total + section + digit or 1) * CHINESE_SCALE[character]
            section = digit = 0
    return total + section + digit


def _english_words(text: str) -> set[Decimal]:
    words = re.findall(r"[a-z]+", text.lower())
    values = {Decimal(ENGLISH_WORDS[word]) for word in words if word in ENGLISH_WORDS}
    pairs = pairwise(words)
    compounds = {
        Decimal(ENGLISH_WORDS[tens] + ENGLISH_WORDS[ones])
        for tens, ones in pairs
        if tens in TENS and ones in SMALL[1:10] + ORDINALS[1:]
    }
    return values | compounds
