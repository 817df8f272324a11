"""Asking the database for all a result needs: eight questions, however many surveys there are."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Q

from monitoring.choices import SHORTEST_FOR_INDICATORS, ScopeKind, SurveyType
from monitoring.models import LitterCount, MicroSample, SeaCount, SeaSurvey, Survey, SurveySite
from monitoring.querysets import SurveyQuerySet
from monitoring.results.shapes import Scope
from monitoring.samples.computed import concentration
from monitoring.sea.figures import swept_m2
from monitoring.statistics.microplastics import Concentration
from partnership.reference.choices import Material
from partnership.reference.models import LitterItem

PATHS: Final = {
    ScopeKind.SITE: "code",
    ScopeKind.CITY: "place__code",
    ScopeKind.COUNTRY: "place__country__code",
}
SURVEY: Final = (
    "pk", "unit__site__code", "surveyed_on", "length_m", "width_m", "weight_kg", "protocol",
    "protocol_version", "item_list__code", "item_list__version", "lower_size_mm", "nothing_found",
    "compartment", "survey_type", "is_demo",
)  # fmt: skip
ITEM: Final = (
    "pk",
    "item_list__code",
    "code",
    "material",
    "foam",
    "use",
    "counts_in_total",
    "is_single_use",
)
OF_ITEMS: Final = ("item_list__position", "position", "pk")
TOO_SHORT: Final = "too-short"


@dataclass(frozen=True, slots=True)
class SiteRow:
    """A site that is entered, surveyed or not."""

    code: str
    place: str
    country: str
    latitude: float
    longitude: float
    is_demo: bool


@dataclass(frozen=True, slots=True)
class SurveyRow:
    """An approved survey; `left_out` says why it does not enter the indicators, "" if it does."""

    number: int
    site: str
    on: date
    length_m: float
    width_m: float | None
    weight_kg: float | None
    protocol: str
    item_list: str
    list_version: str
    lower_size_mm: float
    nothing_found: bool
    compartment: str
    left_out: str
    is_demo: bool


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A kind of litter that any of the surveys recorded."""

    key: int
    item_list: str
    code: str
    material: str
    foam: str
    use: str
    counts_in_total: bool
    is_single_use: bool

    @property
    def name(self) -> str:
        """The code with its list: lists share codes."""
        return f"{self.item_list}:{self.code}"


@dataclass(frozen=True, slots=True)
class SampleRow:
    """An approved sample of microplastics with its number; `traits` are numbers of particles by
    trait and value, without what was not told."""

    place: str
    country: str
    matrix: str
    on: date
    mesh_um: float | None
    smallest_um: float
    largest_um: float
    found: Concentration
    traits: dict[str, dict[str, int]]
    recovery_pct: float | None
    is_demo: bool


@dataclass(frozen=True, slots=True)
class SeaRow:
    """An approved survey at sea; `counts` are numbers by `list:code`, `materials` their sums, and
    `left_out` is as in `SurveyRow`."""

    site: str
    method: str
    size_class: str
    mesh_um: float | None
    on: date
    area_m2: float
    counts: dict[str, int]
    materials: dict[str, int]
    weight_kg: float | None
    left_out: str
    is_demo: bool

    @property
    def items(self) -> int:
        return sum(self.materials.values())

    @property
    def plastic(self) -> int:
        return self.materials.get(Material.PLASTIC, 0)


@dataclass(frozen=True, slots=True)
class Gathered:
    """All rows; `counts` gives keys of items and numbers, in the same order, for each survey."""

    sites: list[SiteRow]
    surveys: list[SurveyRow]
    items: list[ItemRow]
    counts: dict[int, tuple[list[int], list[int]]]
    samples: list[SampleRow]
    sea: list[SeaRow]


def gather(scope: Scope) -> Gathered:
    """Return everything approved within a scope and its period."""
    surveys = [_survey(row) for row in _surveys(scope).values_list(*SURVEY)]
    counts = _counts(scope)
    keys = {item for items, _numbers in counts.values() for item in items}
    return Gathered(_sites(scope), surveys, _items(keys), counts, _samples(scope), _at_sea(scope))


def _sites(scope: Scope) -> list[SiteRow]:
    rows = SurveySite.objects.filter(within(scope, "")).in_order()
    columns = (
        "code", "place__code", "place__country__code", "latitude", "longitude", "is_demo",
    )  # fmt: skip
    return [
        SiteRow(code, place, country, float(latitude), float(longitude), is_demo)
        for code, place, country, latitude, longitude, is_demo in rows.values_list(*columns)
    ]


def _surveys(scope: Scope) -> SurveyQuerySet:
    surveys: SurveyQuerySet = Survey.objects.approved().filter(within(scope, "unit__site__"))
    if scope.period:
        surveys = surveys.filter(surveyed_on__range=scope.period)
    return surveys.order_by("surveyed_on", "unit__site__code", "unit__code", "replicate_no")


def _survey(row: tuple[Any, ...]) -> SurveyRow:
    found = dict(zip(SURVEY, row, strict=True))
    width, weight = found["width_m"], found["weight_kg"]
    return SurveyRow(
        number=found["pk"],
        site=found["unit__site__code"],
        on=found["surveyed_on"],
        length_m=float(found["length_m"]),
        width_m=None if width is None else float(width),
        weight_kg=None if weight is None else float(weight),
        protocol=f"{found['protocol']} {found['protocol_version']}",
        item_list=found["item_list__code"],
        list_version=found["item_list__version"],
        lower_size_mm=float(found["lower_size_mm"]),
        nothing_found=found["nothing_found"],
        compartment=found["compartment"],
        left_out=_left_out(found["survey_type"], found["length_m"]),
        is_demo=found["is_demo"],
    )


def _left_out(survey_type: str, length_m: Decimal) -> str:
    """Say why a survey does not enter the indicators, as `for_indicators` holds it."""
    if survey_type != SurveyType.MONITORING:
        return survey_type
    return TOO_SHORT if length_m <= SHORTEST_FOR_INDICATORS else ""


def _counts(scope: Scope) -> dict[int, tuple[list[int], list[int]]]:
    """Return arrays instead of rows: half a million counts would be as many objects."""
    surveys = _surveys(scope).for_indicators().on_beaches().order_by()
    rows = (
        LitterCount.objects.filter(survey__in=surveys.values("pk"))
        .values("survey_id")
        .annotate(keys=ArrayAgg("item_id"), numbers=ArrayAgg("count"))
    )
    return {
        survey: (keys, numbers)
        for survey, keys, numbers in rows.values_list("survey_id", "keys", "numbers")
    }


def _items(keys: set[int]) -> list[ItemRow]:
    rows = LitterItem.objects.filter(pk__in=keys).order_by(*OF_ITEMS)
    return [ItemRow(*row) for row in rows.values_list(*ITEM)]


def _samples(scope: Scope) -> list[SampleRow]:
    """Return the samples of a place; a site has none, since they are taken at sea."""
    if scope.kind is ScopeKind.SITE:
        return []
    samples = MicroSample.objects.approved().filter(within(scope, ""))
    if scope.period:
        samples = samples.filter(sampled_on__range=scope.period)
    rows = samples.select_related("place__country").prefetch_related("counts").order_by("pk")
    return [_sample(each) for each in rows]


def _sample(sample: MicroSample) -> SampleRow:
    country: Any = sample.place.country  # every city lies in one
    traits: dict[str, dict[str, int]] = defaultdict(dict)
    for each in sample.counts.all():
        traits[each.trait][each.value] = each.count
    return SampleRow(
        place=sample.place.code,
        country=country.code,
        matrix=sample.matrix,
        on=sample.sampled_on,
        mesh_um=None if sample.mesh_um is None else float(sample.mesh_um),
        smallest_um=float(sample.size_min_um),
        largest_um=float(sample.size_max_um),
        found=concentration(sample),
        traits=dict(traits),
        recovery_pct=None if sample.recovery_pct is None else float(sample.recovery_pct),
        is_demo=sample.is_demo,
    )


def _at_sea(scope: Scope) -> list[SeaRow]:
    surveys = SeaSurvey.objects.approved().filter(within(scope, "site__"))
    if scope.period:
        surveys = surveys.filter(surveyed_on__range=scope.period)
    found = _found_at_sea(surveys)
    columns = (
        "pk", "site__code", "method", "size_class", "mesh_um", "surveyed_on", "length_m", "width_m",
        "weight_kg", "survey_type", "is_demo",
    )  # fmt: skip
    rows = surveys.order_by("surveyed_on", "pk").values_list(*columns)
    return [_sea(found[pk], *row) for pk, *row in rows]


def _found_at_sea(surveys: Any) -> dict[int, list[tuple[str, str, int]]]:
    """Return what each survey found: kind, material and number."""
    rows = SeaCount.objects.filter(survey__in=surveys.order_by().values("pk")).order_by("pk")
    columns = ("survey_id", "item__item_list__code", "item__code", "item__material", "count")
    found: dict[int, list[tuple[str, str, int]]] = defaultdict(list)
    for survey, item_list, code, material, count in rows.values_list(*columns):
        found[survey].append((f"{item_list}:{code}", material, count))
    return found


def _sea(
    found: list[tuple[str, str, int]], site: str, method: str, size: str, *more: Any
) -> SeaRow:
    materials: Counter[str] = Counter()
    for _item, material, count in found:
        materials[material] += count
    mesh, on, length, width, weight, survey_type, is_demo = more
    return SeaRow(
        site=site,
        method=method,
        size_class=size,
        mesh_um=None if mesh is None else float(mesh),
        on=on,
        area_m2=swept_m2(length, width),
        counts={item: count for item, _material, count in found},
        materials=dict(materials),
        weight_kg=None if weight is None else float(weight),
        left_out="" if survey_type == SurveyType.MONITORING else survey_type,
        is_demo=is_demo,
    )


def within(scope: Scope, path: str) -> Q:
    """Return the condition that a site or place at the end of `path` belongs to a scope."""
    if scope.kind is ScopeKind.REGION:
        return Q()
    return Q(**{f"{path}{PATHS[scope.kind]}": scope.code})
