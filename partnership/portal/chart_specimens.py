"""Specimens of the charts of measurements for the style guide; their figures are invented."""

from datetime import date

from django.utils.translation import gettext as _

from partnership.core.charts import (
    Box,
    Boxes,
    Chart,
    DatedSeries,
    DatedValue,
    Kind,
    OverTime,
    Part,
    Point,
    Reference,
    Series,
    Shares,
    SizedDots,
    Spot,
    Trend,
)

FIRST = (410, 655, 372, 288, 240, 498, 333, 251, 190, 1900, 262, 175)
SECOND = (210, 335, 190, 150, 171, 310, 160, 149, 138, 240, 131, 120)


def specimens() -> dict[str, object]:
    """Return the charts under the names the template asks for, in the active language."""
    return {
        "over_time": _over_time(),
        "boxes": _boxes(),
        "shares": _shares(),
        "sized_dots": _sized_dots(),
        "ranked": _ranked(),
        "columns": _columns(),
    }


def _note() -> list[str]:
    return [_("Invented figures that show how a chart looks.")]


def _dated(values: tuple[int, ...]) -> list[DatedValue]:
    days = [date(year, month, 12) for year in (2023, 2024, 2025) for month in (1, 4, 7, 10)]
    return [
        DatedValue(day, value, is_outlier=value > 1000)
        for day, value in zip(days, values, strict=True)
    ]


def _over_time() -> OverTime:
    trend = Trend(
        DatedValue(date(2023, 1, 12), 330),
        DatedValue(date(2025, 10, 12), 165),
        _("Trend: −60 per year"),
    )
    return OverTime(
        title=_("Beach litter, each survey"),
        unit=_("items per 100 m"),
        series=[
            DatedSeries(_("First beach"), _dated(FIRST)),
            DatedSeries(_("Second beach"), _dated(SECOND)),
        ],
        trends=[trend],
        references=[Reference(20, _("Threshold"))],
        cut=800,
        notes=_note(),
    )


def _boxes() -> Boxes:
    return Boxes(
        title=_("How surveys of a beach differ"),
        unit=_("items per 100 m"),
        boxes=[
            Box(_("First beach"), 12, 175, 248.25, 310.5, 432, 655, (1900,)),
            Box(_("Second beach"), 12, 120, 146.25, 165.5, 217.5, 310, (335,)),
            Box(_("Third beach"), 0),
        ],
        label_heading=_("Survey site"),
        nothing=_("not surveyed"),
        notes=_note(),
    )


def _shares() -> Shares:
    names = (_("Plastic"), _("Paper"), _("Metal"), _("Glass"), _("Cloth"), _("Wood"), _("Rubber"))
    amounts = (1204, 203, 152, 136, 51, 34, 17)
    return Shares(
        title=_("Composition of beach litter"),
        unit=_("items"),
        parts=[Part(name, amount) for name, amount in zip(names, amounts, strict=True)],
        label_heading=_("Material"),
        notes=_note(),
    )


def _sized_dots() -> SizedDots:
    return SizedDots(
        title=_("Median of each beach"),
        unit=_("items per 100 m"),
        spots=[
            Spot(_("First beach"), 30.02, 122.0, 310.5),
            Spot(_("Second beach"), 30.0, 122.06, 165.5),
            Spot(_("Third beach"), 29.97, 122.02, None),
        ],
        label_heading=_("Survey site"),
        nothing=_("not surveyed"),
        notes=_note(),
    )


def _ranked() -> Chart:
    points = [
        Point(_("Cigarette butts and filters"), 38),
        Point(_("Pieces of polystyrene between 2.5 cm and 50 cm"), 24.5),
        Point(_("Bottle caps"), 11),
    ]
    return Chart(
        title=_("Kinds found most"),
        unit=_("items per 100 m"),
        series=[Series(_("Median"), points)],
        kind=Kind.RANKED,
        label_heading=_("Kind of litter"),
        notes=_note(),
    )


def _columns() -> Chart:
    points = [
        Point(_("Winter"), 240, "n = 3"),
        Point(_("Spring"), 498, "n = 3"),
        Point(_("Summer"), 333, "n = 3"),
        Point(_("Autumn"), None, "n = 0"),
    ]
    return Chart(
        title=_("Median by season"),
        unit=_("items per 100 m"),
        series=[Series(_("Median"), points)],
        kind=Kind.COLUMNS,
        label_heading=_("Season"),
        notes=_note(),
    )
