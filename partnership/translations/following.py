"""Keeping states in step with texts.

Whoever changes the state of a text first locks the object's line in the list of translations, so
that of two at once neither is lost. A save that changes no text costs one question.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Final

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.db.models import Model
from django.utils import timezone

from partnership.core import languages
from partnership.translations import checks, states, terms, texts
from partnership.translations.checks.glossary import TermPair
from partnership.translations.choices import COUNTED
from partnership.translations.declared import Part, Translated
from partnership.translations.models import TranslatedObject, TranslationUnit
from partnership.translations.storing import store
from partnership.translations.texts import Row

MOST_WARNINGS: Final = 999  # of one text; more say no more, and the column ends somewhere
FOLLOWED: Final = (
    "state",
    "source_now",
    "text_now",
    "stale_since",
    "source_changed_at",
    "is_behind",
    "warnings",
    "updated_at",
)
_COUNTS: Final = ", ".join(f"count(*) FILTER (WHERE state = '{state}')" for state in COUNTED)
_COLUMNS: Final = ", ".join(state.replace("-", "_") for state in COUNTED)
RECOUNT: Final = f"""
UPDATE translations_translatedobject thing SET ({_COLUMNS}, warnings, stale_since, behind_since) = (
    SELECT {_COUNTS}, coalesce(sum(unit.warnings), 0), min(unit.stale_since),
        max(source_changed_at) FILTER (WHERE is_behind AND thing.is_public)
    FROM translations_translationunit unit WHERE unit.translated_id = thing.id
) WHERE id = ANY(%s)
"""  # noqa: S608 - made of our own words
Now = datetime


@transaction.atomic(savepoint=False)
def follow(
    declared: Translated, part: Part, row: Row, thing: Model | None, *, is_new: bool
) -> None:
    """Bring the states of one row in step with its texts. `thing` is given for the object itself,
    `is_new` says that there can be no states of it yet."""
    units = [] if is_new else list(_units_of(row).select_related("translated"))
    translated = units[0].translated if units else None
    if thing is not None:
        described = description(declared, thing, row)
        if translated is None:
            translated = _entered(declared, row.owner, described)
        elif differs(translated, described):
            describe(translated, described, row)
            return
    if translated is None:
        translated = _entered_owner(declared, row.owner)
    if translated is not None and _is_news(units, row, translated.language):
        write([(translated, [row])], timezone.now())


def describe(translated: TranslatedObject, described: dict[str, Any], row: Row) -> None:
    """Store title, language and publication; another language of writing turns all pairs round."""
    locked = TranslatedObject.objects.select_for_update(no_key=True).get(pk=translated.pk)
    is_turned = locked.source_language != described["source_language"]
    for name, value in described.items():
        setattr(locked, name, value)
    locked.save(update_fields=list(described))
    rows = [row]
    if is_turned:
        turn_round(locked)
        rows = rows_of(locked)
    write([(locked, rows)], timezone.now())


def rows_of(translated: TranslatedObject) -> list[Row]:
    """Return all texts of an object, row by row, as the database has them."""
    parts = translated.declared.parts
    return [row for part in parts for row in texts.of_owners(part, [translated.object_id])]


def turn_round(translated: TranslatedObject) -> None:
    """What was the source is now the translation: what was approved stays so, drafts become notes."""
    for unit in translated.units.exclude(language=translated.language):
        unit.language = translated.language
        if unit.draft:
            unit.note = f"{unit.note}\n{unit.draft}".strip()
            unit.draft = unit.draft_source = ""
            unit.is_submitted = False
        unit.source_hash, unit.text_hash = unit.text_hash, unit.source_hash
        unit.source_now, unit.text_now = unit.text_now, unit.source_now
        unit.source_text = ""
        unit.save()


def write(
    pairs: Sequence[tuple[TranslatedObject, Sequence[Row]]], now: Now, *, vouch: bool = False
) -> int:
    """Bring these rows of these objects in step; return how many states that changed. What is new
    of a public object counts as approved when `vouch`: a publisher has answered for it."""
    locked = lock([translated.pk for translated, _rows in pairs])
    made: list[TranslationUnit] = []
    changed: list[TranslationUnit] = []
    known = _known([row for _translated, rows in pairs for row in rows])
    for translated, rows in pairs:
        for row in rows:
            for field in row.part.fields:
                unit = known.get((row.part.label, row.key, field, translated.language))
                if unit is None:
                    made.append(_new(locked[translated.pk], row, field, now, vouch=vouch))
                elif states.follow(unit, row.pair(field, unit.language), now):
                    unit.updated_at, unit.warnings = now, warnings_of(unit, row)
                    changed.append(unit)
    TranslationUnit.objects.bulk_create(made, batch_size=500)
    store(changed, FOLLOWED)
    recount(locked)
    return len(made) + len(changed)


def lock(keys: Iterable[int]) -> dict[int, TranslatedObject]:
    """Lock the lines of these objects, always in the same order, until the transaction ends."""
    rows = TranslatedObject.objects.select_for_update(no_key=True).filter(pk__in=list(keys))
    return {row.pk: row for row in rows.order_by("pk")}


def recount(keys: Iterable[int]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(RECOUNT, [list(keys)])


def description(declared: Translated, thing: Any, row: Row) -> dict[str, Any]:
    """Return what the list of translations shows of an object."""
    source_language = declared.source_language(thing)
    titles = {
        languages.column("title", code): row.texts[languages.column(declared.title, code)][:300]
        for code in languages.LANGUAGES
    }
    is_public = declared.is_public(thing, languages.other(source_language))
    return {"source_language": source_language, "is_public": is_public, **titles}


def forget_row(part: Part, key: int) -> None:
    """Let go of the states of a row that is deleted."""
    units = TranslationUnit.objects.filter(content_type=_type_of(part), object_id=key)
    owners = set(units.values_list("translated", flat=True))
    units.delete()
    recount(owners)


def warnings_of(unit: TranslationUnit, row: Row, words: Sequence[TermPair] | None = None) -> int:
    """Count what the checks say of a text; a draft speaks before the text it will replace."""
    pair = row.pair(unit.field, unit.language)
    found = checks.findings(pair.source, unit.draft or pair.text, unit.language, words)
    return min(len(found), MOST_WARNINGS)


def count_warnings(keys: Iterable[int], rows: Sequence[Row]) -> None:
    """Count anew what the checks say of these rows of these objects: the glossary may have changed
    since their texts did."""
    words = terms.pairs()
    changed: list[TranslationUnit] = []
    by_key = {(row.part.label, row.key): row for row in rows}
    for (label, key, _field, _language), unit in _known(rows).items():
        warnings = warnings_of(unit, by_key[label, key], words)
        if warnings != unit.warnings:
            unit.warnings = warnings
            changed.append(unit)
    store(changed, ["warnings"])
    recount(keys if changed else ())


def _units_of(row: Row) -> Any:
    return TranslationUnit.objects.filter(content_type=_type_of(row.part), object_id=row.key)


def _type_of(part: Part) -> ContentType:
    return ContentType.objects.get_for_model(part.model)


def _entered(declared: Translated, key: int, described: dict[str, Any]) -> TranslatedObject:
    translated, _is_new = TranslatedObject.objects.get_or_create(
        kind=declared.kind,
        object_id=key,
        defaults={"content_type": _type_of(declared.parts[0]), **described},
    )
    return translated


def _entered_owner(declared: Translated, key: int) -> TranslatedObject | None:
    """Return the line of a row's object, entered now if it is not there yet."""
    found = TranslatedObject.objects.filter(kind=declared.kind, object_id=key).first()
    if found is not None:
        return found
    thing = declared.model._base_manager.select_related(*declared.related).filter(pk=key).first()
    if thing is None:
        return None
    (row,) = texts.of_keys(declared.parts[0], [key])
    return _entered(declared, key, description(declared, thing, row))


def differs(translated: TranslatedObject, described: dict[str, Any]) -> bool:
    return any(getattr(translated, name) != value for name, value in described.items())


def _is_news(units: list[TranslationUnit], row: Row, language: str) -> bool:
    if {unit.field for unit in units if unit.language == language} != set(row.part.fields):
        return True
    return any(states.is_news(unit, row.pair(unit.field, unit.language)) for unit in units)


def _known(rows: Iterable[Row]) -> dict[tuple[str, int, str, str], TranslationUnit]:
    """Return the states of these rows by what they are about."""
    keys: dict[str, tuple[ContentType, list[int]]] = {}
    for row in rows:
        keys.setdefault(row.part.label, (_type_of(row.part), []))[1].append(row.key)
    return {
        (label, unit.object_id, unit.field, unit.language): unit
        for label, (kind, numbers) in keys.items()
        for unit in TranslationUnit.objects.filter(content_type=kind, object_id__in=numbers)
    }


def _new(
    translated: TranslatedObject, row: Row, field: str, now: Now, *, vouch: bool
) -> TranslationUnit:
    unit = TranslationUnit(
        translated=translated,
        content_type=_type_of(row.part),
        object_id=row.key,
        field=field,
        language=translated.language,
    )
    pair = row.pair(field, unit.language)
    if vouch and translated.is_public and pair.source and pair.text:
        states.sign(unit, pair, now)
        unit.approved_at = now
    else:
        states.follow(unit, pair, now)
    unit.warnings = warnings_of(unit, row)
    return unit
