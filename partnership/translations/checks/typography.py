"""Signs and blanks as each language sets them. Warns with the place; changes nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from partnership.core.languages import CHINESE
from partnership.translations.checks.finding import Finding, excerpt

HAN: Final = r"\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0002fa1f"
WIDE: Final = r"，。；：！？、（）《》“”‘’【】"
NUMBERS: Final = r"(?:EU|EC|EEC)\)|\d{4}\)\d"  # 第(EU) 2019/904号, GS京(2022)1061号
UNITS: Final = r"km²|km2|km|m²|m2|m³|m3|cm|mm|m|kg|mg|µg|g|t|ha|kWh|MWh|kW|MW|GW|L|mL|°C"


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern that should not stand in a text of one language, and what to write instead."""

    code: str
    pattern: re.Pattern[str]
    message: str | Promise


def _rule(code: str, pattern: str, message: str | Promise) -> Rule:
    return Rule(code, re.compile(pattern), message)


OF_CHINESE: Final = (
    _rule(
        "half-width-punctuation",
        rf"(?<=[{HAN}])[,;:!?]|(?<=[{HAN}])\.(?![\w.])|(?<![/.])[,;:!?](?=[{HAN}])"
        rf"|\((?=[{HAN}])|(?<=[{HAN}])\((?!{NUMBERS})|(?<=[{HAN}])\)",
        _("Half-width punctuation beside Chinese: write it full-width."),
    ),
    _rule(
        "blank-beside-latin",
        rf"(?<=[{HAN}])[ \u00a0]+(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%])[ \u00a0]+(?=[{HAN}])",
        _("No blank between Chinese and Latin letters or figures."),
    ),
    _rule(
        "blank-in-chinese",
        rf"(?<=[{HAN}])[ \u00a0\u3000]+(?=[{HAN}])|[ \u00a0]+(?=[{WIDE}])|(?<=[{WIDE}])[ \u00a0]+(?=\S)",
        _("No blank within Chinese text or beside full-width punctuation."),
    ),
    _rule(
        "full-width-letters",
        r"[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff05]+",
        _("Figures, Latin letters and % are half-width in Chinese, too."),
    ),
    _rule(
        "straight-quotes",
        rf"[\"'](?=[{HAN}])|(?<=[{HAN}{WIDE}])[\"']|[「」『』]",
        _("Quotation marks in Chinese are “ ” and within them ‘ ’."),
    ),
    _rule(
        "dash",
        rf"--+|(?<=[{HAN}]) +[-–—]+ +(?=[{HAN}])",
        _("A dash in Chinese is ——, without blanks."),
    ),
    _rule(
        "ellipsis",
        r"\.{3,}|。{2,}|(?<!…)…(?!…)|…{3,}",
        _("The ellipsis in Chinese is ……."),
    ),
    _rule("doubled", r"([，、；：！？])\1+", _("The same punctuation mark stands twice.")),
    _rule("percent", r"(?<=\d) +[%‰]", _("No blank before % in Chinese.")),
    _rule(
        "unit",
        rf"(?<![A-Za-z0-9.,])\d+(?:[.,]\d+)*(?=(?:{UNITS})(?![A-Za-z0-9²³]))",
        _("A blank is missing between figure and unit."),
    ),
)

OF_ENGLISH: Final = (
    _rule(
        "full-width",
        r"[\uff01-\uff5e\u3000-\u303f]+",
        _("Full-width signs in English: write them half-width."),
    ),
    _rule("double-blank", r"(?<=\S)[ \u00a0]{2,}(?=\S)", _("Two blanks in a row.")),
    _rule(
        "blank-before",
        r"(?<=\w)[ \u00a0]+(?=[,;:!?](?:\s|$)|\.(?:\s|$))",
        _("No blank before this punctuation mark."),
    ),
    _rule(
        "blank-after",
        r"(?<=[A-Za-z])[,;](?=[A-Za-z])|(?<=[a-z]{2})\.(?=[A-Z][a-z])",
        _("A blank is missing after this punctuation mark."),
    ),
    _rule(
        "straight-quotes",
        r"\"|(?<=[A-Za-z])'",
        _("Quotation marks in English are “ ”, and the apostrophe is ’."),
    ),
    _rule(
        "dash",
        r"(?<=\w) - (?=\w)|--+|(?<=\w) — (?=\w)",
        _("A dash in English is –, with blanks."),
    ),
    _rule(
        "range",
        r"(?<![\d-])(?<=\b)\d{1,4}-\d{1,4}(?![\d-])",
        _("Between the two figures of a range stands –, not a hyphen."),
    ),
    _rule("ellipsis", r"\.{3,}", _("The ellipsis in English is ….")),
    _rule(
        "unit",
        rf"(?<![\w.])\d+(?:[.,]\d+)*(?=(?:{UNITS})(?![\w²³]))",
        _("A blank is missing between figure and unit."),
    ),
)
PAIRS: Final = {
    CHINESE: (("（", "）"), ("“", "”"), ("《", "》"), ("【", "】")),
    "en": (("(", ")"), ("“", "”"), ("[", "]")),
}
NUMBERED: Final = re.compile(
    r"(?:\A|[\s,;:.，；：。])(?:\d{1,2}|[A-Za-z]|[一二三四五六七八九十]+)\Z"
)
# Addresses, and the ruled lines and bars of tables, keep their own signs.
MASKED: Final = re.compile(
    r"https?://[^\s)\]）]+|www\.[^\s)\]）]+|[\w.+-]+@[\w.-]+|^\s*\|[\s:|-]+\|\s*$| *\| *",
    re.MULTILINE,
)


def typography(text: str, language: str) -> list[Finding]:
    """Return what is set wrongly, in the order of the text."""
    masked = MASKED.sub(lambda match: "\n" * len(match[0]), text)  # every place stays where it was
    rules = OF_CHINESE if language == CHINESE else OF_ENGLISH
    found = [
        Finding(
            rule.code,
            rule.message,
            start=match.start() + 1,
            excerpt=excerpt(text, match.start(), match.end()),
        )
        for rule in rules
        for match in rule.pattern.finditer(masked)
    ]
    return sorted([*found, *_unpaired(masked, language)], key=lambda finding: finding.start)


def _unpaired(text: str, language: str) -> Iterator[Finding]:
    for opening, closing in PAIRS[language]:
        place = _first_unpaired(text, opening, closing)
        if place is not None:
            yield Finding(
                "unpaired",
                _("“%(mark)s” has no counterpart."),
                {"mark": text[place]},
                place + 1,
                excerpt(text, place, place + 1),
            )


def _first_unpaired(text: str, opening: str, closing: str) -> int | None:
    open_places: list[int] = []
    for place, sign in enumerate(text):
        if sign == opening:
            open_places.append(place)
        elif sign == closing and open_places:
            open_places.pop()
        elif sign == closing and not _is_in_list(text, place):
            return place
    return open_places[0] if open_places else None


def _is_in_list(text: str, place: int) -> bool:
    """Whether the mark closes the number or letter of an item: 1) first, b）其次."""
    return text[place] in ")）" and NUMBERED.search(text[max(0, place - 4) : place]) is not None
