"""Locking a text and its object's line, and reading both texts as they are now."""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from partnership.core.errors import ChangedMeanwhile
from partnership.translations import following, states, texts
from partnership.translations.declared import Part
from partnership.translations.errors import SourceChanged
from partnership.translations.models import TranslationUnit
from partnership.translations.normalising import digest
from partnership.translations.states import Pair


def token_of(unit: TranslationUnit) -> str:
    """Return what a form carries, to be told when somebody has changed source or text since."""
    return ".".join((unit.source_now, unit.text_now, digest(unit.draft)))


def locked(units: Iterable[TranslationUnit]) -> list[tuple[TranslationUnit, Pair]]:
    """Return the texts as they are now, locked until the transaction ends, in the order given."""
    wanted = list(units)
    following.lock({unit.translated_id for unit in wanted})
    rows = TranslationUnit.objects.select_for_update(of=("self",))
    rows = rows.select_related("translated", "content_type")
    fresh = rows.order_by("pk").in_bulk([unit.pk for unit in wanted])
    now = timezone.now()
    pairs = pairs_of(fresh.values())
    found = [(fresh[unit.pk], pairs[unit.pk]) for unit in wanted]
    for unit, pair in found:
        states.follow(unit, pair, now)
    return found


def pair_of(unit: TranslationUnit) -> Pair:
    """Return source and translation as the object has them."""
    (row,) = texts.of_keys(unit.part, [unit.object_id])
    return row.pair(unit.field, unit.language)


def pairs_of(units: Iterable[TranslationUnit]) -> dict[int, Pair]:
    """Return the same of many texts, by their numbers: one question for each kind of row."""
    listed = list(units)
    keys: dict[Part, set[int]] = {}
    for unit in listed:
        keys.setdefault(unit.part, set()).add(unit.object_id)
    rows = {
        (part.label, row.key): row
        for part, numbers in keys.items()
        for row in texts.of_keys(part, numbers)
    }
    return {
        unit.pk: rows[unit.part.label, unit.object_id].pair(unit.field, unit.language)
        for unit in listed
    }


def require_present(unit: TranslationUnit, token: str) -> None:
    """Refuse what was typed beside another source or another draft."""
    source, _dot, rest = token.partition(".")
    if source != unit.source_now:
        raise SourceChanged
    if rest != token_of(unit).partition(".")[2]:
        raise ChangedMeanwhile


def store(unit: TranslationUnit) -> TranslationUnit:
    """Work out the state and store it."""
    states.settle(unit, timezone.now())
    (row,) = texts.of_keys(unit.part, [unit.object_id])
    unit.warnings = following.warnings_of(unit, row)
    unit.save()
    following.recount([unit.translated_id])
    return unit


def note_of(unit: TranslationUnit, more: str = "") -> str:
    """Return which text a line of the history is about."""
    return "\n".join(filter(None, (f"{unit.label} ({unit.get_language_display()})", more)))


def thing_of(unit: TranslationUnit) -> Any:
    return unit.translated.thing()
