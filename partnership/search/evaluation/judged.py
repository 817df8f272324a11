"""Files with documents, questions and what is right: see `search_eval --help` for their layout."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from partnership.core.languages import CHINESE, ENGLISH, LANGUAGES
from partnership.reference import names
from partnership.search.sources import Found, Texts

KIND = "judged"


@dataclass(frozen=True, slots=True)
class Query:
    """A question; `grades` are those of documents that answer it."""

    text: str
    group: str  # the class of question
    grades: dict[int, int]


@dataclass(frozen=True, slots=True)
class Judged:
    """The content of a file."""

    documents: list[Found]
    queries: list[Query]


def read(file: Path) -> Judged:
    """Read a file. Raises OSError, ValueError or KeyError where it is not of that layout."""
    data = json.loads(file.read_text("utf-8"))
    keys = {row["id"]: number for number, row in enumerate(data["documents"], 1)}
    documents = [document(keys[row["id"]], row) for row in data["documents"]]
    queries = [
        Query(
            row["text"],
            row["class"],
            {keys[judged["doc"]]: judged["grade"] for judged in row["judgements"]},
        )
        for row in data["queries"]
    ]
    return Judged(documents, queries)


def document(key: int, row: dict[str, Any]) -> Found:
    """Return a document as an app would declare it: with the names of its country as labels."""
    texts = {
        language: Texts(row[f"title_{part}"], row[f"summary_{part}"], row[f"body_{part}"])
        for language, part in ((CHINESE, "zh"), (ENGLISH, "en"))
    }
    country = row.get("country", "")
    return Found(
        object_id=key,
        texts=texts,
        addresses={},
        languages=tuple(language for language in LANGUAGES if texts[language].title),
        public_since=datetime(row.get("year") or 2024, 1, 1, tzinfo=UTC),
        themes=(row["theme"],) if row.get("theme") else (),
        countries=(country,) if len(country) == 2 else (),
        year=row.get("year"),
        labels=tuple(label for label in map(_name(country), LANGUAGES) if label),
    )


def _name(country: str) -> Any:
    return lambda language: names.names_of("country", [country], language).get(country, "")
