"""The columns of the files, said once: the files and their data dictionary come from here."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cases import choices
from partnership.core import languages
from partnership.reference.choices import Grade

Row = Mapping[str, Any]
Sentence = str | Promise

ENDINGS = {languages.CHINESE: "zh", languages.ENGLISH: "en"}
TEXT = pgettext_lazy("kind of value", "text")
WHOLE = pgettext_lazy("kind of value", "whole number")
DECIMAL = pgettext_lazy("kind of value", "number")
FLAG = pgettext_lazy("kind of value", "true or false")
SEVERAL = pgettext_lazy("kind of value", "codes, separated by blanks")
PLACE_CODE = pgettext_lazy("kind of value", "code of a place")
PARTIAL_DATE = pgettext_lazy("kind of value", "date: YYYY, YYYY-MM or YYYY-MM-DD")
DATE = pgettext_lazy("kind of value", "date: YYYY-MM-DD")
TIME = pgettext_lazy("kind of value", "time: ISO 8601")


@dataclass(frozen=True)
class Field:
    """One column: what it means, of what kind its values are, their unit, and how its value is found in a row.

    `codes` is the vocabulary the values are taken from, listed in the dictionary.
    """

    name: str
    meaning: Sentence
    kind: Sentence
    value: Callable[[Row], object]
    unit: Sentence = ""
    codes: type[TextChoices] | None = None


def _plain(
    name: str,
    meaning: Sentence,
    kind: Sentence = TEXT,
    unit: Sentence = "",
    codes: type[TextChoices] | None = None,
) -> Field:
    return Field(name, meaning, kind, lambda row: row[name], unit, codes)


def _texts(name: str, meaning: Sentence) -> Iterator[Field]:
    """A column per language; empty where the language is not public."""
    for language, ending in ENDINGS.items():
        yield Field(f"{name}_{ending}", meaning, TEXT, _at(name, language))


def _at(*path: str) -> Callable[[Row], object]:
    """Return what follows the keys of `path` into a row."""

    def value(row: Row) -> object:
        found: Any = row
        for key in path:
            found = found[key]
        return found

    return value


def _of_main_place(*path: str) -> Callable[[Row], object]:
    in_place = _at(*path)
    return lambda row: in_place(row["places"][0]) if row["places"] else None


def _of_source(name: str) -> Callable[[Row], object]:
    return lambda row: row["cited"][name] if row["cited"] else None


def _several(name: str, meaning: Sentence, codes: type[TextChoices] | None = None) -> Field:
    return Field(name, meaning, SEVERAL, lambda row: " ".join(row[name]), "", codes)


def _codes(name: str, meaning: Sentence) -> Field:
    return Field(name, meaning, SEVERAL, lambda row: " ".join(part["code"] for part in row[name]))


def _flag(name: str, meaning: Sentence) -> Field:
    return Field(name, meaning, FLAG, lambda row: "true" if row[name] else "false")


def _time(name: str, meaning: Sentence) -> Field:
    return Field(name, meaning, TIME, lambda row: row[name].isoformat())


def _main_place() -> Iterator[Field]:
    yield Field("place", _("main place"), PLACE_CODE, _of_main_place("code"))
    for language, ending in ENDINGS.items():
        for part, meaning in (("name", _("main place")), ("site", _("site"))):
            value = _of_main_place(part, language)
            yield Field(f"place_{part}_{ending}", meaning, TEXT, value)
    yield Field("country", _("Country"), PLACE_CODE, _of_main_place("country"))
    yield Field("province", _("Province or state"), PLACE_CODE, _of_main_place("province"))
    for name, meaning in (("latitude", _("latitude")), ("longitude", _("longitude"))):
        yield Field(name, meaning, DECIMAL, _of_main_place(name), _("degrees, WGS 84"))


def _licence() -> Field:
    return Field("licence", _("licence"), TEXT, lambda _row: settings.DATA_LICENCE)


CASES = [
    _plain("number", _("case number")),
    _plain("version", _("version"), WHOLE),
    _flag("is_demo", _("demo data")),
    *_texts("pages", _("web address")),
    _several("languages", _("Full text in")),
    _plain("source_language", _("written in")),
    *_texts("title", _("title")),
    *_texts("short_title", _("short title")),
    *_texts("summary", _("summary")),
    *_main_place(),
    _codes("places", _("places of a case")),
    _codes("themes", _("themes")),
    _plain("hierarchy_step", _("step of the waste hierarchy"), codes=choices.HierarchyStep),
    _several("waste_streams", _("waste streams"), choices.WasteStream),
    _several("instruments", _("instruments"), choices.Instrument),
    _plain("business_model", _("business model"), codes=choices.BusinessModel),
    _plain("scale", _("scale"), codes=choices.Scale),
    _plain("phase", _("phase"), codes=choices.Phase),
    _several("sdg_targets", _("SDG targets")),
    _plain("started", _("started"), PARTIAL_DATE),
    _plain("ended", _("ended"), PARTIAL_DATE),
    _plain("results_from", _("results from"), PARTIAL_DATE),
    _plain("results_to", _("results to"), PARTIAL_DATE),
    _plain("coast_length_km", _("length of coast"), DECIMAL, "km"),
    _plain("area_km2", _("area"), DECIMAL, "km²"),
    *_texts("lead_organisation", _("lead organisation")),
    *_texts("background", _("background")),
    *_texts("results", _("results")),
    *_texts("success_factors", _("success factors")),
    *_texts("difficulties", _("difficulties")),
    *_texts("did_not_work", _("what did not work")),
    *_texts("replication_conditions", _("conditions for replication")),
    *_texts("replications_known", _("known replications")),
    _plain("evidence_grade", _("evidence grade"), codes=Grade),
    _plain("last_fact_checked_on", _("facts last checked"), DATE),
    _time("public_since", _("public since")),
    _time("updated_at", _("last changed")),
    _licence(),
]

INDICATORS = [
    _plain("case", _("case number")),
    _flag("is_demo", _("demo data")),
    _plain("row", _("place in the order"), WHOLE),
    *_texts("name", _("name of the indicator")),
    _plain("qualifier", _("how exact"), codes=choices.Qualifier),
    _plain("value", _("value"), DECIMAL, _("as in the column unit")),
    *_texts("unit", _("unit")),
    _plain("as_of", _("as of"), PARTIAL_DATE),
    *_texts("period", _("period")),
    *_texts("definition", _("definition")),
    _plain("baseline_value", _("baseline value"), DECIMAL, _("as in the column unit")),
    *_texts("baseline_note", _("baseline, explained")),
    *_texts("method", _("method")),
    _plain("series", _("series")),
    _plain("grade", _("evidence grade"), codes=Grade),
    _flag("is_verified", _("verified")),
    Field("source_title", _("title of the source"), TEXT, _of_source("title")),
    Field("source_url", _("web address of the source"), TEXT, _of_source("url")),
    _licence(),
]
