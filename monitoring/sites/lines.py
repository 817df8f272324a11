"""Sites, surveys and counts as readers see them: plain columns of the reader's language."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.db.models import F, Sum
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from monitoring.choices import AnimalState, Entanglement, SurveyType
from monitoring.models import SeaSurvey, Survey
from monitoring.protocols import find
from monitoring.querysets import SurveyQuerySet, SurveySiteQuerySet
from monitoring.sites.asked import SiteState
from partnership.core import languages
from partnership.core.charts import DotMap, MapPoint
from partnership.core.figures import plain
from partnership.reference.choices import Material

Facts = list[dict[str, Any]]
SITE_COLUMNS: Final = (
    "code", "latitude", "longitude", "is_demo", "survey_count", "last_survey",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SiteLine:
    """One site in the list, and its dot on the map."""

    code: str
    name: str
    city: str
    latitude: Decimal
    longitude: Decimal
    is_demo: bool
    survey_count: int
    last_survey: date | None

    @property
    def state(self) -> SiteState:
        return SiteState.SURVEYED if self.last_survey else SiteState.NOT_SURVEYED


@dataclass(frozen=True, slots=True)
class SurveyLine:
    """One approved survey; `items` is None where nothing was recorded at all."""

    pk: int
    unit: str
    surveyed_on: date
    survey_type: str | Promise
    length_m: Decimal
    items: int | None
    nothing_found: bool
    is_demo: bool


@dataclass(frozen=True, slots=True)
class CountLine:
    """How many items of one kind were counted."""

    code: str
    name: str
    material: str | Promise
    count: int


@dataclass(frozen=True, slots=True)
class AnimalLine:
    """Animals of one species in one state."""

    species: str
    state: str | Promise
    entanglement: str | Promise
    number: int


def site_lines(sites: SurveySiteQuerySet) -> list[SiteLine]:
    name = languages.column("name")
    rows = sites.values(*SITE_COLUMNS, label=F(name), city=F(f"place__{name}"))
    return [
        SiteLine(name=row["label"], city=row["city"], **{key: row[key] for key in SITE_COLUMNS})
        for row in rows
    ]


def map_of(lines: list[SiteLine], address: Any) -> DotMap:
    """Return the sites on a map, grouped by whether they were surveyed; `address` leads to one."""
    ordered = sorted(lines, key=lambda line: line.state != SiteState.SURVEYED)
    points = [
        MapPoint(
            f"{line.name} ({line.city})",
            float(line.latitude),
            float(line.longitude),
            group=str(line.state.label),
            url=address(line.code),
            code=line.code,
        )
        for line in ordered
    ]
    return DotMap(_("Where beaches are surveyed"), points)


def survey_lines(surveys: SurveyQuerySet) -> list[SurveyLine]:
    rows = surveys.latest_first().annotate(items=Sum("counts__count"), unit_code=F("unit__code"))
    columns = (
        "pk", "unit_code", "surveyed_on", "survey_type", "length_m", "items", "nothing_found",
        "is_demo",
    )  # fmt: skip
    return [
        SurveyLine(pk, unit, day, SurveyType(kind).label, length, items, nothing, is_demo)
        for pk, unit, day, kind, length, items, nothing, is_demo in rows.values_list(*columns)
    ]


def count_lines(survey: Survey | SeaSurvey) -> list[CountLine]:
    """Return the counts above zero, most first, then those that were looked for in vain."""
    name = languages.column("name", None)
    rows = survey.counts.order_by("-count", "item__position").values_list(
        "item__code", f"item__{name}", "item__material", "count"
    )
    return [
        CountLine(code, label, Material(material).label, count)
        for code, label, material, count in rows
    ]


def animal_lines(survey: Survey) -> list[AnimalLine]:
    """Return the animals of a survey, in the order in which they were written down."""
    rows = survey.animals.order_by("pk").values_list("species", "state", "entanglement", "number")
    return [
        AnimalLine(species, AnimalState(state).label, Entanglement(caught).label, number)
        for species, state, caught, number in rows
    ]


def weight_facts(survey: Survey) -> Facts:
    """Return what each material weighed that was weighed, in the order of materials."""
    found = dict(survey.weights.values_list("material", "weight_kg"))
    return [
        {"term": str(material.label).capitalize(), "value": f"{plain(found[material])} kg"}
        for material in Material
        if material in found
    ]


def survey_facts(survey: Survey) -> Facts:
    """Return effort and method of a survey; its people are nobody's business."""
    protocol = find(survey.protocol)
    return known(
        [
            (_("Date"), date_format(survey.surveyed_on)),
            (_("Transect"), str(survey.unit)),
            (_("Type of survey"), SurveyType(survey.survey_type).label),
            (_("Length surveyed"), metres(survey.length_m)),
            (_("Width surveyed"), metres(survey.width_m)),
            (_("Lower size limit"), f"{plain(survey.lower_size_mm)} mm"),
            (_("Total weight"), f"{plain(survey.weight_kg)} kg" if survey.weight_kg else ""),
            (_("Last cleaning"), _day(survey.last_cleaned_on) or _("unknown")),
            (_("Protocol"), f"{protocol.name} {protocol.version}" if protocol else ""),
            (_("List of litter items"), str(survey.item_list)),
        ]
    )


def known(found: list[tuple[str, Any]]) -> Facts:
    """Return what has a value under its term."""
    return [{"term": term, "value": value} for term, value in found if value]


def _day(value: date | None) -> str:
    return date_format(value) if value else ""


def metres(value: Decimal | None) -> str:
    """Return a length with its unit; empty for one that is not known."""
    return f"{plain(value)} m" if value is not None else ""
