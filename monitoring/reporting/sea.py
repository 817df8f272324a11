"""Litter at sea and on the seabed in a report: each method by itself."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from monitoring.choices import SeaMethod
from monitoring.reporting.document import UNKNOWN, Frozen, Section, Table, ends, rounded
from monitoring.reporting.words import p_value
from monitoring.results import sea_drawings
from monitoring.results.shapes import Sea
from partnership.core.choices import label_of


def sea_section(frozen: Frozen) -> Section:
    """Return densities, their trends and charts, what floating plastic contributes to SDG 14.1.1b."""
    names = {site.code: frozen.site(site.code) for site in frozen.result.sites}
    kinds = {item: frozen.item(item) for each in frozen.result.sea for item, _count in each.top}
    tables = [_densities(frozen), *(table for table in _more(frozen) if table.rows)]
    return Section(
        "sea",
        _("Floating litter and litter of the seabed"),
        tables=tables,
        charts=list(sea_drawings.at_sea(frozen.result, names, kinds)),
    )


def _densities(frozen: Frozen) -> Table:
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
    return Table(_("Densities at sea"), headings, rows, note)


def _more(frozen: Frozen) -> Iterator[Table]:
    """Yield the tables that reports frozen before they were told do without."""
    found = frozen.result.sea
    headings = [
        _("Method"),
        _("Mean, items per km²"),
        _("Median, items per km²"),
        _("Mean, kg per km²"),
        _("Plastic (%)"),
    ]
    rows = [_intervals(each) for each in found if each.interval]
    yield Table(_("95 % intervals of the densities at sea"), headings, rows)
    headings = [
        _("Method"),
        "n",
        _("Years"),
        _("Items per km² and year"),
        _("95 % interval"),
        _("p, one-sided"),
        _("p, two-sided"),
    ]
    rows = [row for each in found for row in _trend(each)]
    note = _("Fewer than 10 surveys or 5 years say nothing of a trend, whatever the numbers are.")
    yield Table(_("Trend at sea"), headings, rows, note)
    headings = [
        _("Method"),
        _("Plastic, items per km²"),
        _("95 % interval"),
        _("Plastic items"),
        _("Area (km²)"),
        "n",
    ]
    note = _("Plastic items over the area surveyed (EN_MAR_PLASDD); not the official value.")
    title = _("Contribution to SDG 14.1.1b, floating plastic")
    yield Table(title, headings, [row for each in found for row in _sdg(each)], note)


def _intervals(found: Sea) -> list[str]:
    return [
        sea_drawings.group(found),
        ends(found.per_km2.interval),
        ends(found.interval),
        ends(found.kg_per_km2.interval),
        ends(found.plastic_interval),
    ]


def _trend(found: Sea) -> Iterator[list[str]]:
    if found.trend:
        trend = found.trend
        yield [
            sea_drawings.group(found),
            str(trend.n),
            str(trend.years),
            rounded(trend.per_year),
            ends(trend.interval),
            p_value(trend.p),
            p_value(trend.p_two_sided),
        ]


def _sdg(found: Sea) -> Iterator[list[str]]:
    if found.sdg:
        yield [
            sea_drawings.group(found),
            rounded(found.sdg.value),
            ends(found.sdg.interval),
            rounded(found.sdg.items, 0),
            rounded(found.sdg.area_km2, 4),
            str(found.sdg.n),
        ]


def _row(found: Sea) -> list[str]:
    return [
        label_of(SeaMethod, found.method),
        sea_drawings.pieces(found) or UNKNOWN,
        rounded(found.per_km2.value),
        rounded(found.median_per_km2),
        rounded(found.kg_per_km2.value),
        rounded(found.plastic_share),
        str(found.n),
        rounded(found.area_km2, 4),
        " – ".join(day.isoformat() for day in found.period),
    ]
