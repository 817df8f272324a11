"""Surveys at sea as readers see them: raw counts, effort, and the densities that follow."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.db.models import F, Q, Sum
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from monitoring.choices import SeaMethod
from monitoring.models import SeaSurvey
from monitoring.protocols import Field, protocols
from monitoring.querysets import SeaSurveyQuerySet
from monitoring.results import words
from monitoring.sea.figures import per_km2, swept_m2, weight_per_km2
from monitoring.sea.forms import ELSEWHERE, ENDS, NAMES
from partnership.core import languages
from partnership.core.figures import plain
from partnership.reference.choices import Material

Facts = list[dict[str, Any]]
COLUMNS: Final = (
    "pk", "site__code", "site_name", "method", "replicate_no", "surveyed_on", "length_m", "width_m",
    "weight_kg", "items", "nothing_found", "is_demo",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SeaLine:
    """One approved survey at sea."""

    pk: int
    site: str
    site_name: str
    method: str
    replicate_no: int
    surveyed_on: date
    length_m: Decimal
    width_m: Decimal
    weight_kg: Decimal | None
    items: int
    nothing_found: bool
    is_demo: bool

    @property
    def method_name(self) -> str | Promise:
        return SeaMethod(self.method).label

    @property
    def area(self) -> str:
        return words.said(swept_m2(self.length_m, self.width_m))

    @property
    def per_km2(self) -> str:
        return words.said(per_km2(self.items, self.length_m, self.width_m))

    @property
    def kg_per_km2(self) -> str:
        return words.said(weight_per_km2(self.weight_kg, self.length_m, self.width_m))


def lines(surveys: SeaSurveyQuerySet, most: int | None = None) -> list[SeaLine]:
    """Return surveys, the latest first; the latest `most` alone where that is given."""
    rows = surveys.latest_first().annotate(
        items=Sum("counts__count", default=0), site_name=F(f"site__{languages.column('name')}")
    )
    return [SeaLine(*row) for row in rows.values_list(*COLUMNS)[:most]]


def facts(survey: SeaSurvey) -> Facts:
    """Return effort and method under the terms of the protocol; its people are nobody's business."""
    protocol = protocols()[survey.method]
    known: list[tuple[str, Any]] = [
        (_("Method"), SeaMethod(survey.method).label),
        *(
            (asked.label, _value(survey, asked))
            for asked in protocol.fields
            if asked.key not in (*ELSEWHERE, "nothing_found")
        ),
        (_("Track or haul of the day"), survey.replicate_no),
        (_("Protocol"), f"{protocol.name} {survey.protocol_version}"),
        (_("List of litter items"), str(survey.item_list)),
    ]
    return [{"term": term, "value": value} for term, value in known if value != ""]


def figures(survey: SeaSurvey) -> Facts:
    """Return what follows from the counts and the area."""
    found = survey.counts.aggregate(
        items=Sum("count", default=0),
        plastic=Sum("count", filter=Q(item__material=Material.PLASTIC), default=0),
    )
    items, effort = found["items"], (survey.length_m, survey.width_m)
    shown = [
        (_("Area"), f"{words.said(swept_m2(*effort))} m²"),
        (_("Items counted"), f"{items:,}"),
        (_("Items per km²"), words.said(per_km2(items, *effort))),
    ]
    if survey.weight_kg is not None:
        weight = weight_per_km2(survey.weight_kg, *effort)
        shown.append((_("Weight, kg per km²"), words.said(weight)))
    if items:
        shown.append((_("Share of plastic (%)"), words.said(100 * found["plastic"] / items)))
    return [{"term": term, "value": value} for term, value in shown]


def _value(survey: SeaSurvey, asked: Field) -> str:
    if asked.key in ENDS:
        return _position(survey, ENDS[asked.key])
    name = NAMES.get(asked.key, asked.key)
    value = getattr(survey, name)
    if value in (None, ""):
        return ""
    if asked.kind == "choice":
        return str(getattr(survey, f"get_{name}_display")())
    return date_format(value) if asked.kind == "date" else f"{plain(value)} {asked.unit}".strip()


def _position(survey: SeaSurvey, end: str) -> str:
    latitude, longitude = (getattr(survey, f"{end}_{name}") for name in ("latitude", "longitude"))
    return "" if latitude is None else f"{latitude:.3f}, {longitude:.3f}"
