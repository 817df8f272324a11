"""What is counted over all entries, every night and after a rebuild: how frequent words are, which
English words there are, and the suggestions for subjects."""

from typing import Final

from django.db import connection, transaction

from partnership.search import suggesting
from partnership.search.asking.weighing import ALL_ENTRIES
from partnership.search.glossary import book
from partnership.search.indexing.lexemes import SUBJECT
from partnership.search.language.characters import HAN

LEAST_ENTRIES: Final = 3  # rarer words weigh as much as unknown ones
LEMMAS: Final = """
INSERT INTO search_lexemecount (lexeme, entries)
SELECT word, ndoc FROM ts_stat('SELECT head FROM search_searchentry')
WHERE ndoc >= %s OR word LIKE %s
UNION ALL SELECT %s, count(*) FROM search_searchentry
"""
WORDS: Final = """
INSERT INTO search_knownword (word, entries)
SELECT word, count(*) FROM search_searchtext, LATERAL (
    SELECT DISTINCT word FROM regexp_split_to_table(
        lower(title_en || ' ' || summary_en), '[^a-z]+') AS word
    WHERE length(word) BETWEEN 3 AND 30
) AS words
GROUP BY word
"""
OF_GLOSSARY: Final = """
INSERT INTO search_knownword (word, entries) SELECT word, %s FROM unnest(%s::text[]) AS word
ON CONFLICT (word) DO UPDATE SET entries = search_knownword.entries + EXCLUDED.entries
"""
PREFERRED: Final = 1_000  # entries a word of the glossary counts for
SHORTEST: Final = 3


@transaction.atomic
def count() -> None:
    """Renew all counts."""
    known = book.made()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM search_lexemecount; DELETE FROM search_knownword")
        cursor.execute(LEMMAS, [LEAST_ENTRIES, f"{SUBJECT}%", ALL_ENTRIES])
        cursor.execute(WORDS)
        cursor.execute(OF_GLOSSARY, [PREFERRED, _words(known)])
    suggesting.write_subjects(known)


def _words(known: book.Book) -> list[str]:
    words = {
        word
        for spelling in known.spellings.values()
        if not HAN.search(spelling.text)
        for word in spelling.text.lower().replace("-", " ").split()
    }
    return sorted(word for word in words if word.isalpha() and len(word) >= SHORTEST)
