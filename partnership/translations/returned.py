"""What came back from a translator, row by row, before anything is written."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partnership.core import languages
from partnership.translations.actions.rows import pairs_of, token_of
from partnership.translations.docx.reading import ReadFile, ReadRow
from partnership.translations.errors import NotAHandout, OfAnotherObject
from partnership.translations.models import Handout, TranslatedObject, TranslationUnit
from partnership.translations.states import Pair

FOREIGN = gettext_lazy("This row belongs to another file or object.")
KEYLESS = gettext_lazy(
    "The grey key above the source is gone, so it is not known which text this is."
)
DOUBLED = gettext_lazy("This row stands in the file several times with different translations.")
GONE = gettext_lazy("This text is no longer part of the object.")
SOURCE_CHANGED = gettext_lazy(
    "The source has changed since the file was made. Hand this text out again, or work on it here."
)
WORKED_ON = gettext_lazy(
    "Somebody has worked on this translation here since the file was made; theirs stays."
)
TURNED = gettext_lazy("The object is now translated into the other language.")


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its name, what the translator wrote, and why it is refused, if it is."""

    name: str
    text: str
    reason: str | Promise = ""
    unit: TranslationUnit | None = None


@dataclass
class Returned:
    """Everything about one object of a file at once: what would be taken in, what not and why, what
    to know."""

    handout: Handout
    taken: list[Line] = field(default_factory=list)
    refused: list[Line] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


def parts_of(
    files: Sequence[ReadFile], translated: TranslatedObject | None
) -> list[tuple[ReadFile, Handout]]:
    """Return the parts of a file with what was handed out. Raises NotAHandout where one is unknown,
    OfAnotherObject where none is about `translated`, if that is given."""
    rows = Handout.objects.filter(key__in=[file.key for file in files])
    known = {handout.key: handout for handout in rows.select_related("translated")}
    if not all(file.key in known for file in files):
        raise NotAHandout
    parts = [(file, known[file.key]) for file in files]
    owners = {handout.translated_id for _file, handout in parts}
    if translated is not None and translated.pk not in owners:
        raise OfAnotherObject(title=str(parts[0][1].translated))
    return parts


def look(file: ReadFile, handout: Handout) -> Returned:
    """Compare a part of a file with its object as it is now; writes nothing."""
    translated, found = handout.translated, Returned(handout)
    expected = dict(handout.rows)
    units = translated.units.select_related("translated", "content_type").in_bulk(list(expected))
    texts: dict[int, list[str]] = {}
    for row in file.rows:
        if row.key is None or row.key not in expected:
            reason = KEYLESS if row.key is None else FOREIGN
            found.refused.append(Line(row.source[:80] or "–", row.text, reason))
        else:
            texts.setdefault(row.key, []).append(row.text)
    pairs = pairs_of(units.values())
    for key, versions in texts.items():
        _judge(found, units.get(key), expected[key], versions, pairs)
    found.notices += _notices(found, translated, file, units)
    return found


def _judge(
    found: Returned,
    unit: TranslationUnit | None,
    token: str,
    versions: list[str],
    pairs: dict[int, Pair],
) -> None:
    written = list(dict.fromkeys(filter(None, versions)))
    if not written:
        return
    if unit is None:
        found.refused.append(Line("–", written[0], GONE))
        return
    name = name_of(unit)
    if len(written) > 1:
        found.refused += [Line(name, text, DOUBLED, unit) for text in written]
        return
    if written[0] in (unit.draft.strip(), pairs[unit.pk].text.strip()):
        return
    reason = _reason(found.handout, unit, token) or _too_long(unit, written[0])
    (found.refused if reason else found.taken).append(Line(name, written[0], reason, unit))


def _reason(handout: Handout, unit: TranslationUnit, token: str) -> str | Promise:
    if unit.language != handout.language:
        return TURNED
    if token.partition(".")[0] != unit.source_now:
        return SOURCE_CHANGED
    return WORKED_ON if token != token_of(unit) else ""


def _too_long(unit: TranslationUnit, text: str) -> str:
    field: Any = unit.part.model._meta.get_field(unit.column)
    most = field.max_length
    if most is None or len(text) <= most:
        return ""
    return _("The translation has %(length)s characters; at most %(most)s fit.") % {
        "length": len(text),
        "most": most,
    }


def _notices(
    found: Returned, translated: TranslatedObject, file: ReadFile, units: dict[int, Any]
) -> Iterator[str]:
    keys = [row.key for row in file.rows if row.key in dict(found.handout.rows)]
    expected = [key for key, _token in found.handout.rows]
    if found.handout.title != str_of(translated):
        yield _(
            "When the file was made, the object was called “%(then)s”; now it is “%(now)s”."
        ) % {
            "then": found.handout.title,
            "now": str_of(translated),
        }
    missing = [key for key in expected if key not in keys]
    if missing:
        yield _("Missing in the file, unchanged here: %(names)s.") % {
            "names": _names(missing, units)
        }
    doubled = [key for key, times in Counter(keys).items() if times > 1]
    if doubled:
        yield _("Several times in the file: %(names)s.") % {"names": _names(doubled, units)}
    once = list(dict.fromkeys(keys))
    if once != [key for key in expected if key in once]:
        yield _("The rows stand in another order; each was matched by its key.")
    empty = [row.key for row in _empty_rows(file, keys)]
    if empty:
        yield _("Left empty, unchanged here: %(names)s.") % {"names": _names(empty, units)}


def _empty_rows(file: ReadFile, keys: list[Any]) -> list[ReadRow]:
    return [row for row in file.rows if row.key in keys and not row.text]


def _names(keys: list[Any], units: dict[int, Any]) -> str:
    separator = "、" if languages.current() == languages.CHINESE else ", "
    return separator.join(
        name_of(units[key]) if key in units else "–" for key in dict.fromkeys(keys)
    )


def name_of(unit: TranslationUnit) -> str:
    """Return a text's name with that of its row."""
    part = unit.part
    if not part.owner:
        return unit.label
    return f"{part.model._meta.verbose_name} {unit.object_id} · {unit.label}"


def str_of(translated: TranslatedObject) -> str:
    """Return the title in the language of the source, which is the one that names it."""
    return str(getattr(translated, languages.column("title", translated.source_language)))
