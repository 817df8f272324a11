"""How a sample was taken, in words."""

from typing import Any

from django.utils.formats import time_format
from django.utils.translation import gettext as _

from monitoring.choices import Tissue
from monitoring.models import MicroTaking
from partnership.core.figures import plain


def facts(taking: MicroTaking | None) -> list[dict[str, Any]]:
    """Return what was told of how a sample was taken, under its terms."""
    if taking is None:
        return []
    found: list[tuple[str, Any]] = [
        (_("Time of day"), _between(_time(taking.started_at), _time(taking.ended_at), "")),
        (_("Position at the end (WGS 84)"), _position(taking)),
        (_("Width of the net"), _unit(taking.net_width_m, "m")),
        (_("Height of the net"), _unit(taking.net_height_m, "m")),
        (_("Height of the net in the water"), _unit(taking.immersed_height_m, "m")),
        (_("Duration of the tow"), _unit(taking.tow_minutes, "min")),
        (_("Speed of the vessel"), _unit(taking.speed_kn, "kn")),
        (_("Distance by the flow meter"), _unit(_flow(taking), "m")),
        (_("Area sampled"), _unit(taking.quadrat_m2, "m²")),
        (_("Layer"), _between(_text(taking.layer_top_cm), _text(taking.layer_bottom_cm), "cm")),
        (_("Water in the sediment"), _unit(taking.water_pct, "%")),
        (_("Median grain size"), _unit(taking.grain_um, "μm")),
        (_("Total organic carbon"), _unit(taking.carbon_pct, "%")),
        (_("Tissue"), Tissue(taking.tissue).label if taking.tissue else ""),
        (_("Wet mass of all individuals"), _unit(taking.wet_mass_g, "g")),
        (_("Mean length of the individuals"), _unit(taking.length_mm, "mm")),
    ]
    return [{"term": term, "value": value} for term, value in found if value]


def _text(value: Any) -> str:
    return "" if value is None else str(plain(value))


def _unit(value: Any, unit: str) -> str:
    return "" if value is None else f"{plain(value)} {unit}"


def _time(value: Any) -> str:
    return "" if value is None else time_format(value, "H:i")


def _between(first: str, last: str, unit: str) -> str:
    return f"{'–'.join(filter(None, (first, last)))} {unit}".strip() if first or last else ""


def _position(taking: MicroTaking) -> str:
    if taking.end_latitude is None or taking.end_longitude is None:
        return ""
    return f"{taking.end_latitude:.3f}, {taking.end_longitude:.3f}"


def _flow(taking: MicroTaking) -> Any:
    if taking.flow_start is None or taking.flow_end is None or taking.flow_constant is None:
        return None
    return round((taking.flow_end - taking.flow_start) * taking.flow_constant, 1)
