"""What the laboratory did with a sample, in words, and its blanks beside it."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from monitoring.choices import (
    BlankKind,
    Correction,
    Counting,
    Digestion,
    Filter,
    Polymer,
    Separation,
)
from monitoring.models import MicroMethod, MicroSample
from partnership.core.figures import plain

Facts = list[dict[str, Any]]
Pairs = list[tuple[str, Any]]


def blank_lines(sample: MicroSample) -> list[tuple[int, str | Promise, int]]:
    """Return number, kind and particles of each blank; samples from before have their sums alone."""
    rows = sample.blank_rows.order_by("number").values_list("number", "kind", "particles")
    return [(number, BlankKind(kind).label, particles) for number, kind, particles in rows]


def preparation_facts(method: MicroMethod | None) -> Facts:
    """Return how the sample was prepared and its particles were counted; what was not told is left out."""
    if method is None:
        return []
    return _known(
        [
            (_("Digestion"), _digestion(method)),
            (_("Density separation"), _separation(method)),
            (_("Sieves"), f"{method.sieves_um} μm" if method.sieves_um else ""),
            (_("Material of the filter"), _filter(method)),
            (_("Counted by"), Counting(method.counting).label if method.counting else ""),
            (
                _("Magnification"),
                "" if method.magnification is None else f"{method.magnification}×",
            ),
            (_("Spectral library"), method.library),
            (_("Least match with the library"), _unit(method.threshold_pct, "%")),
            (_("Share of the sample analysed"), _unit(method.analysed_pct, "%")),
            (_("Share of particles confirmed"), _unit(method.confirmed_pct, "%")),
        ]
    )


def quality_facts(sample: MicroSample, method: MicroMethod | None) -> Facts:
    """Return recovery, limits and what kept contamination out; a recovery that was not measured is said."""
    recovery = (
        _("not measured") if sample.recovery_pct is None else f"{plain(sample.recovery_pct)} %"
    )
    if method is None:
        return _known([(_("Recovery"), recovery)])
    return _known(
        [
            (_("Recovery"), recovery),
            (_("Coefficient of variation of the recovery"), _unit(method.recovery_cv_pct, "%")),
            (_("Spike"), _spike(method)),
            (_("Correction by the laboratory"), _correction(method)),
            (_("Smallest size detected"), _unit(method.lod_um, "μm")),
            (_("Limit of detection"), _particles(method.lod_particles)),
            (_("Limit of quantification"), _particles(method.loq_particles)),
            (_("Filtered air or laminar flow"), _answer(method.is_air_filtered)),
            (_("Clothing of cotton"), _answer(method.is_clothing_ruled)),
            (_("No plastic tools"), _answer(method.is_without_plastic)),
            (_("Samples kept closed"), _answer(method.is_sealed)),
        ]
    )


def _known(pairs: Pairs) -> Facts:
    return [{"term": term, "value": value} for term, value in pairs if value != ""]


def _unit(value: Any, unit: str) -> str:
    return "" if value is None else f"{plain(value)} {unit}"


def _joined(*texts: Any) -> str:
    return " · ".join(str(text) for text in texts if text)


def _digestion(method: MicroMethod) -> str:
    name = Digestion(method.digestion).label if method.digestion else ""
    hours = method.digestion_hours
    lasted = "" if hours is None else _("%(hours)s h") % {"hours": plain(hours)}
    return _joined(name, _unit(method.digestion_celsius, "°C"), lasted)


def _separation(method: MicroMethod) -> str:
    name = Separation(method.separation).label if method.separation else ""
    return _joined(name, _unit(method.density_g_cm3, "g/cm³"))


def _filter(method: MicroMethod) -> str:
    name = Filter(method.filter_material).label if method.filter_material else ""
    pores = method.pore_um
    said = "" if pores is None else _("pores of %(size)s μm") % {"size": plain(pores)}
    return _joined(name, _unit(method.filter_mm, "mm"), said)


def _spike(method: MicroMethod) -> str:
    name = Polymer(method.spike_polymer).label if method.spike_polymer else ""
    return _joined(name, _unit(method.spike_um, "μm"), _particles(method.spike_particles))


def _correction(method: MicroMethod) -> str | Promise:
    return Correction(method.correction).label if method.correction else ""


def _particles(value: Any) -> str:
    return "" if value is None else _("%(number)s particles") % {"number": plain(value)}


def _answer(value: bool | None) -> str:
    if value is None:
        return ""
    return _("yes") if value else _("no")
