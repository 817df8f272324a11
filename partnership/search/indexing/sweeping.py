"""Bringing in step what was changed past the models, and comparing everything once a night."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from django.db import transaction

from partnership.core import audit
from partnership.core.choices import Verb
from partnership.search.glossary import book
from partnership.search.indexing import counting
from partnership.search.indexing.lexemes import ANALYSIS, vectors_of
from partnership.search.indexing.writing import bring_in_step, digest_of
from partnership.search.models import ChangedRow, SearchEntry
from partnership.search.sources import Source, sources

AT_ONCE: Final = 100  # things in one transaction
MOST: Final = 20_000  # in one sweep; the next one goes on


@dataclass
class Report:
    """What the audit found, per kind: entries that were missing, out of date, or too many."""

    missing: dict[str, int] = field(default_factory=dict)
    outdated: dict[str, int] = field(default_factory=dict)
    surplus: dict[str, int] = field(default_factory=dict)
    checked: int = 0

    @property
    def repaired(self) -> int:
        return sum(sum(found.values()) for found in (self.missing, self.outdated, self.surplus))

    def __str__(self) -> str:
        return (
            f"{self.checked} checked, {sum(self.missing.values())} missing, "
            f"{sum(self.outdated.values())} out of date, {sum(self.surplus.values())} too many"
        )


def sweep() -> int:
    """Bring in step what is marked; return how many things that were. Several sweepers share the
    work, and a mark that comes in meanwhile stays."""
    swept = 0
    while swept < MOST:
        with transaction.atomic():
            marks = ChangedRow.objects.select_for_update(skip_locked=True).order_by("kind", "pk")
            rows = list(marks.values_list("kind", "object_id")[:AT_ONCE])
            for kind in {kind for kind, _key in rows}:
                bring_in_step(kind, [key for of_kind, key in rows if of_kind == kind])
        if not rows:
            break
        swept += len(rows)
    return swept


def check_everything() -> Report:
    """Compare every entry with its thing, mend what differs, renew the counts; what was mended is
    told in the audit trail."""
    report = Report()
    sweep()
    for source in sources():
        _check(source, report)
    counting.count()
    if report.repaired:
        audit.record(Verb.CHANGED, by=None, note=f"Search: {report}")
    return report


def _check(source: Source, report: Report) -> None:
    entries = SearchEntry.objects.filter(kind=source.kind)
    known = {
        key: (digest, made_with)
        for key, digest, made_with in entries.values_list("object_id", "digest", "made_with")
    }
    public = set(source.public_keys())
    surplus = set(known) - public
    missing = public - set(known)
    outdated = set(_outdated(source, sorted(public & set(known)), known))
    report.checked += len(public | set(known))
    for found, keys in (
        (report.surplus, surplus),
        (report.missing, missing),
        (report.outdated, outdated),
    ):
        if keys:
            found[source.kind] = len(keys)
    for batch in _batches(sorted(surplus | missing | outdated)):
        bring_in_step(source.kind, batch)


def _outdated(source: Source, keys: list[int], known: dict[int, tuple[str, int]]) -> Iterator[int]:
    glossary = book.current()
    for batch in _batches(keys):
        for found in source.found(batch):
            digest = digest_of(found, vectors_of(found, glossary))
            if known[found.object_id] != (digest, ANALYSIS):
                yield found.object_id


def _batches(keys: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(keys), AT_ONCE):
        yield keys[start : start + AT_ONCE]
