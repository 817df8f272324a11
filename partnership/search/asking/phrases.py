"""Phrases in straight quotation marks: words that have to stand in a text as they were typed.

The index keeps no order of words. It leads to the entries that have all words of a phrase, and their
texts decide; a single word, in whatever form, needs no more than the index.

Frequent words lead to thousands of texts, so that reading one has to be cheap. Short texts come
first and each text is looked through as it stands: mostly the title or the summary says it, and the body stays
unread. Nothing in the pattern looks back or ahead, which would cost PostgreSQL a step of its own at
every character.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Self

from partnership.core import languages
from partnership.search.asking.groups import Lexemes, all_of
from partnership.search.asking.statements import Statement
from partnership.search.indexing.lexemes import parted_lexemes_of, quoted
from partnership.search.language.characters import HAN, normalised

MOST: Final = 20_000  # entries that have a phrase
COLUMNS: Final = (  # the shortest first
    *(languages.column("title", code) for code in languages.LANGUAGES),
    "labels",
    *(languages.column(name, code) for name in ("summary", "body") for code in languages.LANGUAGES),
)
SAYS: Final = " OR ".join(f"texts.{column} ~* %s" for column in COLUMNS)
IN_ENTRIES: Final = "SELECT entry.id FROM search_searchentry AS entry "
IN_TEXTS: Final = "JOIN search_searchtext AS texts ON texts.entry_id = entry.id "
ONE_WORD: Final = re.compile(r"\w+")
PAIR: Final = 2  # Chinese characters, which are one lexeme
LETTER: Final = re.compile(r"[a-z0-9]")


@dataclass(frozen=True, slots=True)
class Phrase:
    """`lexemes` are those of its words. Single characters are left out: in a text they stand in pairs."""

    text: str
    lexemes: Lexemes

    @classmethod
    def of(cls, text: str) -> Self:
        lexemes = parted_lexemes_of(text.lower())
        return cls(text.strip(), tuple(each for each in lexemes if not HAN.fullmatch(each)))

    @property
    def is_one_word(self) -> bool:
        is_pair = len(self.text) == PAIR or not HAN.search(self.text)
        return len(self.lexemes) == 1 and is_pair and bool(ONE_WORD.fullmatch(self.text))

    @property
    def pattern(self) -> str:
        """Return the regular expression: typed or simplified characters, any blanks, whole words."""
        typed = unicodedata.normalize("NFKC", self.text).lower()
        ways = dict.fromkeys((typed, normalised(self.text)))
        return "|".join(map(_pattern, ways))


def _pattern(text: str) -> str:
    words = r"\s+".join(map(re.escape, text.replace("’", "'").split())).replace("'", "['’]")
    before = "(?:^|[^a-z0-9])" if LETTER.match(text) else ""
    return before + words + ("(?:[^a-z0-9]|$)" if LETTER.match(text[-1:]) else "")


@dataclass(frozen=True, slots=True)
class Said:
    """What has all phrases: tsqueries, and where these do not decide, the keys of the entries."""

    required: tuple[str, ...] = ()
    only: tuple[int, ...] | None = None


def said(texts: Iterable[str]) -> Said | None:
    """Return what tells the entries that have all phrases; None where no entry has. Raises
    TookTooLong."""
    phrases = [phrase for phrase in map(Phrase.of, texts) if phrase.lexemes]
    if not phrases:
        return Said()
    required = tuple(all_of(map(quoted, phrase.lexemes)) for phrase in phrases)
    longer = [phrase for phrase in phrases if not phrase.is_one_word]
    sql = Statement().add(IN_ENTRIES + (IN_TEXTS if longer else ""))
    sql.add("WHERE entry.whole @@ %s::tsquery", all_of(required))
    for phrase in longer:
        sql.add(f" AND ({SAYS})", *[phrase.pattern] * len(COLUMNS))
    keys = tuple(key for (key,) in sql.add(" LIMIT %s", MOST if longer else 1).rows())
    return Said(required, keys if longer else None) if keys else None
