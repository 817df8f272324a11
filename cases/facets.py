"""By what the case collection can be narrowed, with the number of cases behind each choice.

Within a facet several values mean any of them, between facets all must hold. The count beside a
value is the number of cases the list would show if that value alone were chosen in its facet,
all other facets staying as they are.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import CharField, Count, F, Func, QuerySet, TextChoices, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Substr
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from cases import choices
from cases.querysets import CaseQuerySet
from partnership.core import languages
from partnership.reference import names as reference

Selection = Mapping[str, tuple[str, ...]]
Counts = Mapping[str, int]
Labels = Callable[[Iterable[str], str], dict[str, str]]
Rows = QuerySet[Any, Any]  # of (value, number of cases)

FULL_TEXT_IN: Final = {languages.CHINESE: _("Chinese"), languages.ENGLISH: _("English")}
ALL: Final = ""  # the name under which all cases of a selection are counted


@dataclass(frozen=True)
class Option:
    """One value of a facet, as a list of choices shows it."""

    value: str
    label: str
    count: int
    is_selected: bool


@dataclass(frozen=True)
class Group:
    """A facet with the values that lead to cases, and those chosen though they lead to none."""

    name: str
    label: str | Promise
    options: list[Option]

    @property
    def is_selected(self) -> bool:
        return any(option.is_selected for option in self.options)


@dataclass(frozen=True)
class Facet:
    """`narrow` takes cases and values; `tallies` makes the questions that count cases per value;
    `labels` names values in a language, in the order to show them, and leaves out what does not
    exist."""

    name: str
    label: str | Promise
    narrow: Callable[..., CaseQuerySet]
    tallies: Callable[[CaseQuerySet], Iterator[Rows]]
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


def narrowed(cases: CaseQuerySet, selection: Selection, leaving_out: str = "") -> CaseQuerySet:
    """Return the cases that fit the selection, one facet possibly left out of account."""
    for name, values in selection.items():
        if values and name != leaving_out:
            cases = FACETS[name].narrow(cases, *values)
    return cases


def groups(
    cases: CaseQuerySet,
    selection: Selection,
    language: str | None = None,
    only: Iterable[str] | None = None,
) -> list[Group]:
    """Return the facets (or those named by `only`) with their counts, in one query."""
    counted = counts(cases, selection, only)
    wanted = language or languages.current()
    return [
        FACETS[name].group(counted[name], selection.get(name, ()), wanted)
        for name in (FACETS if only is None else only)
    ]


def counts(
    cases: CaseQuerySet, selection: Selection, only: Iterable[str] | None = None
) -> dict[str, dict[str, int]]:
    """Return the number of cases per facet and value, and under `ALL` of the whole list.

    One question for all facets: the database answers it in one go.
    """
    names = list(FACETS if only is None else only)
    questions = [_named(ALL, _whole(narrowed(cases, selection)))]
    for name in names:
        others = narrowed(cases, selection, leaving_out=name)
        questions += [_named(name, tally) for tally in FACETS[name].tallies(others)]
    found: dict[str, dict[str, int]] = {name: {} for name in (ALL, *names)}
    first, *rest = questions
    for name, value, number in first.union(*rest, all=True):
        if value and number:
            found[name][value] = number
    return found


def totals(lists: Mapping[str, CaseQuerySet]) -> dict[str, int]:
    """Return the lengths of several lists, in one query."""
    questions = [_named(name, _whole(cases)) for name, cases in lists.items()]
    if not questions:
        return {}
    first, *rest = questions
    return {name: number for name, _value, number in first.union(*rest, all=True)}


def total(counted: Mapping[str, Counts]) -> int:
    """Return the length of the list that was counted."""
    return counted[ALL].get("all", 0)


def _named(name: str, tally: Rows) -> Rows:
    return tally.values_list(Value(name, CharField()), Cast("_value", TextField()), "_number")


def _whole(cases: CaseQuerySet) -> Rows:
    return _tally(cases, Value("all", CharField()))


def _tally(cases: CaseQuerySet, by: Combinable, *, is_repeated: bool = False) -> Rows:
    """Count cases per value in one GROUP BY. `is_repeated`: a case may have the value twice and
    still counts once, which costs the database a sort."""
    grouped = cases.order_by().annotate(_value=by).values("_value")
    return grouped.annotate(_number=Count("pk", distinct=is_repeated))


def _per(
    by: str | Combinable, *, is_repeated: bool = False
) -> Callable[[CaseQuerySet], Iterator[Rows]]:
    def tallies(cases: CaseQuerySet) -> Iterator[Rows]:
        yield _tally(cases, F(by) if isinstance(by, str) else by, is_repeated=is_repeated)

    return tallies


def _per_element(column: str) -> Callable[[CaseQuerySet], Iterator[Rows]]:
    elements = Func(F(column), function="unnest", output_field=TextField())
    return _per(elements, is_repeated=True)


def _per_place(column: str) -> Callable[[CaseQuerySet], Iterator[Rows]]:
    return _per(f"places__place__{column}", is_repeated=True)


def _per_language(cases: CaseQuerySet) -> Iterator[Rows]:
    """A case with both full texts counts for either language."""
    for code in languages.LANGUAGES:
        yield _tally(cases.published_in(code), Value(code, CharField()))


def _labels_of(vocabulary: type[TextChoices]) -> Labels:
    def labels(values: Iterable[str], language: str) -> dict[str, str]:
        wanted = set(values)
        with override(language):
            return {value: str(label) for value, label in vocabulary.choices if value in wanted}

    return labels


def _names_of(kind: str) -> Labels:
    """Names from reference data, in the order reference data gives them."""

    def labels(values: Iterable[str], language: str) -> dict[str, str]:
        return reference.names_of(kind, values, language)

    return labels


def _years(values: Iterable[str], language: str) -> dict[str, str]:
    """Latest first; a year is its own name."""
    return {year: year for year in sorted(values, reverse=True) if year.isdecimal()}


def _targets(values: Iterable[str], language: str) -> dict[str, str]:
    wanted = set(values)
    return {target: target for target in choices.SDG_TARGETS if target in wanted}


def _language_names(values: Iterable[str], language: str) -> dict[str, str]:
    """Each language by its name in the language of the page."""
    wanted = set(values)
    with override(language):
        return {code: str(name) for code, name in FULL_TEXT_IN.items() if code in wanted}


ASK = CaseQuerySet
FACETS = {
    facet.name: facet
    for facet in (
        Facet(
            "country",
            _("Country"),
            ASK.in_place,
            _per_place("country__code"),
            _names_of("country"),
        ),
        Facet(
            "province",
            _("Province or state"),
            ASK.in_place,
            _per_place("province__code"),
            _names_of("province"),
        ),
        Facet(
            "city",
            _("City"),
            ASK.in_place,
            _per_place("code"),
            _names_of("city"),
        ),
        Facet(
            "theme",
            _("Theme"),
            ASK.with_theme,
            _per("themes__code"),
            _names_of("theme"),
        ),
        Facet(
            "step",
            _("Step of the waste hierarchy"),
            ASK.in_hierarchy_step,
            _per("hierarchy_step"),
            _labels_of(choices.HierarchyStep),
        ),
        Facet(
            "stream",
            _("Waste stream"),
            ASK.with_waste_stream,
            _per_element("waste_streams"),
            _labels_of(choices.WasteStream),
        ),
        Facet(
            "instrument",
            _("Instrument"),
            ASK.with_instrument,
            _per_element("instruments"),
            _labels_of(choices.Instrument),
        ),
        Facet(
            "business",
            _("Business model"),
            ASK.with_business_model,
            _per("business_model"),
            _labels_of(choices.BusinessModel),
        ),
        Facet("scale", _("Scale"), ASK.at_scale, _per("scale"), _labels_of(choices.Scale)),
        Facet("phase", _("Phase"), ASK.in_phase, _per("phase"), _labels_of(choices.Phase)),
        Facet("year", _("Year of start"), ASK.started_in, _per(Substr("started", 1, 4)), _years),
        Facet(
            "grade",
            _("Evidence grade"),
            ASK.with_evidence_grade,
            _per("evidence_grade"),
            _labels_of(choices.Grade),
        ),
        Facet("sdg", _("SDG target"), ASK.for_sdg_target, _per_element("sdg_targets"), _targets),
        Facet("language", _("Full text in"), ASK.in_language, _per_language, _language_names),
    )
}
