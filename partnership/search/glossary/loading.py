"""Bringing the glossary's file into the database.

The file has one subject a line: code, code of the broader subject, words in Chinese and in English,
and short forms, each parted by |. The first word of each language is the subject's name; a word with
! before it is binding for translations.
"""

import csv
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from django.db import transaction
from django.utils.text import slugify

from partnership.core.languages import CHINESE, ENGLISH
from partnership.search import suggesting
from partnership.search.glossary import book
from partnership.search.glossary.keys import key_of
from partnership.search.models import Concept, Term

DATA: Final = Path(__file__).resolve().parents[1] / "data" / "glossary.csv"
Words = tuple[tuple[str, str, bool], ...]  # of language, text and whether it is binding
BINDING: Final = "!"


class GlossaryFaulty(Exception):
    """The file cannot be loaded; `faults` say where and why."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = faults


@dataclass(frozen=True)
class Line:
    """A subject as the file has it."""

    code: str
    broader: str
    words: Words
    short_forms: str = ""


@dataclass
class Report:
    """How many subjects the run wrote or left alone."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0
    kept: int = 0  # changed by people
    left_out: int = 0  # words that other subjects have


@transaction.atomic
def load_glossary(file: Path = DATA) -> Report:
    """Write what is new or different, all or nothing. A word that people gave to another subject stays
    there: what they do in the portal never makes the file faulty. Raises GlossaryFaulty."""
    lines = read(file)
    faults = faults_of(lines)
    if faults:
        raise GlossaryFaulty(faults)
    report = Report()
    known = {concept.code: concept for concept in Concept.objects.with_terms()}
    lines = _without_taken(lines, known, report)
    renewed = [line for line in lines if _differs(line, known.get(line.code), report)]
    Term.objects.filter(concept__code__in=[line.code for line in renewed]).delete()
    for line in renewed:
        known[line.code] = _write(line, known.get(line.code))
    for line in lines:
        _set_broader(known[line.code], known.get(line.broader))
    if report.created or report.changed:
        suggesting.write_subjects(book.made())
    return report


def _without_taken(lines: list[Line], known: dict[str, Concept], report: Report) -> list[Line]:
    """Return the lines without the words that other subjects have: those of people, and those that
    were in the file once."""
    codes = [line.code for line in lines]
    others = Term.objects.exclude(concept__from_file=True, concept__code__in=codes)
    taken = dict(others.values_list("key", "concept__code"))
    left = []
    for line in lines:
        words = tuple(
            word for word in line.words if taken.get(key_of(word[1]), line.code) == line.code
        )
        if line.code not in known or known[line.code].from_file:
            report.left_out += len(line.words) - len(words)
        if words or line.code in known:
            left.append(replace(line, words=words))
    return left


def read(file: Path) -> list[Line]:
    with file.open(encoding="utf-8", newline="") as lines:
        return [
            Line(
                row["code"],
                row["broader"],
                (*_words(row, "zh"), *_words(row, "en")),
                row.get("short") or "",
            )
            for row in csv.DictReader(lines)
        ]


def _words(row: dict[str, str], column: str) -> Words:
    language = CHINESE if column == "zh" else ENGLISH
    texts = [text.strip() for text in row[column].split("|") if text.strip()]
    return tuple((language, text.removeprefix(BINDING), text[0] == BINDING) for text in texts)


def faults_of(lines: list[Line]) -> list[str]:
    """Return what is wrong with a file, whatever people have changed in the portal."""
    codes = Counter(line.code for line in lines)
    faults = [f"{code}: given {times} times" for code, times in codes.items() if times > 1]
    owners: dict[str, str] = {}
    for line in lines:
        if line.code != slugify(line.code) or not line.code:
            faults.append(f"{line.code}: no code of small letters, digits and hyphens")
        if line.broader and line.broader not in codes:
            faults.append(f"{line.code}: the broader subject {line.broader} is not in the file")
        if {language for language, *_more in line.words} != {CHINESE, ENGLISH}:
            faults.append(f"{line.code}: needs words in both languages")
        faults += _faults_of_words(line, owners)
    return faults


def _faults_of_words(line: Line, owners: dict[str, str]) -> list[str]:
    faults = []
    for _language, text, _is_binding in line.words:
        key = key_of(text)
        owner = owners.get(key)
        if not key:
            faults.append(f"{line.code}: “{text}” would match everything")
        elif owner:
            faults.append(f"{line.code}: “{text}” comes down to a word of {owner}")
        owners.setdefault(key, line.code)
    return faults


def _differs(line: Line, concept: Concept | None, report: Report) -> bool:
    if concept is None:
        report.created += 1
    elif not concept.from_file:
        report.kept += 1
    elif (_words_of(concept), concept.short_forms) == (line.words, line.short_forms):
        report.unchanged += 1
    else:
        report.changed += 1
        return True
    return concept is None


def _words_of(concept: Concept) -> Words:
    return tuple((term.language, term.text, term.is_binding) for term in concept.terms.all())


def _write(line: Line, concept: Concept | None) -> Concept:
    written = concept or Concept(code=line.code, from_file=True)
    written.short_forms = line.short_forms
    written.save()
    Term.objects.bulk_create(
        Term(
            concept=written,
            language=language,
            text=text,
            key=key_of(text),
            order=order,
            is_binding=is_binding,
        )
        for order, (language, text, is_binding) in enumerate(line.words)
    )
    return written


def _set_broader(concept: Concept, broader: Concept | None) -> None:
    if concept.from_file and concept.broader_id != (broader.pk if broader else None):
        concept.broader = broader
        concept.save(update_fields=["broader", "updated_at"])
