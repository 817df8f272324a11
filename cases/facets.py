"""By what the case collection can be narrowed, with the number of cases behind each choice.

Within a facet several values mean any of them, between facets all must hold. The count beside a
value is the number of cases the list would show if that value alone were chosen in its facet,
all other facets staying as they are.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Func, TextChoices, TextField
from django.db.models.expressions import Combinable
from django.db.models.functions import Substr
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from cases import choices
from cases.querysets import CaseQuerySet
from partnership.core import languages
from partnership.reference.choices import PlaceKind
from partnership.reference.models import Place, Theme

Selection = Mapping[str, tuple[str, ...]]
Counts = Mapping[str, int]
Labels = Callable[[Iterable[str], str], dict[str, str]]


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


@dataclass(frozen=True)
class Facet:
    """`narrow` takes cases and values; `count` gives the number of cases per value; `labels`
    names values in a language, in the order to show them, and leaves out what does not exist."""

    name: str
    label: str | Promise
    narrow: Callable[..., CaseQuerySet]
    count: Callable[[CaseQuerySet], Counts]
    labels: Labels

    def known(self, values: Iterable[str]) -> set[str]:
        """Return those of `values` that exist."""
        return set(self.labels(values, languages.CHINESE))

    def group(self, cases: CaseQuerySet, selected: tuple[str, ...], language: str) -> Group:
        counts = self.count(cases)
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
    """Return the facets (or those named by `only`) with their counts: one query each, and one
    more for the names of places and themes."""
    return [
        FACETS[name].group(
            narrowed(cases, selection, leaving_out=name),
            selection.get(name, ()),
            language or languages.current(),
        )
        for name in (FACETS if only is None else only)
    ]


def _per(by: str | Combinable) -> Callable[[CaseQuerySet], Counts]:
    """Count cases per value in one GROUP BY; a case that has the value twice counts once."""

    def count(cases: CaseQuerySet) -> Counts:
        rows = (
            cases.order_by()
            .annotate(_value=F(by) if isinstance(by, str) else by)
            .values("_value")
            .annotate(_number=Count("pk", distinct=True))
        )
        return {row["_value"]: row["_number"] for row in rows if row["_value"]}

    return count


def _per_element(column: str) -> Callable[[CaseQuerySet], Counts]:
    return _per(Func(F(column), function="unnest", output_field=TextField()))


def _per_language(cases: CaseQuerySet) -> Counts:
    columns = {code: f"published_{suffix}_at" for code, suffix in languages.SUFFIXES.items()}
    numbers = cases.order_by().aggregate(**{name: Count(name) for name in columns.values()})
    return {code: numbers[name] for code, name in columns.items() if numbers[name]}


def _labels_of(vocabulary: type[TextChoices]) -> Labels:
    def labels(values: Iterable[str], language: str) -> dict[str, str]:
        wanted = set(values)
        with override(language):
            return {value: str(label) for value, label in vocabulary.choices if value in wanted}

    return labels


def _names_of(rows: Callable[[], Any]) -> Labels:
    """Names from reference data, in the order reference data gives them."""

    def labels(values: Iterable[str], language: str) -> dict[str, str]:
        found = rows().filter(code__in=list(values)).ordered_for(language)
        return dict(found.values_list("code", languages.column("name", language)))

    return labels


def _places(level: PlaceKind) -> Labels:
    return _names_of(lambda: Place.objects.filter(kind=level))


def _years(values: Iterable[str], language: str) -> dict[str, str]:
    """Latest first; a year is its own name."""
    return {year: year for year in sorted(values, reverse=True) if year.isdecimal()}


def _targets(values: Iterable[str], language: str) -> dict[str, str]:
    wanted = set(values)
    return {target: target for target in choices.SDG_TARGETS if target in wanted}


def _language_names(values: Iterable[str], language: str) -> dict[str, str]:
    """Each language by its own name, whatever the page speaks."""
    return {code: name for code, name in languages.NAMES.items() if code in set(values)}


ASK = CaseQuerySet
FACETS = {
    facet.name: facet
    for facet in (
        Facet(
            "country",
            _("Country"),
            ASK.in_place,
            _per("places__place__country__code"),
            _places(PlaceKind.COUNTRY),
        ),
        Facet(
            "province",
            _("Province or state"),
            ASK.in_place,
            _per("places__place__province__code"),
            _places(PlaceKind.PROVINCE),
        ),
        Facet(
            "city",
            _("City"),
            ASK.in_place,
            _per("places__place__code"),
            _places(PlaceKind.CITY),
        ),
        Facet(
            "theme",
            _("Theme"),
            ASK.with_theme,
            _per("themes__code"),
            _names_of(Theme.objects.all),
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
