"""Comparing every text with its state: finds what was written past the models, mends and reports."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import connection, transaction
from django.utils import timezone

from partnership.core import audit
from partnership.core.choices import Verb
from partnership.translations import declared, following, terms, texts
from partnership.translations.declared import Part, Translated
from partnership.translations.models import TranslatedObject, TranslationUnit
from partnership.translations.texts import AT_ONCE, Row

WORDS: Final = "translations-words"  # a digest of the binding words, in the cache
SURPLUS: Final = """
DELETE FROM translations_translationunit WHERE content_type_id = %s
AND NOT EXISTS (SELECT FROM {table} WHERE {table}.{key} = translations_translationunit.object_id)
RETURNING translated_id
"""


@dataclass
class Report:
    """How many objects were compared; how many were new to the list, gone or changed unnoticed."""

    checked: int = 0
    entered: int = 0
    mended: int = 0
    gone: int = 0

    @property
    def repaired(self) -> int:
        return self.mended + self.gone

    def __str__(self) -> str:
        return (
            f"{self.checked} objects checked, {self.entered} entered, "
            f"{self.mended} states mended, {self.gone} of what is no more"
        )


def check_everything() -> Report:
    """Compare all hashes anew; what was mended is told in the audit trail."""
    report = Report()
    for kind in declared.kinds():
        for keys in _batches(kind):
            with transaction.atomic():
                _check(kind, keys, report)
        with transaction.atomic():
            report.gone += _forget_what_is_gone(kind)
    if report.repaired:
        audit.record(Verb.CHANGED, by=None, note=f"Translations: {report}")
    return report


def bring_in_step(kind: Translated, keys: Sequence[int]) -> None:
    """Compare these objects of a kind only; nobody has answered for what is new of them."""
    for start in range(0, len(keys), AT_ONCE):
        _check(kind, keys[start : start + AT_ONCE], Report(), vouch=False)


def count_warnings_anew() -> bool:
    """Where the binding words are others than when they were last looked at, count what the checks
    say of all texts; return whether they were."""
    words = hashlib.blake2b(repr(terms.pairs()).encode(), digest_size=16).hexdigest()
    if cache.get(WORDS) == words:
        return False
    for kind in declared.kinds():
        for keys in _batches(kind):
            with transaction.atomic():
                lines = following.lock(_lines(kind, keys).values_list("pk", flat=True))
                owners = [line.object_id for line in lines.values()]
                rows = [row for part in kind.parts for row in texts.of_owners(part, owners)]
                following.count_warnings(lines, rows)
    cache.set(WORDS, words, None)
    return True


def _batches(kind: Translated) -> Iterator[list[int]]:
    keys = list(kind.model._base_manager.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(keys), AT_ONCE):
        yield keys[start : start + AT_ONCE]


def _check(kind: Translated, keys: Sequence[int], report: Report, *, vouch: bool = True) -> None:
    """Bring some objects in step. What is public when it is first seen counts as approved when
    `vouch`."""
    following.lock(_lines(kind, keys).values_list("pk", flat=True))
    things = kind.model._base_manager.select_related(*kind.related).in_bulk(keys)
    rows = {part.label: list(texts.of_owners(part, things)) for part in kind.parts}
    own = {row.key: row for row in rows[kind.parts[0].label] if row.key in things}
    described = {key: following.description(kind, things[key], row) for key, row in own.items()}
    known = {thing.object_id: thing for thing in _lines(kind, list(described))}
    new = set(described) - set(known)
    for key in sorted(known.keys() & described.keys()):
        report.mended += _redescribed(known[key], described[key], own[key])
    _enter(kind, {key: described[key] for key in new})
    lines = {thing.object_id: thing for thing in _lines(kind, list(described))}
    now = timezone.now()
    by_owner = _by_owner(_all(rows))
    following.write([(lines[key], by_owner[key]) for key in sorted(new)], now, vouch=vouch)
    old = [(lines[key], by_owner[key]) for key in sorted(known.keys() & described.keys())]
    report.mended += following.write(old, now)
    following.count_warnings([line.pk for line in lines.values()], _all(rows))
    report.entered += len(new)
    report.checked += len(described)


def _all(rows: dict[str, list[Row]]) -> list[Row]:
    return [row for of_part in rows.values() for row in of_part]


def _lines(kind: Translated, keys: Sequence[int]) -> Any:
    return TranslatedObject.objects.filter(kind=kind.kind, object_id__in=keys)


def _redescribed(line: TranslatedObject, described: dict[str, Any], row: Row) -> bool:
    differs = following.differs(line, described)
    if differs:
        following.describe(line, described, row)
    return differs


def _enter(kind: Translated, described: dict[int, dict[str, Any]]) -> None:
    content_type = ContentType.objects.get_for_model(kind.model)
    TranslatedObject.objects.bulk_create(
        [
            TranslatedObject(
                kind=kind.kind, content_type=content_type, object_id=key, **described[key]
            )
            for key in sorted(described)
        ],
        ignore_conflicts=True,
    )


def _by_owner(rows: list[Row]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for row in rows:
        found.setdefault(row.owner, []).append(row)
    return found


def _forget_what_is_gone(kind: Translated) -> int:
    """Delete the states of rows and objects that are no more."""
    count = 0
    for part in kind.rows:
        owners = _delete_surplus(part)
        following.recount(set(owners))
        count += len(owners)
    known = kind.model._base_manager.values("pk")
    gone = TranslatedObject.objects.filter(kind=kind.kind).exclude(object_id__in=known)
    count += TranslationUnit.objects.filter(translated__in=gone).count()
    gone.delete()
    return count


def _delete_surplus(part: Part) -> list[int]:
    quoted, meta = connection.ops.quote_name, part.model._meta
    statement = SURPLUS.format(table=quoted(meta.db_table), key=quoted(meta.pk.column or ""))
    with connection.cursor() as cursor:
        cursor.execute(statement, [ContentType.objects.get_for_model(part.model).pk])
        return [owner for (owner,) in cursor.fetchall()]
