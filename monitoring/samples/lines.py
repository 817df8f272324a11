"""Samples in words: a number with its unit, and what makes it comparable."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Final

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from monitoring.choices import SEDIMENT, VALUES_OF, WATER, Gear, Identification, Matrix, Trait
from monitoring.models import MicroParticle, MicroSample
from monitoring.results.words import said
from monitoring.samples import computed
from monitoring.sampling.particles import COLUMNS
from monitoring.sampling.sheet import TITLES
from partnership.core.charts import Chart, Kind, Point, Series
from partnership.core.figures import plain

DIGITS: Final = 3  # significant
UNKNOWN: Final = "–"


def concentration(sample: MicroSample) -> str:
    """Return the number of particles with the unit of its matrix, as counted."""
    return _with_unit(sample, computed.concentration(sample).raw)


def corrected(sample: MicroSample) -> str:
    """Return the same less the mean of the blanks; empty where there were none."""
    value = computed.concentration(sample).corrected
    return "" if value is None else _with_unit(sample, value)


def sizes(sample: MicroSample) -> str:
    return f"{plain(sample.size_min_um)}–{plain(sample.size_max_um)} μm"


def mesh(sample: MicroSample) -> str:
    return f"{plain(sample.mesh_um)} μm" if sample.mesh_um is not None else ""


def matrix(sample: MicroSample) -> str | Promise:
    return Matrix(sample.matrix).label


def facts(sample: MicroSample) -> list[dict[str, Any]]:
    """Return everything that is public of a sample under its terms."""
    found: list[tuple[str, Any]] = [
        (_("Microplastics"), concentration(sample)),
        (_("Less the mean of the blanks"), corrected(sample)),
        (_("Microplastics counted"), sample.particles),
        (_("Found in individuals"), _occurrence(sample)),
        (_("Date"), date_format(sample.sampled_on)),
        (_("City"), sample.place.name),
        (_("Position (WGS 84)"), f"{sample.latitude:.3f}, {sample.longitude:.3f}"),
        (_("Matrix"), matrix(sample)),
        (_("Species"), sample.species),
        (_("Depth"), f"{plain(sample.depth_m)} m" if sample.depth_m is not None else ""),
        (_("Gear"), Gear(sample.gear).label),
        (_("Mesh size"), mesh(sample)),
        (_("Sizes analysed"), sizes(sample)),
        (_("Identified by"), Identification(sample.identification).label),
        (_("Blanks"), _blanks(sample)),
    ]
    return [{"term": term, "value": value} for term, value in found if value != ""]


def traits(sample: MicroSample) -> list[tuple[str, Chart]]:
    """Return a chart, which is also a table, for each trait that was told of the particles, with the
    id it bears on the page."""
    counted: dict[str, dict[str, int]] = defaultdict(dict)
    for trait, value, count in sample.counts.order_by("pk").values_list("trait", "value", "count"):
        counted[trait][value] = count
    return [
        (trait.value, _chart(trait, counted[trait], sample)) for trait in Trait if trait in counted
    ]


def measures(sample: MicroSample) -> list[dict[str, Any]]:
    """Return what the particles say that were measured one by one; nothing where they were not."""
    from monitoring.statistics.descriptive import describe  # noqa: PLC0415 - loads numpy

    columns = ("length_um", "mass_mg", "match_pct")
    rows = list(sample.listed.values_list(*columns))
    if not rows:
        return []
    lengths, masses, matches = (describe(column) for column in zip(*rows, strict=True))
    found: list[tuple[str, Any]] = [
        (_("Measured one by one"), f"{len(rows):,}"),
        (_("Length, median (range)"), _spread(lengths, "μm")),
        (_("Mass, median (range)"), _spread(masses, "mg")),
        (_("Match with the library, median (range)"), _spread(matches, "%")),
    ]
    return [{"term": term, "value": value} for term, value in found if value]


def particle_lines(particles: Iterable[MicroParticle]) -> list[list[str]]:
    """Return the rows of the table of particles, in words; a dash for what was not told."""
    return [
        [
            str(each.number),
            *(UNKNOWN if value is None else plain(value) for value in _sides(each)),
            *(str(label) or UNKNOWN for label in _traits_of(each)),
        ]
        for each in particles
    ]


def particle_headings() -> list[str]:
    return [_("Number"), *(str(field.label) for field in COLUMNS.values())]


def _sides(particle: MicroParticle) -> list[Any]:
    names = (name for name in COLUMNS if name not in Trait.values)
    return [getattr(particle, name) for name in names]


def _traits_of(particle: MicroParticle) -> list[Any]:
    told = ((trait, getattr(particle, trait.value)) for trait in Trait if trait is not Trait.SIZE)
    return [VALUES_OF[trait](value).label if value else "" for trait, value in told]


def _spread(found: Any, unit: str) -> str:
    if found.median is None:
        return ""
    least, most = said(found.minimum), said(found.maximum)
    return f"{said(found.median)} ({least}–{most}) {unit}"


def _chart(trait: Trait, counted: dict[str, int], sample: MicroSample) -> Chart:
    points = [
        Point(str(label), counted[value])
        for value, label in VALUES_OF[trait].choices
        if value in counted
    ]
    return Chart(
        str(TITLES[trait]),
        _("particles"),
        [Series(_("Particles"), points)],
        kind=Kind.RANKED,
        label_heading=str(trait.label).capitalize(),
        notes=[_("Of %(particles)s particles counted.") % {"particles": f"{sample.particles:,}"}],
    )


def _with_unit(sample: MicroSample, value: Any) -> str:
    number = f"{value:.{DIGITS}g}"
    if sample.matrix in WATER:
        return _("%(number)s particles/m³") % {"number": number}
    if sample.matrix in SEDIMENT:
        return _("%(number)s particles/kg dry mass") % {"number": number}
    return _("%(number)s particles/individual") % {"number": number}


def _occurrence(sample: MicroSample) -> str:
    if sample.individuals is None or sample.individuals_with is None:
        return ""
    return _("%(have)s of %(every)s") % {
        "have": sample.individuals_with,
        "every": sample.individuals,
    }


def _blanks(sample: MicroSample) -> str:
    if not sample.blanks:
        return _("none")
    return _("%(number)s, with %(particles)s particles in all") % {
        "number": sample.blanks,
        "particles": sample.blank_particles,
    }
