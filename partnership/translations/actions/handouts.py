"""Files for translators outside: made here, and what came back taken in as drafts to approve."""

from collections.abc import Iterable
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from partnership.accounts.models import User
from partnership.core import audit, languages
from partnership.core.choices import Verb
from partnership.documents import storage
from partnership.documents.models import StoredFile
from partnership.translations import following, policies
from partnership.translations.actions.drafts import put_draft
from partnership.translations.actions.rows import (
    locked,
    note_of,
    pairs_of,
    store,
    token_of,
)
from partnership.translations.docx.reading import ReadFile, read
from partnership.translations.docx.writing import Cell, Section, docx
from partnership.translations.errors import HandoutDamaged, NothingToHandOut
from partnership.translations.models import Handout, TranslatedObject, TranslationUnit
from partnership.translations.returned import Returned, look, name_of, parts_of, str_of


@transaction.atomic
def hand_out(
    things: Iterable[TranslatedObject], *, by: User, everything: bool = False
) -> tuple[list[Handout], bytes]:
    """Return a Word file of what is left to translate in these objects, or of every text that has a
    source; an object without any is left out."""
    policies.may_translate(by).require()
    handouts, sections = [], []
    for translated in things:
        units = _chosen(translated, everything=everything)
        if units:
            handout = _entered(translated, units, by=by)
            handouts.append(handout)
            sections.append(_section(handout, units))
    if not handouts:
        raise NothingToHandOut
    return handouts, docx(_advice(), sections)


def _chosen(translated: TranslatedObject, *, everything: bool) -> list[TranslationUnit]:
    rows = translated.units.select_related("translated", "content_type").exclude(source_now="")
    return in_order(translated, list(rows if everything else rows.to_translate()))


def _entered(translated: TranslatedObject, units: list[TranslationUnit], *, by: User) -> Handout:
    handout = Handout.objects.create(
        translated=translated,
        title=str_of(translated),
        language=translated.language,
        rows=[[unit.pk, token_of(unit)] for unit in units],
        made_by=by,
    )
    audit.record(Verb.EXPORTED, translated.thing(), by=by, note=f"{handout} ({len(units)})")
    return handout


def in_order(translated: TranslatedObject, units: list[TranslationUnit]) -> list[TranslationUnit]:
    """Return texts as the object has them: its own first, then row by row."""
    places = {
        (row.part.label, row.key): place for place, row in enumerate(following.rows_of(translated))
    }
    fields = {
        part.label: {f: n for n, f in enumerate(part.fields)} for part in translated.declared.parts
    }

    def place(unit: TranslationUnit) -> tuple[int, int]:
        label = unit.part.label
        return places.get((label, unit.object_id), len(places)), fields[label][unit.field]

    return sorted(units, key=place)


def _section(handout: Handout, units: list[TranslationUnit]) -> Section:
    source, target = languages.other(handout.language), handout.language
    names, pairs = languages.NAMES, pairs_of(units)
    rows = [(Cell(names[source], source), Cell(names[target], target))]
    for unit in units:
        pair = pairs[unit.pk]
        key = f"[T-{unit.pk}] {name_of(unit)}"
        rows.append((Cell(pair.source, source, key), Cell(unit.draft or pair.text, target)))
    return Section(handout.title, f"[PT-{handout.key}]", rows)


def _advice() -> list[str]:
    """Return what a translator has to know, in both languages."""
    lines = []
    for language in languages.LANGUAGES:
        with override(language):
            lines.append(
                _(
                    "Write the translation into the right column. Leave the grey lines as they are: "
                    "they tell the portal which text is which."
                )
            )
    return lines


def look_at(file: StoredFile, translated: TranslatedObject | None = None) -> list[Returned]:
    """Compare a file that came back with its objects, one of which is `translated`; writes nothing."""
    return [look(part, handout) for part, handout in parts_of(_read(file), translated)]


@transaction.atomic
def take_in(
    file: StoredFile, translated: TranslatedObject | None = None, *, by: User
) -> list[Returned]:
    """Store what can be taken in as drafts that wait for approval; say what was refused and why."""
    policies.may_translate(by).require()
    files = _read(file)
    following.lock({handout.translated_id for _part, handout in parts_of(files, translated)})
    parts = parts_of(files, translated)  # as they are now, locked
    return [_taken_in(look(part, handout), file, by=by) for part, handout in parts]


def _taken_in(found: Returned, file: StoredFile, *, by: User) -> Returned:
    units = [line.unit for line in found.taken if line.unit is not None]
    texts = {line.unit.pk: line.text for line in found.taken if line.unit is not None}
    for unit, _pair in locked(units):
        put_draft(unit, texts[unit.pk], by=by, is_submitted=True)
        store(unit)
    found.handout.returned_file = file
    found.handout.save(update_fields=["returned_file"])
    names = "\n".join(note_of(unit) for unit in units)
    thing = found.handout.translated.thing()
    audit.record(Verb.IMPORTED, thing, by=by, note=f"{file}\n{names}".strip())
    return found


def _read(file: StoredFile) -> list[ReadFile]:
    return read(_path(file))


def _path(file: StoredFile) -> Path:
    """Return where the checked file lies."""
    if not file.is_available:
        raise HandoutDamaged
    return storage.folder(file.token) / str(file.facts["names"][0])
