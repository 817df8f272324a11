"""From the database to a dossier."""

from datetime import date, datetime
from typing import Any

from cases.dossier.case import Dossier
from cases.dossier.question import BLOCK_TEXTS, dossier_question
from cases.dossier.rows import Block, Dialogue, Indicator, Partner, Source, Spot, Sum, Theme
from partnership.core import languages
from partnership.core.models.publication import publication_field
from partnership.documents.on_page import PictureOnPage


def read(key: int, language: str | None = None, *, as_draft: bool = False) -> Dossier:
    """Return the dossier of the case with primary key `key`, in one query.

    Does not ask who reads: the caller found the case through `visible_to` or `published`. Texts
    in a language in which the case is not public are left out, except for the preview of a draft.
    """
    wanted = language or languages.current()
    (found,) = dossier_question(wanted).ask([key])
    return dossier_of(found, wanted, as_draft=as_draft)


def dossier_of(found: dict[str, Any], language: str, *, as_draft: bool = False) -> Dossier:
    """Return the dossier that the answer of `dossier_question` holds; see `read`."""
    is_full = as_draft or found[publication_field(language)] is not None
    return _dossier(found if is_full else _short(found), language, has_full_text=is_full)


def _short(found: dict[str, Any]) -> dict[str, Any]:
    """Keep what both languages show of a public case."""
    texts = {name: text if name in SHORT_TEXTS else "" for name, text in found["texts"].items()}
    figures = [_emptied(row, keep="name") for row in found["indicators"]]
    places = [{**row, "site": ""} for row in found["places"]]
    pictures = [{**row, "caption": ""} for row in found["pictures"]]
    nothing: dict[str, Any] = {key: [] for key in ("partners", "blocks", "sums", "sources")}
    return {
        **found,
        **nothing,
        "texts": texts,
        "indicators": figures,
        "places": places,
        "pictures": pictures,
    }


def _emptied(row: dict[str, Any], *, keep: str) -> dict[str, Any]:
    return {name: value if name == keep else None for name, value in row.items()}


def _dossier(found: dict[str, Any], language: str, *, has_full_text: bool) -> Dossier:
    texts, rows = found.pop("texts"), {name: found.pop(name) for name in ROWS}
    for name, texts_of_row in WRITTEN.items():
        rows[name] = [row for row in rows[name] if any(row[text] for text in texts_of_row)]
    pictures = [PictureOnPage.of(row) for row in found.pop("pictures")]
    numbers = {source["key"]: place for place, source in enumerate(rows["sources"], start=1)}
    for row in (*rows["indicators"], *rows["sums"]):
        row["source"] = numbers.get(row["source"])
    for name in MOMENTS:
        found[name] = found[name] and datetime.fromisoformat(found[name])
    checked = found["last_fact_checked_on"]
    found["last_fact_checked_on"] = checked and date.fromisoformat(checked)
    made: dict[str, Any] = {
        name: [kind(**row) for row in rows[name]] for name, kind in ROWS.items()
    }
    found["pictures"] = pictures
    return Dossier(language=language, has_full_text=has_full_text, **found, **texts, **made)


MOMENTS = (
    "public_since",
    "published_zh_hans_at",
    "published_en_at",
    "updated_at",
    "source_changed_at",
)
WRITTEN = {"blocks": BLOCK_TEXTS, "indicators": ("name",)}  # a row without them is not shown
SHORT_TEXTS = frozenset({"title", "short_title", "summary"})
ROWS = {
    "themes": Theme,
    "dialogues": Dialogue,
    "places": Spot,
    "partners": Partner,
    "blocks": Block,
    "indicators": Indicator,
    "sums": Sum,
    "sources": Source,
}
