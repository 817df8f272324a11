"""What is asked of how a sample was taken, and the checks of it."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from monitoring.choices import FASTEST_KN, SEDIMENT, Matrix, Tissue
from monitoring.protocols import message
from monitoring.sampling.laboratory import NOTHING, Fault
from monitoring.surveying.forms import measure

FLOW: Final = ("flow_start", "flow_end", "flow_constant")
LAYER: Final = ("layer_top_cm", "layer_bottom_cm")


def optional(label: Any, least: float, most: float, **options: Any) -> forms.DecimalField:
    return measure(label, least, most, required=False, **options)


def clock(label: Any) -> forms.TimeField:
    """Return an optional time of the day, as clocks at the place show it."""
    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    return forms.TimeField(label=label, required=False, widget=widget, initial="")


OF_PLACE: Final[dict[str, forms.Field]] = {
    "started_at": clock(gettext_lazy("Begin (time of day)")),
    "ended_at": clock(gettext_lazy("End (time of day)")),
    "end_latitude": optional(
        gettext_lazy("Latitude at the end"),
        -90,
        90,
        decimal_places=5,
        help_text=gettext_lazy("Of a tow. Empty where the sample was taken in one place."),
    ),
    "end_longitude": optional(gettext_lazy("Longitude at the end"), -180, 180, decimal_places=5),
}
OF_NET: Final[dict[str, forms.Field]] = {
    "net_width_m": optional(gettext_lazy("Width of the net (m)"), 0.01, 20, decimal_places=2),
    "net_height_m": optional(gettext_lazy("Height of the net (m)"), 0.01, 20, decimal_places=2),
    "immersed_height_m": optional(
        gettext_lazy("Height of the net in the water (m)"), 0.01, 20, decimal_places=2
    ),
    "tow_minutes": optional(gettext_lazy("Duration of the tow (min)"), 0.1, 600),
    "speed_kn": optional(
        gettext_lazy("Speed of the vessel (kn)"),
        0.1,
        FASTEST_KN,
        help_text=gettext_lazy("Up to 4 as a rule; above it a reason is asked for."),
    ),
    "flow_start": optional(
        gettext_lazy("Flow meter at the start"),
        0,
        999_999_999,
        help_text=gettext_lazy("Both readings, and how many metres one unit of it means."),
    ),
    "flow_end": optional(gettext_lazy("Flow meter at the end"), 0, 999_999_999),
    "flow_constant": optional(
        gettext_lazy("Metres for a unit of the flow meter"), 0.00001, 100, decimal_places=5
    ),
}
OF_SEDIMENT: Final[dict[str, forms.Field]] = {
    "layer_top_cm": optional(gettext_lazy("Top of the layer (cm)"), 0, 1_000),
    "layer_bottom_cm": optional(gettext_lazy("Bottom of the layer (cm)"), 0.1, 1_000),
    "quadrat_m2": optional(gettext_lazy("Area sampled (m2)"), 0.0001, 1_000, decimal_places=4),
    "water_pct": optional(gettext_lazy("Water in the sediment (%)"), 0, 100),
    "grain_um": optional(gettext_lazy("Median grain size (μm)"), 0.1, 99_999),
    "carbon_pct": optional(gettext_lazy("Total organic carbon (%)"), 0, 100, decimal_places=2),
}
OF_BIOTA: Final[dict[str, forms.Field]] = {
    "tissue": forms.ChoiceField(
        label=gettext_lazy("Tissue"), choices=[NOTHING, *Tissue.choices], required=False
    ),
    "wet_mass_g": optional(
        gettext_lazy("Wet mass of all individuals (g)"), 0.01, 1_000_000, decimal_places=2
    ),
    "length_mm": optional(gettext_lazy("Mean length of the individuals (mm)"), 0.1, 99_999),
}


def distance_m(water: dict[str, Any]) -> Decimal | None:
    """Return how far the net was towed: by its flow meter, where that was read, or as typed."""
    start, end, constant = (water[name] for name in FLOW)
    if None not in (start, end, constant):
        found: Decimal = (end - start) * constant
        return found
    typed: Decimal | None = water["tow_distance_m"]
    return typed


def mouth_m2(water: dict[str, Any]) -> Decimal | None:
    """Return the mouth of the net in the water: as typed, or its width by its height in the water."""
    width, height = water["net_width_m"], water["immersed_height_m"]
    typed: Decimal | None = water["mouth_m2"]
    return width * height if typed is None and width and height else typed


def faults(cleaned: dict[str, Any]) -> Iterator[Fault]:
    """Yield what is missing for the matrix, and what contradicts itself."""
    taken, water, sediment = cleaned["taken"], cleaned["water"], cleaned["sediment"]
    matrix = taken["matrix"]
    if matrix in SEDIMENT:
        yield from _needed(sediment, "sediment", LAYER, OF_SEDIMENT)
    if matrix == Matrix.BIOTA:
        yield from _needed(cleaned["biota"], "biota", ("tissue",), OF_BIOTA)
    if (taken["end_latitude"] is None) != (taken["end_longitude"] is None):
        yield "taken.end_latitude", _("Give both latitude and longitude, or neither.")
    yield from _of_net(water)
    yield from _of_layer(sediment, is_asked=matrix in SEDIMENT)


def _of_layer(sediment: dict[str, Any], *, is_asked: bool) -> Iterator[Fault]:
    """A layer has two ends, the upper one first; where it is asked for, a missing one was said already."""
    top, bottom = (sediment[name] for name in LAYER)
    is_whole, is_told = None not in (top, bottom), top is not None or bottom is not None
    if (is_whole and bottom <= top) or (is_told and not is_whole and not is_asked):
        yield "sediment.layer_bottom_cm", _("Give both ends of the layer, the upper one first.")


def _of_net(water: dict[str, Any]) -> Iterator[Fault]:
    net, immersed = water["net_height_m"], water["immersed_height_m"]
    if net is not None and immersed is not None and immersed > net:
        yield "water.immersed_height_m", _("It is more than the height of the net.")
    told = [water[name] for name in FLOW]
    is_part = any(value is not None for value in told) and None in told
    if is_part or (None not in told and told[1] <= told[0]):
        yield (
            "water.flow_end",
            _("Give both readings, the lower one first, and the metres for a unit."),
        )


def _needed(
    part: dict[str, Any], key: str, names: tuple[str, ...], fields: dict[str, forms.Field]
) -> Iterator[Fault]:
    for name in names:
        if part[name] in (None, ""):
            yield f"{key}.{name}", message("M002", column=str(fields[name].label))
