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
MOST_RANKED: Final = 300  # entries that only mention what was asked for
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


Scored = list[tuple[int, float]]  # key and score, best first


@dataclass(frozen=True, slots=True)
class Search:
    """A question, by what it is narrowed, and the language of the reader, if there is one.

    Of entries that only mention what was asked for, `most_ranked` are put in order; pages of one
    list all have to use the same number. `is_wide` says whether enough of what was asked for will
    do, if that is known already.
    """

    asked: Asked
    narrowing: Narrowing = Narrowing()
    language: str = ""
    most_ranked: int = MOST_RANKED
    is_wide: bool | None = None

    def best(self, number: int, start: int = 0) -> list[int]:
        """Return the keys of the entries from place `start` on, `number` at most."""
        if not self.asked.groups or start >= DEEPEST:
            return []
        wanted = min(start + number, DEEPEST)
        keys = [key for key, _score in self._in_head(self.asked.everything, wanted)]
        if len(keys) < wanted:
            keys += self._more(wanted - len(keys), keys, is_wide=self._needs_more(keys, wanted))
        return keys[start:wanted]

    def _needs_more(self, keys: list[int], wanted: int) -> bool:
        if self.is_wide is not None:
            return self.is_wide
        if self.narrowing == Narrowing() and wanted >= FEW:
            return len(keys) < FEW
        return needs_more(self.asked)

    def _more(self, number: int, known: list[int], *, is_wide: bool) -> list[int]:
        """Return what does not have everything in its head; `known` is what has."""
        rows = self._mentioning(known, number)
        if is_wide:
            scores = dict(self._in_head(self.asked.most, number, but=self.asked.everything))
            scores |= {key: max(score, scores.get(key, 0)) for key, score in rows}
            rows = sorted(scores.items(), key=lambda row: (-row[1], -row[0]))
        return [key for key, _score in rows][:number]

    def _in_head(self, query: str, number: int, but: str = "") -> Scored:
        condition, values = self.narrowing.condition
        score, shares = _score(self.asked.groups)
        if self.language:
            score += " * CASE WHEN languages @> ARRAY[%s]::varchar[] THEN %s ELSE 1 END"
            shares += [self.language, READERS_LANGUAGE]
        without = " AND NOT head @@ %s::tsquery" if but else ""
        sql = (
            f"SELECT id, {score} AS score FROM (SELECT *, head AS words FROM search_searchentry) "  # noqa: S608
            f"AS entry WHERE head @@ %s::tsquery{without}{condition} "
            f"ORDER BY score DESC, public_since DESC, id DESC LIMIT %s"
        )
        return _rows(sql, [*shares, query, *([but] if but else []), *values, number])

    def _mentioning(self, known: list[int], number: int) -> Scored:
        """Return entries that have everything, some of it in the body only."""
        condition, values = self.narrowing.condition
        score, shares = _score(self.asked.groups)
        narrowed = (
            f" AND entry_id IN (SELECT id FROM search_searchentry AS entry WHERE true{condition})"  # noqa: S608
        )
        found = (
            "SELECT entry_id, subjects AS words FROM search_searchtext "  # noqa: S608
            "WHERE whole @@ %s::tsquery AND entry_id <> ALL(%s)"
            f"{narrowed if condition else ''} LIMIT %s"
        )
        sql = (
            f"SELECT entry_id, {score} AS score FROM ({found}) AS found "  # noqa: S608
            "ORDER BY score DESC, entry_id DESC LIMIT %s"
        )
        return _rows(
            sql, [*shares, self.asked.everything, known, *values, self.most_ranked, number]
        )


def _rows(sql: str, values: list[Any]) -> Scored:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


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


def _score(groups: tuple[Group, ...]) -> tuple[str, list[Any]]:
    parts, values = [], []
    for group in groups:
        for query, weight in group.ranks:
            parts.append(f"%s * ts_rank(%s::real[], words, %s::tsquery, {BY_DOCUMENT_LENGTH})")
            values += [weight, list(WEIGHTS), query]
    return f"({' + '.join(parts)})", values
