"""Particles that were measured one by one: a table that people paste, read cell by cell.

Hundreds of rows are no form. What a spreadsheet program copies (tabs), and CSV files with commas or
semicolons, are read alike; the headings say which column is which, in either language.
"""

import csv
import io
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, ngettext, override
from django.utils.translation import gettext_lazy as _

from monitoring.choices import (
    LARGEST_LENGTH,
    LARGEST_MASS,
    LARGEST_MICROPLASTIC,
    MOST_LISTED,
    VALUES_OF,
    Colour,
    Polymer,
    Shape,
    Trait,
    Transparency,
)
from monitoring.models.micro_particle import band_of
from monitoring.protocols import message
from monitoring.surveying.forms import measure
from partnership.core import languages
from partnership.core.sheets.columns import Vocabulary, vocabulary_of

DELIMITERS: Final = ("\t", ";", ",")
LONGEST: Final = 250_000  # characters of a pasted table
MOST_SAID: Final = 20  # faults told at once
LENGTH: Final = "length_um"
Particle = dict[str, Any]


def _micrometres(label: Any, **options: Any) -> forms.DecimalField:
    return measure(label, 0.1, LARGEST_LENGTH, **options)


def _one_of(label: Any, choices: type[Any]) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices.choices, required=False)


COLUMNS: Final[dict[str, forms.Field]] = {
    LENGTH: _micrometres(_("Length (μm)")),
    "width_um": _micrometres(_("Width (μm)"), required=False),
    "height_um": _micrometres(_("Height (μm)"), required=False),
    "mass_mg": measure(_("Mass (mg)"), 0.0001, LARGEST_MASS, required=False, decimal_places=4),
    "area_um2": measure(_("Area (μm2)"), 0.1, LARGEST_MICROPLASTIC**2, required=False),
    "match_pct": measure(_("Match with the library (%)"), 0, 100, required=False),
    "shape": _one_of(_("Shape"), Shape),
    "colour": _one_of(_("Colour"), Colour),
    "transparency": _one_of(_("Transparency"), Transparency),
    "polymer": _one_of(_("Polymer"), Polymer),
}
VOCABULARIES: Final[dict[str, Vocabulary]] = {
    trait.value: vocabulary_of(values.choices)
    for trait, values in VALUES_OF.items()
    if trait is not Trait.SIZE
}


class ParticleField(forms.CharField):
    """A pasted table; cleaned it is a list of particles, empty where nothing was pasted. Every fault is told
    with its row, counted as a spreadsheet counts, and its column."""

    def clean(self, value: Any) -> Any:
        text = str(super().clean(value) or "")
        found, faults = read(text) if text.strip() else ([], [])
        if faults:
            more = len(faults) - MOST_SAID
            said = faults[:MOST_SAID]
            if more > 0:
                said.append(
                    ngettext("%(more)s more fault.", "%(more)s more faults.", more) % {"more": more}
                )
            raise ValidationError(said)
        return found


def heading(name: str) -> str:
    """Return the heading of a column in an empty table: its name, then its label in both languages."""
    labels = []
    for language in languages.LANGUAGES:
        with override(language):
            labels.append(str(COLUMNS[name].label))
    return " ".join([name, *labels])


def read(text: str) -> tuple[list[Particle], list[str]]:
    """Return the particles of a table, and all that is wrong with it."""
    lines = text.strip("\r\n").splitlines()
    delimiter = max(DELIMITERS, key=lines[0].count)
    try:
        rows = list(csv.reader(io.StringIO("\n".join(lines)), delimiter=delimiter, strict=True))
    except csv.Error:
        return [], [gettext("The table cannot be read: a quotation mark is not closed.")]
    names = [_column_of(cell) for cell in rows[0]]
    faults = list(_faults_of_headings(rows[0], names))
    if len(rows) - 1 > MOST_LISTED:
        faults.append(
            gettext("The table has more than %(most)s particles. Hand the sample in without it.")
            % {"most": f"{MOST_LISTED:,}"}
        )
    if faults:
        return [], faults
    found = []
    for number, row in enumerate(rows[1:], start=2):
        if any(cell.strip() for cell in row):
            particle, wrong = _read(names, row, number)
            found.append(particle)
            faults += wrong
    return found, faults


def counted(particles: Sequence[Particle], trait: Trait) -> Counter[str]:
    """Return how many particles have each value of a trait; the size follows from the length."""
    if trait is Trait.SIZE:
        return Counter(band_of(each[LENGTH]).value for each in particles)
    return Counter(each[trait.value] for each in particles if each[trait.value])


def _column_of(cell: str) -> str:
    """Return the name of the column that a heading means; empty for none."""
    text = _plain(cell).casefold()
    first = text.split(" ", 1)[0]
    if first in COLUMNS:
        return first
    for language in languages.LANGUAGES:
        with override(language):
            for name, field in COLUMNS.items():
                if text == _plain(str(field.label)).casefold():
                    return name
    return ""


def _faults_of_headings(cells: list[str], names: list[str]) -> Iterator[str]:
    yield from (
        message("M003", value=cell) for cell, name in zip(cells, names, strict=True) if not name
    )
    if LENGTH not in names:
        label = str(COLUMNS[LENGTH].label)
        yield gettext("The column “%(column)s” is missing, or the headings are.") % {
            "column": label
        }
    for name in {name for name in names if name and names.count(name) > 1}:
        yield message("M032", value=str(COLUMNS[name].label))


def _read(names: list[str], row: list[str], number: int) -> tuple[Particle, list[str]]:
    """Return a particle with every column, and the faults of its row."""
    texts = dict(zip(names, row, strict=False))
    particle: Particle = {}
    faults: list[str] = []
    for name, field in COLUMNS.items():
        text = _plain(texts.get(name, ""))
        particle[name], said = _value(name, field, text)
        if said:
            values = {"row": number, "column": str(field.label), "value": text, "said": said}
            faults.append(message("M064", **values))
    if len(row) > len(names):
        faults.append(
            gettext("Row %(row)s has more cells than there are headings.") % {"row": number}
        )
    if not faults:
        faults = list(_against_length(particle, number))
    return particle, faults


def _value(name: str, field: forms.Field, text: str) -> tuple[Any, str]:
    """Return the value of a cell, or what is wrong with it."""
    if name in VOCABULARIES:
        known = VOCABULARIES[name]
        if text and not known.knows(text):
            between = "、" if languages.current() == languages.CHINESE else ", "
            return "", gettext("one of: %(labels)s") % {"labels": between.join(known.labels())}
        text = str(known.find(text)) if text else ""
    try:
        return field.clean(text), ""
    except ValidationError as refused:
        return None, " ".join(refused.messages)


def _against_length(particle: Particle, number: int) -> Iterator[str]:
    """The length is the longest side, and nothing is larger than its square."""
    length = particle[LENGTH]
    bounds = {"width_um": length, "height_um": length, "area_um2": length * length}
    for name, most in bounds.items():
        value = particle[name]
        if value is not None and value > most:
            said = gettext("more than the length allows")
            label = str(COLUMNS[name].label)
            yield message("M064", row=number, column=label, value=f"{value:g}", said=said)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split())
