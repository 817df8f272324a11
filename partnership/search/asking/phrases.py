"""Phrases in straight quotation marks: words that have to stand in a text as they were typed.

The index keeps no order of words. It leads to the entries that have all words of a phrase, and their
texts decide; a single word, in whatever form, needs no more than the index.

Frequent words lead to thousands of texts, so that reading one has to be cheap. Short texts come
first, and mostly say it already; then the body in the phrase's own language, and the other one where it may
have such a phrase at all.
Each is fetched once and looked through for the phrase between blanks and for the bare words, which takes
a fifth of the time, before the pattern decides about what is left.
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
from partnership.search.language.words import LATIN_WORDS

MOST: Final = 20_000  # entries that have a phrase
SHORT: Final = "concat_ws(E'\\x01', {}, texts.labels)".format(  # no phrase goes over two of them
    ", ".join(
        f"texts.{languages.column(name, code)}"
        for name in ("title", "summary")
        for code in languages.LANGUAGES
    )
)
# OFFSET keeps the database from putting the expression, and with it the fetching of a long text, into
# each of the conditions.
SAYS: Final = (
    '(SELECT {surely}(small LIKE ANY(%s::text[]) AND small COLLATE "default" ~* %s) '
    'FROM (SELECT lower({text} COLLATE "C") AS small OFFSET 0) AS one_text)'
)
SURELY: Final = "strpos(small, %s) > 0 OR "
MIXED: Final = "texts.mixes_scripts AND "
IN_ENTRIES: Final = "SELECT entry.id FROM search_searchentry AS entry "
IN_TEXTS: Final = "JOIN search_searchtext AS texts ON texts.entry_id = entry.id "
ONE_WORD: Final = re.compile(r"\w+")
PAIR: Final = 2  # Chinese characters, which are one lexeme
LETTER: Final = re.compile(r"[a-z0-9]")
# Blanks, marks, and letters that PostgreSQL does not make small by bytes alone.
LOOSE: Final = re.compile(rf"(?:[^a-z0-9{HAN.pattern[1:-1]}])+")
BLANKS: Final = ("_", "__")  # as LIKE has it; a line may end within a phrase
ANYTHING: Final = ("%",)
BLANK: Final = " "


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
        return "|".join(map(_pattern, self._ways))

    @property
    def bare_words(self) -> list[str]:
        """Return what a text that has the phrase is like: its words in their order, between two some
        blanks, between more whatever it is."""
        return [
            f"%{LOOSE.sub(between, way)}%"
            for way in self._ways
            for between in (BLANKS if len(LOOSE.findall(way)) == 1 else ANYTHING)
        ]

    @property
    def surely(self) -> list[str]:
        """Return what only a text that has the phrase contains: it between blanks, Chinese anywhere."""
        return [
            f"{BLANK if LETTER.match(way) else ''}{way}{BLANK if LETTER.match(way[-1]) else ''}"
            for way in self._ways
            if not set(LOOSE.findall(way)) - {BLANK}
        ]

    @property
    def _ways(self) -> list[str]:
        typed = unicodedata.normalize("NFKC", self.text).lower()
        return list(dict.fromkeys((typed, normalised(self.text))))

    def asked_of(self, sql: Statement) -> None:
        """Add to a statement that a text has to have the phrase."""
        is_han = bool(HAN.search(self.text))
        own = languages.column("body", languages.CHINESE if is_han else languages.ENGLISH)
        other = languages.column("body", languages.ENGLISH if is_han else languages.CHINESE)
        is_told_by_script = is_han or LATIN_WORDS.search(self.text)
        says = [self._says(SHORT), self._says(f"texts.{own}")]
        says.append((MIXED if is_told_by_script else "") + self._says(f"texts.{other}"))
        values = [*self.surely, self.bare_words, self.pattern]
        sql.add(f" AND ({' OR '.join(says)})", *values * len(says))

    def _says(self, text: str) -> str:
        return SAYS.format(surely=SURELY * len(self.surely), text=text)


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
        phrase.asked_of(sql)
    keys = tuple(key for (key,) in sql.add(" LIMIT %s", MOST if longer else 1).rows())
    return Said(required, keys if longer else None) if keys else None
