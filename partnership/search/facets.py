"""By what things can be narrowed, whatever is listed: a filter, its values and their names.

Within a facet several values mean any of them, between facets all must hold. The number behind a
value is always that of the list if it alone were chosen in its facet.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from partnership.core import languages
from partnership.core.choices import labels_in
from partnership.reference import names

Selection = Mapping[str, tuple[str, ...]]
Counts = Mapping[str, int]  # of the values of one facet
Labels = Callable[[Iterable[str], str], dict[str, str]]

FULL_TEXT_IN: Final = {languages.CHINESE: _("Chinese"), languages.ENGLISH: _("English")}
DIGITS_OF_A_YEAR: Final = 4


@dataclass(slots=True)
class Option:
    """One value of a facet, as a list of choices shows it."""

    value: str
    label: str
    count: int
    is_selected: bool


@dataclass(frozen=True)
class Group:
    """A facet with the values that lead somewhere, and those chosen though they lead nowhere."""

    name: str
    label: str | Promise
    options: list[Option]

    @property
    def is_selected(self) -> bool:
        return any(option.is_selected for option in self.options)


@dataclass(frozen=True)
class Facet:
    """`labels` names values in a language, in the order to show them, and leaves out what does not
    exist."""

    name: str
    label: str | Promise
    labels: Labels

    def known(self, values: Iterable[str]) -> set[str]:
        """Return those of `values` that exist."""
        return set(self.labels(values, languages.current()))

    def group(self, counts: Counts, selected: tuple[str, ...], language: str) -> Group:
        labels = self.labels({*counts, *selected}, language)
        options = [
            Option(value, label, counts.get(value, 0), value in selected)
            for value, label in labels.items()
        ]
        return Group(self.name, self.label, options)


def words_of(vocabulary: type[TextChoices]) -> Labels:
    """Return the way to name the values of a vocabulary, in its own order."""

    def labels(values: Iterable[str], language: str) -> dict[str, str]:
        wanted = set(values)
        said = labels_in(language, vocabulary)
        return {value: label for value, label in said.items() if value in wanted}

    return labels


def names_of(kind: str) -> Labels:
    """Return the way to name places or themes, in the order reference data gives them."""

    def labels(values: Iterable[str], language: str) -> dict[str, str]:
        return names.names_of(kind, values, language)

    return labels


def years(values: Iterable[str], _language: str) -> dict[str, str]:
    """Latest first; a year is its own name."""
    known = {year for year in values if year.isdecimal() and len(year) == DIGITS_OF_A_YEAR}
    return {year: year for year in sorted(known, reverse=True)}


def languages_of_texts(values: Iterable[str], language: str) -> dict[str, str]:
    """Each language by its name in the language of the page."""
    wanted = set(values)
    with override(language):
        return {code: str(name) for code, name in FULL_TEXT_IN.items() if code in wanted}
