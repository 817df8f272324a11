"""What is suggested for the letters typed so far: characters, pinyin or initials."""

import json
import re
from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils.http import urlencode

from partnership.core import languages
from partnership.search.asking.reading import cleaned
from partnership.search.asking.statements import rows_of
from partnership.search.choices import SuggestionKind
from partnership.search.glossary.book import initials_of, pinyin_of
from partnership.search.language.characters import HAN, normalised

MOST: Final = 8
SHORTEST_WORD: Final = 2  # letters; one Chinese character is enough
MIXED: Final = re.compile(f"({HAN.pattern}*)([ -~]+)")
LAST: Final = "\U0010ffff"  # stands behind everything that begins alike
FIND: Final = """
SELECT kind, text, entry_id FROM search_suggestion
WHERE normalised >= %(begin)s AND normalised < %(end)s
   OR pinyin >= %(letters)s AND pinyin < %(letters_end)s AND starts_with(normalised, %(written)s)
   OR initials >= %(initials)s AND initials < %(initials_end)s AND starts_with(normalised, %(written)s)
ORDER BY (language = %(language)s) DESC, (normalised >= %(begin)s AND normalised < %(end)s) DESC,
    weight DESC, text COLLATE "C"
LIMIT %(most)s
"""
ADDRESSES: Final = "SELECT entry_id, addresses FROM search_searchtext WHERE entry_id = ANY(%s)"


@dataclass(frozen=True, slots=True)
class Suggested:
    """A line under the box: `url` leads to results, or to the thing itself, `language` is that of
    the text."""

    text: str
    kind: str
    url: str

    @property
    def language(self) -> str:
        return languages.tag(languages.CHINESE if HAN.search(self.text) else languages.ENGLISH)


def suggested(typed: str) -> list[Suggested]:
    """Return what may be meant, subjects before names before titles, in the language of the page
    before the other; raises TookTooLong."""
    begin = normalised(cleaned(typed))
    if not begin or (begin.isascii() and len(begin) < SHORTEST_WORD):
        return []
    language = languages.current()
    written, letters, initials = _spelt(begin)
    values: dict[str, str | int] = {
        "begin": begin,
        "end": begin + LAST,
        "letters": letters,
        "letters_end": letters + LAST,
        "initials": initials,
        "initials_end": initials + LAST,
        "written": written,
        "language": language,
        "most": MOST * 2,
    }
    rows = list({row[1]: row for row in rows_of(FIND, values)}.values())[:MOST]
    addresses = _addresses([row[2] for row in rows if row[2]])
    return [_line(kind, text, addresses.get(entry, {}), language) for kind, text, entry in rows]


def _spelt(begin: str) -> tuple[str, str, str]:
    """Return the characters that are written already, the pinyin of everything and its initials:
    while a word is typed, 微塑li stands in the box. Characters alone need neither."""
    mixed = MIXED.fullmatch(begin)
    written, letters = mixed.groups() if mixed else ("", "")
    letters = letters.replace(" ", "").replace("'", "")
    if not letters:
        return "", LAST, LAST
    return written, pinyin_of(written) + letters, initials_of(written) + letters


def _addresses(entries: list[int]) -> dict[int, dict[str, str]]:
    if not entries:
        return {}
    return {entry: json.loads(paths) for entry, paths in rows_of(ADDRESSES, [entries])}


def _line(kind: str, text: str, addresses: dict[str, str], language: str) -> Suggested:
    search = f"{reverse('search:results')}?{urlencode({'q': text})}"
    return Suggested(text, str(SuggestionKind(kind).label), addresses.get(language) or search)
