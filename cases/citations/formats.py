"""Citations for programs: BibTeX, RIS and CSL-JSON."""

import json
import re
from typing import Any, Final

from cases.choices import SourceType
from partnership.core import languages, partial_dates
from partnership.core.citations import Record

BIBTEX_TYPES: Final[dict[str, str]] = {
    SourceType.REPORT: "techreport",
    SourceType.ARTICLE: "article",
}
RIS_TYPES: Final[dict[str, str]] = {
    SourceType.WEBPAGE: "ELEC",
    SourceType.REPORT: "RPRT",
    SourceType.ARTICLE: "JOUR",
    SourceType.NEWSPAPER: "NEWS",
    SourceType.LEGISLATION: "STAT",
    SourceType.DATASET: "DATA",
}
CSL_TYPES: Final[dict[str, str]] = {
    SourceType.WEBPAGE: "webpage",
    SourceType.REPORT: "report",
    SourceType.ARTICLE: "article-journal",
    SourceType.NEWSPAPER: "article-newspaper",
    SourceType.LEGISLATION: "legislation",
    SourceType.DATASET: "dataset",
}
# Backslash first: what the others are replaced with contains braces and backslashes.
BIBTEX_SPECIAL: Final = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{mark: f"\\{mark}" for mark in "&%$#_{}"},
}


def bibtex(record: Record) -> str:
    """Return one entry; names are kept whole by double braces, since bodies have no first name."""
    kind = BIBTEX_TYPES.get(record.kind, "misc")
    fields = {
        "author": _braced(record.author),
        "title": _braced(record.title),
        "note": _escaped(", ".join(record.designation)),
        "journal": _escaped(record.container) if kind == "article" else "",
        "howpublished": _escaped(record.container) if kind == "misc" else "",
        "institution": _escaped(record.publisher) if kind == "techreport" else "",
        "publisher": _escaped(record.publisher) if kind != "techreport" else "",
        "year": record.issued[:4],
        "date": record.issued,
        "url": _without_braces(record.url),
        "urldate": record.accessed,
        "langid": "chinese" if record.text_language.startswith("zh") else "english",
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@{kind}{{{record.key},", *lines, "}", ""])


def _escaped(text: str) -> str:
    return "".join(BIBTEX_SPECIAL.get(character, character) for character in _one_line(text))


def _braced(text: str) -> str:
    return f"{{{_escaped(text)}}}" if text else ""


def _without_braces(url: str) -> str:
    """An address keeps its signs; only what would end the field is written in per cent."""
    return _one_line(url).replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


def ris(record: Record) -> str:
    """Return one record, with CR LF at the line ends as the format wants."""
    fields = [
        ("TY", RIS_TYPES[record.kind]),
        ("AU", record.author),
        ("TI", record.title),
        ("T2", record.container),
        ("PB", record.publisher),
        ("PY", record.issued[:4]),
        ("DA", record.issued.replace("-", "/")),
        ("ET", record.version),
        ("AN", record.number),
        ("N1", ", ".join(record.designation)),
        ("LA", record.text_language),
        ("UR", record.url),
        ("Y2", record.accessed.replace("-", "/")),
    ]
    lines = [f"{tag}  - {_one_line(value)}" for tag, value in fields if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def csl(record: Record) -> dict[str, Any]:
    """Return the item that citation processors read."""
    item = {
        "id": record.key,
        "type": CSL_TYPES[record.kind],
        "author": [{"literal": record.author}] if record.author else None,
        "title": record.title,
        "note": ", ".join(record.designation),
        "container-title": record.container,
        "publisher": record.publisher,
        "issued": _date_parts(record.issued),
        "URL": record.url,
        "accessed": _date_parts(record.accessed),
        "language": _tag(record.text_language),
        "number": record.number,
        "version": record.version,
    }
    return {name: value for name, value in item.items() if value}


def csl_json(record: Record) -> str:
    return json.dumps([csl(record)], ensure_ascii=False, indent=2) + "\n"


def _date_parts(text: str) -> dict[str, list[list[int]]] | None:
    if not text:
        return None
    return {"date-parts": [[part for part in partial_dates.parts(text) if part]]}


def _tag(language: str) -> str:
    return languages.TAGS.get(language, language)


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
