"""Finding entries and putting them in order.

First come entries with all that was asked for in title, summary and labels; the database reads
nothing else for frequent words. Where these are few, entries with all of it anywhere and entries
with enough of it, or with a nearby subject, in title, summary and labels follow in one order. So
what is about a thing comes before what mentions it.
"""

from dataclasses import dataclass
from typing import Any, Final

from django.db import connection

from partnership.search.asking.groups import Asked, Group
from partnership.search.choices import WEIGHTS

FEW: Final = 10  # entries about everything; when there are fewer, enough of it will do
MOST_RANKED: Final = 500  # texts of the later stages; the latest ones when there are more
DEEPEST: Final = 1_000  # entries a list goes down to
READERS_LANGUAGE: Final = 1.02  # for what can be read in the language of the page
BY_DOCUMENT_LENGTH: Final = 1


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What entries must have besides: any of the values of each, where some are given."""

    kinds: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    languages: tuple[str, ...] = ()

    @property
    def condition(self) -> tuple[str, list[Any]]:
        """Return the SQL and its parameters; empty when nothing is narrowed."""
        ways = {
            "entry.kind = ANY(%s)": list(self.kinds),
            "entry.themes && %s::varchar[]": list(self.themes),
            "entry.countries && %s::varchar[]": list(self.countries),
            "entry.year = ANY(%s)": list(self.years),
            "entry.languages && %s::varchar[]": list(self.languages),
        }
        used = {sql: values for sql, values in ways.items() if values}
        return "".join(f" AND {sql}" for sql in used), list(used.values())


@dataclass(frozen=True, slots=True)
class Stage:
    """A way to find: `column` is what is ranked, `where` the condition with its tsqueries."""

    column: str
    where: str
    queries: tuple[str, ...]
    is_bounded: bool = False


Scored = list[tuple[int, float]]  # key and score, best first


@dataclass(frozen=True, slots=True)
class Search:
    """A question, by what it is narrowed, and the language of the reader, if there is one."""

    asked: Asked
    narrowing: Narrowing = Narrowing()
    language: str = ""

    def best(self, number: int, start: int = 0) -> list[int]:
        """Return the keys of the entries from place `start` on, `number` at most."""
        if not self.asked.groups or start >= DEEPEST:
            return []
        wanted = min(start + number, DEEPEST)
        keys = [key for key, _score in self._rows(_all_in_head(self.asked), wanted)]
        if len(keys) < wanted:
            keys += self._more(wanted - len(keys), is_wide=self._is_wide(keys, wanted))
        return keys[start:wanted]

    def _is_wide(self, keys: list[int], wanted: int) -> bool:
        if self.narrowing == Narrowing() and wanted >= FEW:
            return len(keys) < FEW
        return needs_more(self.asked)

    def _more(self, number: int, *, is_wide: bool) -> list[int]:
        """Return what does not have everything in its head."""
        rows = self._rows(_all_anywhere(self.asked), number)
        if is_wide:
            scores = dict(self._rows(_most_in_head(self.asked), number))
            scores |= {key: max(score, scores.get(key, 0)) for key, score in rows}
            rows = sorted(scores.items(), key=lambda row: (-row[1], -row[0]))
        return [key for key, _score in rows][:number]

    def _rows(self, stage: Stage, number: int) -> Scored:
        condition, values = self.narrowing.condition
        score, shares = _score(self.asked.groups, self.language)
        is_joined = "texts." in stage.where
        join = " JOIN search_searchtext AS texts ON texts.entry_id = entry.id" if is_joined else ""
        found = (
            f"SELECT entry.id, languages, public_since, entry.{stage.column} AS words "  # noqa: S608
            f"FROM search_searchentry AS entry{join} WHERE {stage.where}{condition}"
        )
        if stage.is_bounded:
            found += f" ORDER BY entry.id DESC LIMIT {MOST_RANKED}"
        sql = (
            f"SELECT id, {score} AS score FROM ({found}) AS found "  # noqa: S608
            f"ORDER BY score DESC, public_since DESC, id DESC LIMIT %s"
        )
        with connection.cursor() as cursor:
            cursor.execute(sql, [*shares, *stage.queries, *values, number])
            return cursor.fetchall()


def _all_in_head(asked: Asked) -> Stage:
    return Stage("head", "entry.head @@ %s::tsquery", (asked.everything,))


def _all_anywhere(asked: Asked) -> Stage:
    where = "texts.whole @@ %s::tsquery AND NOT entry.head @@ %s::tsquery"
    return Stage("subjects", where, (asked.everything, asked.everything), is_bounded=True)


def _most_in_head(asked: Asked) -> Stage:
    where = "entry.head @@ %s::tsquery AND NOT entry.head @@ %s::tsquery"
    return Stage("head", where, (asked.most, asked.everything))


def needs_more(asked: Asked) -> bool:
    """Whether few entries have everything in title, summary or labels; narrowing does not count, so
    that a filter never brings other entries in."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM (SELECT 1 FROM search_searchentry WHERE head @@ %s::tsquery "
            "LIMIT %s) AS found",
            [asked.everything, FEW],
        )
        return int(cursor.fetchone()[0]) < FEW


def _score(groups: tuple[Group, ...], language: str) -> tuple[str, list[Any]]:
    parts, values = [], []
    for group in groups:
        for query, weight in group.ranks:
            parts.append(f"%s * ts_rank(%s::real[], words, %s::tsquery, {BY_DOCUMENT_LENGTH})")
            values += [weight, list(WEIGHTS), query]
    score = f"({' + '.join(parts)})"
    if language:
        score += " * CASE WHEN languages @> ARRAY[%s]::varchar[] THEN %s ELSE 1 END"
        values += [language, READERS_LANGUAGE]
    return score, values
