"""The parts of a report, in their order."""

from django.utils.translation import gettext as _

from monitoring.choices import Matrix
from monitoring.protocols import find
from monitoring.reporting.charts import charts_of
from monitoring.reporting.document import UNKNOWN, Frozen, Section, Table, ends, rounded, span
from monitoring.reporting.methods import method_section
from monitoring.reporting.quality import quality_section
from monitoring.reporting.sea import sea_section
from monitoring.reporting.waste import waste_section
from monitoring.reporting.words import (
    STATUSES,
    p_value,
    threshold_sentence,
    trend_sentence,
)
from monitoring.results.sea_drawings import of_particles
from monitoring.results.shapes import Figure, Trend
from monitoring.results.words import THEMES, UNITS, years_left
from monitoring.sites.figures import CLASSES
from monitoring.statistics.clean_coast import CoastClass
from partnership.core.choices import label_of

Facts = list[dict[str, str]]


def sections_of(frozen: Frozen) -> list[Section]:
    """Return everything below the head of a report."""
    return [
        _key_figures(frozen),
        _threshold(frozen),
        _trend(frozen),
        Section("charts", _("Charts"), charts=charts_of(frozen)),
        _kinds(frozen),
        *([sea_section(frozen)] if frozen.result.sea else []),
        *([waste_section(frozen)] if frozen.report.content.get("waste") else []),
        quality_section(frozen),
        method_section(),
    ]


def head_of(frozen: Frozen) -> Facts:
    """Return what every reader has to know before the first number."""
    report, covered = frozen.report, frozen.result.coverage
    sizes = [f"{rounded(size)} mm" for size in covered.lower_sizes_mm]
    area = f"{rounded(covered.area_m2, 0)} m²" if covered.area_m2 else UNKNOWN
    pairs = [
        (_("Version"), report.number),
        (_("Period"), f"{report.first_day.isoformat()} – {report.last_day.isoformat()}"),
        (_("Surveys"), rounded(covered.surveys, 0)),
        (_("Sites surveyed"), f"{covered.surveyed_sites} / {covered.sites}"),
        (_("Length surveyed"), f"{rounded(covered.length_m, 0)} m"),
        (_("Area surveyed"), area),
        (_("Protocol"), "; ".join(map(_protocol, covered.protocols))),
        (_("List of litter items"), "; ".join(covered.lists)),
        (_("Lower size limit"), "; ".join(sizes)),
        (_("State of the data"), _("demo data") if report.is_demo else _("approved surveys only")),
        (_("Data as of"), report.made_at.date().isoformat()),
        (_("Version of the statistics"), report.statistics_version),
        (_("Check sum"), report.data_hash[:16]),
    ]
    return [{"term": term, "value": value} for term, value in pairs]


def _protocol(text: str) -> str:
    """Return a protocol's name of today with its version of then."""
    code, _blank, version = text.partition(" ")
    known = find(code)
    return f"{known.name} {version}" if known else text


def _key_figures(frozen: Frozen) -> Section:
    result = frozen.result
    middle, coast = result.per_100_m, result.coast
    unit = _("items per 100 m")
    rows = [
        [
            _("Median"),
            rounded(middle.median),
            unit,
            span(middle.interval.lower, middle.interval.upper),
            str(middle.n),
        ],
        [_("Mean"), rounded(middle.mean), unit, ends(middle.mean_interval), str(middle.n)],
        [
            _("Median of the sites’ medians"),
            rounded(middle.median_of_site_medians),
            unit,
            UNKNOWN,
            str(result.coverage.surveyed_sites),
        ],
        _row(_("Mean density"), result.per_km2, _("items per km²"), 0),
        _row(_("Mean weight"), result.kg_per_km2, _("kg per km²"), 0),
        _row(_("Plastic among all items"), result.plastic_share, "%", 1),
        [
            _("Clean Coast Index, median"),
            rounded(coast.median),
            "",
            ends(coast.interval),
            str(coast.n),
        ],
        [
            _("Contribution to SDG 14.1.1b, not its official value"),
            rounded(result.sdg.value, 0),
            _("items per km²"),
            ends(result.sdg.interval, 0),
            str(result.sdg.n),
        ],
    ]
    headings = [_("Figure"), _("Value"), _("Unit"), _("95 % interval"), "n"]
    return Section(
        "figures",
        _("Key figures"),
        tables=[
            Table(_("Figures of all surveys"), headings, rows),
            _sites(frozen),
            _classes(frozen),
        ],
    )


def _row(name: str, figure: Figure, unit: str, digits: int) -> list[str]:
    return [
        name,
        rounded(figure.value, digits),
        unit,
        ends(figure.interval, digits),
        str(figure.n),
    ]


def _classes(frozen: Frozen) -> Table:
    rows = [
        [str(CLASSES[name]), str(number)]
        for name in CoastClass
        for number in (frozen.result.coast.classes.get(name, 0),)
    ]
    return Table(_("Surveys by class of the Clean Coast Index"), [_("Class"), _("Surveys")], rows)


def _threshold(frozen: Frozen) -> Section:
    found = frozen.result.threshold
    period = " – ".join(day.isoformat() for day in found.period) if found.period else UNKNOWN
    rows = [
        [_("Status"), str(STATUSES[found.status])],
        [_("Median (items per 100 m)"), rounded(found.median)],
        [_("95 % interval"), span(found.interval.lower, found.interval.upper)],
        [_("Threshold (items per 100 m)"), rounded(found.value)],
        [_("Surveys"), str(found.n)],
        [_("Surveys needed"), str(found.needed)],
        [_("Period assessed"), period],
    ]
    return Section(
        "threshold",
        _("Threshold of the European Union"),
        texts=[threshold_sentence(found)],
        tables=[Table(_("Assessment against the threshold"), [_("Figure"), _("Value")], rows)],
    )


def _trend(frozen: Frozen) -> Section:
    result = frozen.result
    whole = [frozen.area, *_slope(result.trend)]
    sites = [[frozen.site(site.code), *_slope(site.trend)] for site in result.sites]
    headings = [
        _("Area or site"),
        "n",
        _("Years"),
        _("Items per 100 m and year"),
        _("95 % interval"),
        _("p, one-sided"),
        _("p, two-sided"),
    ]
    note = _("Fewer than 10 surveys or 5 years say nothing of a trend, whatever the numbers are.")
    return Section(
        "trend",
        _("Trend"),
        texts=[trend_sentence(result.trend), *filter(None, [years_left(result.years_left)])],
        tables=[Table(_("Trend of the area and of each site"), headings, [whole, *sites], note)],
    )


def _slope(found: Trend) -> list[str]:
    return [
        str(found.n),
        str(found.years),
        rounded(found.per_year),
        ends(found.interval),
        p_value(found.p),
        p_value(found.p_two_sided),
    ]


def _sites(frozen: Frozen) -> Table:
    """Return the medians of the sites with their intervals; one not surveyed says so, which is no zero."""
    rows = [
        [
            frozen.site(site.code),
            str(site.n) if site.n else _("not surveyed"),
            rounded(site.median),
            ends(site.interval),
            rounded(site.box.lower_quartile),
            rounded(site.box.upper_quartile),
        ]
        for site in frozen.result.sites
    ]
    headings = [
        _("Survey site"),
        "n",
        _("Median (items per 100 m)"),
        _("95 % interval"),
        _("Lower quartile"),
        _("Upper quartile"),
    ]
    return Table(_("Site by site"), headings, rows)


def _kinds(frozen: Frozen) -> Section:
    result = frozen.result
    themes = [
        [
            str(THEMES.get(each.name, each.name)),
            _share(each.share, is_least=each.is_least),
            str(each.n),
        ]
        for each in result.themes
    ]
    note = _("“≥” says that other items may belong to the theme, too.")
    if not themes:
        note = _("The lists in use do not say which items belong to a theme.")
    headings = [_("Theme"), _("Share of all items (%)"), "n"]
    tables = [Table(_("Themes, which overlap"), headings, themes, note), *_each_kind(frozen)]
    if result.micro:
        tables.append(_micro(frozen))
    return Section(
        "kinds", _("Themes and microplastics"), tables=tables, charts=list(of_particles(result))
    )


def _each_kind(frozen: Frozen) -> list[Table]:
    """Return every kind that was found, most of it first, with the interval of its median; nothing in reports
    that keep no names of all kinds."""
    if not frozen.names_all:
        return []
    found = sorted(frozen.result.items, key=lambda each: (-each.sum, each.item))
    rows = [
        [
            frozen.item(each.item),
            str(each.n),
            str(each.found_in),
            rounded(each.sum, 0),
            rounded(each.share),
            rounded(each.median),
            span(each.lower, each.upper),
            rounded(each.per_year, 2),
            p_value(each.p),
        ]
        for each in found
        if each.sum
    ]
    headings = [
        _("Kind of litter"),
        "n",
        _("Found in"),
        _("Items"),
        _("Share (%)"),
        _("Median (items per 100 m)"),
        _("95 % interval"),
        _("Items per 100 m and year"),
        _("p, one-sided"),
    ]
    note = _(
        "n are the surveys that looked for a kind. A dash under the share is a kind that does not count in "
        "totals; a slope of few surveys says nothing of a trend."
    )
    return [Table(_("Every kind of litter that was found"), headings, rows, note)]


def _share(value: float | None, *, is_least: bool) -> str:
    return f"≥ {rounded(value)}" if is_least and value is not None else rounded(value)


def _micro(frozen: Frozen) -> Table:
    rows = [
        [
            label_of(Matrix, each.matrix),
            UNKNOWN if each.mesh_um is None else rounded(each.mesh_um),
            span(each.smallest_um, each.largest_um),
            str(each.n),
            rounded(each.raw_median, 3),
            ends(each.raw_interval, 3),
            rounded(each.raw_mean, 3),
            ends(each.raw_mean_interval, 3),
            rounded(each.corrected_median, 3),
            ends(each.corrected_interval, 3),
            rounded(each.corrected_mean, 3),
            ends(each.corrected_mean_interval, 3),
            str(UNITS.get(each.unit, each.unit)),
            str(each.few_blanks),
        ]
        for each in frozen.result.micro
    ]
    headings = [
        _("Matrix"),
        _("Mesh (μm)"),
        _("Sizes (μm)"),
        "n",
        _("Median, as counted"),
        _("95 % interval"),
        _("Mean, as counted"),
        _("95 % interval"),
        _("Median, less blanks"),
        _("95 % interval"),
        _("Mean, less blanks"),
        _("95 % interval"),
        _("Unit"),
        _("Samples with fewer than 3 blanks"),
    ]
    note = _(
        "Samples of another mesh or size range cannot be compared and stand in rows of their own."
    )
    return Table(_("Microplastics"), headings, rows, note)
