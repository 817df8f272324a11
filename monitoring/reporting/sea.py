"""Litter at sea and on the seabed in a report: each method by itself."""

from django.utils.translation import gettext as _

from monitoring.choices import SeaMethod, SizeClass
from monitoring.reporting.document import UNKNOWN, Frozen, Section, Table, rounded
from monitoring.results.shapes import Sea
from partnership.core.choices import label_of


def sea_section(frozen: Frozen) -> Section:
    """Return the densities; a method that nobody has used says so, which is no zero."""
    found = frozen.result.sea
    unused = [method for method in SeaMethod if method not in {each.method for each in found}]
    rows = [
        *map(_row, found),
        *([str(method.label), *[UNKNOWN] * 7, _("not surveyed")] for method in unused),
    ]
    headings = [
        _("Method"),
        _("Pieces, mesh"),
        _("Mean, items per km²"),
        _("Median, items per km²"),
        _("Mean, kg per km²"),
        _("Plastic (%)"),
        "n",
        _("Area (km²)"),
        _("Period"),
    ]
    note = _(
        "Means of the densities of surveys, of all items counted. What is seen from a ship and what a net "
        "holds are never added; “not surveyed” says nothing about how much litter there is."
    )
    table = Table(_("Densities at sea"), headings, rows, note)
    return Section("sea", _("Floating litter and litter of the seabed"), tables=[table])


def _row(found: Sea) -> list[str]:
    size = label_of(SizeClass, found.size_class) if found.size_class else ""
    mesh = f"{rounded(found.mesh_um)} μm" if found.mesh_um else ""
    return [
        label_of(SeaMethod, found.method),
        " · ".join(filter(None, (size, mesh))) or UNKNOWN,
        rounded(found.per_km2.value),
        rounded(found.median_per_km2),
        rounded(found.kg_per_km2.value),
        rounded(found.plastic_share),
        str(found.n),
        rounded(found.area_km2, 4),
        " – ".join(day.isoformat() for day in found.period),
    ]
