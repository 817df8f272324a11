"""By what the case collection can be narrowed, and which cases each choice leads to.

Within a facet several values mean any of them, between facets all must hold.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import CharField, F, Func, QuerySet, TextChoices, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Substr
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from cases import choices
from cases.querysets import CaseQuerySet
from partnership.core import languages
from partnership.core.choices import labels_in
from partnership.reference import names as reference

Selection = Mapping[str, tuple[str, ...]]
Counts = Mapping[str, int]
Labels = Callable[[Iterable[str], str], dict[str, str]]
Rows = QuerySet[Any, Any]  # of (value, primary keys)

FULL_TEXT_IN: Final = {languages.CHINESE: _("Chinese"), languages.ENGLISH: _("English")}
ALL: Final = ""  # the name under which `members` gives all cases
KEYS: Final = "pk"
VERSIONS: Final = "version"


@dataclass(slots=True)
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
    """`narrow` takes cases and values; `members` makes the questions that collect the primary
    keys of cases per value, the same cases that `narrow` leaves for it; `labels` names values in a language, in the order to show them, and leaves out what does not
    exist."""

    name: str
    label: str | Promise
    narrow: Callable[..., CaseQuerySet]
    members: Callable[[CaseQuerySet], Iterator[Rows]]
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


def narrowed(cases: CaseQuerySet, selection: Selection) -> CaseQuerySet:
    """Return the cases that fit the selection."""
    for name, values in selection.items():
        if values:
            cases = FACETS[name].narrow(cases, *values)
    return cases


def members(cases: CaseQuerySet) -> dict[str, dict[str, list[int]]]:
    """Return the primary keys of the cases per facet and value, in no order, some perhaps twice;
    under `ALL` those of all `cases` and their versions, the latest case first.

    One question for all facets: the database answers it in one go.
    """
    questions = [_named(ALL, whole) for whole in _whole(cases)]
    for name, facet in FACETS.items():
        questions += [_named(name, per_value) for per_value in facet.members(cases)]
    found: dict[str, dict[str, list[int]]] = {name: {} for name in (ALL, *FACETS)}
    first, *rest = questions
    for name, value, keys in first.union(*rest, all=True):
        if value:
            found[name][value] = keys or []
    return found


def _named(name: str, rows: Rows) -> Rows:
    return rows.values_list(Value(name, CharField()), Cast("_value", TextField()), "_keys")


def _whole(cases: CaseQuerySet) -> Iterator[Rows]:
    """`aggregate` would ask at once, so the one group is made by a constant."""
    for column in (KEYS, VERSIONS):
        latest_first = ArrayAgg(column, order_by=("-public_since", "-pk"))
        yield _grouped(cases, Value(column, CharField()), latest_first)


def _grouped(cases: CaseQuerySet, by: Combinable, keys: ArrayAgg) -> Rows:
    grouped = cases.order_by().annotate(_value=by).values("_value")
    return grouped.annotate(_keys=keys)


def _per(by: str | Combinable) -> Callable[[CaseQuerySet], Iterator[Rows]]:
    def per_value(cases: CaseQuerySet) -> Iterator[Rows]:
        yield _grouped(cases, F(by) if isinstance(by, str) else by, ArrayAgg("pk"))

    return per_value


def _per_element(column: str) -> Callable[[CaseQuerySet], Iterator[Rows]]:
    return _per(Func(F(column), function="unnest", output_field=TextField()))


def _per_place(column: str) -> Callable[[CaseQuerySet], Iterator[Rows]]:
    return _per(f"places__place__{column}")


def _per_language(cases: CaseQuerySet) -> Iterator[Rows]:
    """A case with both full texts is a member of either language."""
    for code in languages.LANGUAGES:
        published = cases.published_in(code)
        yield _grouped(published, Value(code, CharField()), ArrayAgg("pk"))


def _labels_of(vocabulary: type[TextChoices]) -> Labels:
    def labels(values: Iterable[str], language: str) -> dict[str, str]:
        wanted = set(values)
        said = labels_in(language, vocabulary)
        return {value: label for value, label in said.items() if value in wanted}

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
