"""In which state a text is: one rule, for saving, for deeds and for the audit at night."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from partnership.translations.choices import State
from partnership.translations.normalising import digest


@dataclass(frozen=True, slots=True)
class Pair:
    """Source and translation as the object has them now."""

    source: str
    text: str


def state_of(unit: Any) -> State:
    """Return the state that follows from what is known of `unit`."""
    if unit.draft:
        if unit.draft_source != unit.source_now:
            return State.STALE
        return State.IN_REVIEW if unit.is_submitted else State.DRAFT
    if unit.text_now:
        return _of_text(unit)
    is_excused = unit.is_excused and unit.source_hash == unit.source_now
    return State.NOT_NEEDED if is_excused or not unit.source_now else State.MISSING


def _of_text(unit: Any) -> State:
    """A text nobody has approved as it stands is a draft, whatever its source did; one that never
    had a source stands for itself."""
    if not unit.source_now and not unit.source_hash:
        return State.NOT_NEEDED
    if not unit.source_hash or unit.text_hash != unit.text_now:
        return State.DRAFT
    return State.APPROVED if unit.source_hash == unit.source_now else State.STALE


def follow(unit: Any, pair: Pair, now: datetime) -> bool:
    """Bring `unit` in step with the texts; return whether anything about it has changed."""
    before = facts_of(unit)
    source = digest(pair.source)
    if source != unit.source_now:
        unit.source_changed_at = now
    unit.source_now, unit.text_now = source, digest(pair.text)
    settle(unit, now)
    return facts_of(unit) != before


def settle(unit: Any, now: datetime) -> None:
    """Work out what follows from hashes and draft."""
    is_signed = bool(unit.source_hash and unit.text_now) and unit.text_hash == unit.text_now
    unit.is_behind = is_signed and unit.source_hash != unit.source_now
    unit.state = state_of(unit)
    if unit.is_behind or unit.state == State.STALE:
        unit.stale_since = unit.stale_since or now
        unit.source_changed_at = unit.source_changed_at or now
    else:
        unit.stale_since = None


def is_news(unit: Any, pair: Pair) -> bool:
    """Tell whether the texts are others than those `unit` knows of."""
    return (unit.source_now, unit.text_now) != (digest(pair.source), digest(pair.text))


def facts_of(unit: Any) -> tuple[object, ...]:
    return (
        unit.state,
        unit.source_now,
        unit.text_now,
        unit.stale_since,
        unit.is_behind,
        unit.source_changed_at,
    )


def sign(unit: Any, pair: Pair, now: datetime) -> None:
    """Note that this translation holds for this source."""
    unit.source_now = unit.source_hash = digest(pair.source)
    unit.text_now = unit.text_hash = digest(pair.text)
    unit.source_text = pair.source
    settle(unit, now)
