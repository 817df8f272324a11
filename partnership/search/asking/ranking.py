"""Finding entries and putting them in order.

First come entries with all that was asked for in title, summary and labels; the database reads
nothing else for frequent words. Where these are few, entries with all of it anywhere and entries
with enough of it, or with a nearby subject, in title, summary and labels follow in one order. So
what is about a thing comes before what mentions it.
"""

from dataclasses import dataclass
from typing import Any, Final

from partnership.search.asking.groups import Asked
from partnership.search.asking.statements import Statement, list_of
from partnership.search.choices import WEIGHTS

FEW: Final = 10  # entries about everything; when there are fewer, enough of it will do
MOST_RANKED: Final = 150  # entries that only mention what was asked for
MOST_NEAR: Final = 8_000  # entries with some of it, of which the best are ranked with care
DEEPEST: Final = 1_000  # entries a list goes down to
READERS_LANGUAGE: Final = 1.02  # for what can be read in the language of the page
BY_DOCUMENT_LENGTH: Final = 1
WEIGHT_LIST: Final = "{" + ",".join(map(str, WEIGHTS)) + "}"
IN_HEAD: Final = "SELECT count(*) FROM (SELECT 1 FROM search_searchentry WHERE head @@ %s::tsquery LIMIT %s) AS few"


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
        if self == EVERYTHING:
            return "", []
        ways = {
            "entry.kind = ANY(%s)": list(self.kinds),
            "entry.themes && %s::varchar[]": list(self.themes),
            "entry.countries && %s::varchar[]": list(self.countries),
            "entry.year = ANY(%s::integer[])": list(self.years),
            "entry.languages && %s::varchar[]": list(self.languages),
        }
        used = {sql: values for sql, values in ways.items() if values}
        return "".join(f" AND {sql}" for sql in used), list(used.values())


EVERYTHING: Final = Narrowing()


@dataclass(frozen=True, slots=True)
class Search:
    """A question, by what it is narrowed, and the language of the reader, if there is one.

    Of entries that only mention what was asked for, `most_ranked` are put in order; pages of one
    list all have to use the same number. `is_wide` says whether enough of what was asked for will
    do, if that is known already.
    """

    asked: Asked
    narrowing: Narrowing = EVERYTHING
    language: str = ""
    most_ranked: int = MOST_RANKED
    is_wide: bool | None = None

    def best(self, number: int, start: int = 0) -> list[int]:
        """Return the keys of the entries from place `start` on, `number` at most."""
        if not self.asked.groups or start >= DEEPEST:
            return []
        wanted = min(start + number, DEEPEST)
        statement = self._statement(wanted)
        first: list[tuple[float, Any, int]] = []
        others: dict[int, float] = {}
        for is_first, key, score, since in statement.rows():
            if is_first:
                first.append((score, since, key))
            else:
                others[key] = max(score, others.get(key, 0.0))
        keys = [key for _score, _since, key in sorted(first, reverse=True)]
        behind = sorted(others.items(), key=lambda row: (-row[1], -row[0]))
        return [*keys, *(key for key, _score in behind)][start:wanted]

    def all(self) -> list[int]:
        """Return the keys of all entries, in no order."""
        sql = Statement()
        sql.add("SELECT id FROM search_searchentry AS entry WHERE (")
        sql.add("whole @@ %s::tsquery", self.asked.everything)
        if needs_more(self.asked) if self.is_wide is None else self.is_wide:
            sql.add(" OR head @@ %s::tsquery", self.asked.most)
        sql.add(")")
        self._narrow(sql)
        return [key for (key,) in sql.rows()]

    def _statement(self, wanted: int) -> Statement:
        """Return one statement for everything: what follows behind the best is looked for where
        these are too few, which the database finds out for itself."""
        sql = Statement().add("WITH best AS MATERIALIZED (")
        self._in_head(sql, self.asked.everything, wanted)
        sql.add(") SELECT true AS is_first, * FROM best UNION ALL SELECT false, * FROM (")
        self._mentioning(sql, wanted)
        sql.add(") AS mentioning")
        if self.is_wide is not False and self.asked.most != self.asked.everything:
            sql.add(" UNION ALL SELECT false, * FROM (")
            self._near(sql, wanted)
            sql.add(") AS near")
        return sql

    def _in_head(self, sql: Statement, query: str, number: int) -> None:
        sql.add("SELECT id, ")
        self._score(sql, "head")
        sql.add(" AS score, public_since FROM search_searchentry AS entry ")
        sql.add("WHERE head @@ %s::tsquery", query)
        self._narrow(sql)
        sql.add(" ORDER BY score DESC, public_since DESC, id DESC LIMIT %s", number)

    def _mentioning(self, sql: Statement, wanted: int) -> None:
        """Entries that have everything, some of it in the body only."""
        sql.add("SELECT id, ")
        self._score(sql, "subjects", reader=False)
        sql.add(" AS score, NULL::timestamptz FROM ")
        sql.add("(SELECT id, subjects FROM search_searchentry AS entry")
        sql.add(" WHERE whole @@ %s::tsquery", self.asked.everything)
        sql.add(" AND (SELECT count(*) FROM best) < %s", wanted)
        sql.add(" AND id NOT IN (SELECT id FROM best)")
        self._narrow(sql)
        sql.add(" LIMIT %s) AS entry", self.most_ranked)
        sql.add(" ORDER BY score DESC, id DESC LIMIT %s", wanted)

    def _near(self, sql: Statement, wanted: int) -> None:
        """Entries with enough of it in title, summary and labels: at a rough look first."""
        sql.add("SELECT id, ")
        self._score(sql, "head")
        sql.add(
            " AS score, NULL::timestamptz FROM (SELECT * FROM "
            "(SELECT id, head, languages FROM search_searchentry AS entry WHERE "
        )
        sql.add("(SELECT count(*) FROM best) < %s", wanted)
        if self.is_wide is None:
            self._are_few(sql, wanted)
        sql.add(" AND head @@ %s::tsquery", self.asked.most)
        self._narrow(sql)
        sql.add(" AND id NOT IN (SELECT id FROM best)")
        sql.add(" LIMIT %s) AS entry", MOST_NEAR)
        sql.add(f" ORDER BY ts_rank('{WEIGHT_LIST}', head, %s::tsquery, {BY_DOCUMENT_LENGTH}) DESC")
        sql.add(", id DESC LIMIT %s) AS entry", self.asked.anything, 2 * self.most_ranked)
        sql.add(" ORDER BY score DESC, id DESC LIMIT %s", wanted)

    def _narrow(self, sql: Statement) -> None:
        for condition, values in (self.narrowing.condition, self.asked.condition):
            sql.add(condition, *values)

    def _are_few(self, sql: Statement, wanted: int) -> None:
        """Narrowing does not count, so that a filter never brings other entries in."""
        is_all = self.narrowing == EVERYTHING and self.asked.only is None
        if is_all and wanted >= FEW:
            sql.add(" AND (SELECT count(*) FROM best) < %s", FEW)
        else:
            sql.add(f" AND ({IN_HEAD}) < %s", self.asked.everything, FEW, FEW)

    def _score(self, sql: Statement, vector: str, *, reader: bool = True) -> None:
        sql.add("(0")
        for group in self.asked.groups:
            for query, weight in group.ranks:
                rank = f"ts_rank('{WEIGHT_LIST}', {vector}, %s::tsquery, {BY_DOCUMENT_LENGTH})"
                sql.add(f" + %s::float8 * {rank}", weight, query)
        sql.add(")")
        if self.language and reader:
            sql.add(" * CASE WHEN languages @> ARRAY[%s]::varchar[] THEN %s::float8 ELSE 1 END")
            sql.values += [self.language, READERS_LANGUAGE]


def object_ids(entries: list[int]) -> list[int]:
    """Return the keys of the things behind entries, in the same order."""
    sql = Statement().add(
        "SELECT entry.object_id FROM unnest(%s::bigint[]) WITH ORDINALITY", list_of(entries)
    )
    sql.add(" AS wanted (id, place) JOIN search_searchentry AS entry USING (id) ORDER BY place")
    return [key for (key,) in sql.rows()]


def needs_more(asked: Asked) -> bool:
    """Whether few entries have everything in title, summary or labels; narrowing does not count, so
    that a filter never brings other entries in."""
    [(number,)] = Statement().add(IN_HEAD, asked.everything, FEW).rows()
    return int(number) < FEW
