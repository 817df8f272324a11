"""A chart with its caption, its legend and its numbers as a table."""

from typing import Final

from django.utils.safestring import SafeString

from partnership.core.charts import svg
from partnership.core.charts.data import Chart
from partnership.core.markup import filled, joined
from partnership.core.shells import filled_shell

LEGEND: Final = '<li class="chart-series-{}">{}</li>'
NOTE: Final = '<p class="chart-note">{}</p>'
FIRST_HEADING: Final = '<th scope="col">{}</th>'
HEADING: Final = '<th scope="col" class="number">{}</th>'
ROW: Final = '<tr><th scope="row">{}</th>{}</tr>'
CELL: Final = '<td class="number">{}</td>'


def figure(chart: Chart, chart_id: str, csv_url: str = "") -> SafeString:
    """Return the figure; `csv_url` is where the same numbers can be had as CSV, if anywhere."""
    first, *others = chart.headings
    names = [(number, series.name) for number, series in enumerate(chart.series, start=1)]
    pieces = {
        "chart_id": chart_id,
        "title": chart.title,
        "unit": chart.unit,
        "legend": joined(LEGEND, names) if len(names) > 1 else "",
        "svg": svg.render(chart, chart_id),
        "notes": joined(NOTE, [(note,) for note in chart.notes]),
        "source": chart.source,
        "head": filled("{}{}", filled(FIRST_HEADING, first), joined(HEADING, zip(others))),
        "rows": joined(ROW, [(label, joined(CELL, zip(cells))) for label, *cells in chart.rows]),
        "csv_url": csv_url,
    }
    return filled_shell("partials/chart.html", pieces, {})
