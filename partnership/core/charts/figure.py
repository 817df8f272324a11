"""A chart with its caption, its legend and its numbers as a table."""

from typing import Final

from django.utils.safestring import SafeString

from partnership.core.charts import svg
from partnership.core.charts.data import MINUS, Chart
from partnership.core.charts.drawn import Drawn
from partnership.core.markup import filled, joined
from partnership.core.shells import filled_shell

LEGEND: Final = '<li class="chart-series-{}">{}</li>'
KEY: Final = (
    '<li class="chart-keyed"><svg class="chart-key" viewBox="0 0 32 16" aria-hidden="true">'
    "{}</svg>{}</li>"
)
NOTE: Final = '<p class="chart-note">{}</p>'
FIRST_HEADING: Final = '<th scope="col">{}</th>'
HEADING: Final = '<th scope="col"{}>{}</th>'
ROW: Final = '<tr><th scope="row">{}</th>{}</tr>'
CELL: Final = "<td{}>{}</td>"
NUMBER: Final = SafeString(' class="number"')
FIGURES: Final = ("–", MINUS, *"0123456789")  # what the cells of a column of numbers begin with


def figure(chart: Chart | Drawn, chart_id: str, csv_url: str = "") -> SafeString:
    """Return the figure; `csv_url` is where the same numbers can be had as CSV, if anywhere."""
    first, *others = chart.headings
    rows = chart.rows
    looks = _looks(rows)
    drawing, legend = _drawing(chart, chart_id)
    pieces = {
        "chart_id": chart_id,
        "title": chart.title,
        "unit": chart.unit,
        "legend": legend,
        "svg": drawing,
        "notes": joined(NOTE, [(note,) for note in chart.remarks]),
        "source": chart.source,
        "head": filled("{}{}", filled(FIRST_HEADING, first), _cells(HEADING, looks, others)),
        "rows": joined(ROW, [(label, _cells(CELL, looks, cells)) for label, *cells in rows]),
        "csv_url": csv_url,
    }
    return filled_shell("partials/chart.html", pieces, {})


def _drawing(chart: Chart | Drawn, chart_id: str) -> tuple[SafeString, SafeString | str]:
    """Return the SVG, and its legend where marks need one."""
    if not isinstance(chart, Chart):
        return chart.svg(chart_id), joined(KEY, chart.keys(chart_id))
    names = [(number, series.name) for number, series in enumerate(chart.series, start=1)]
    return svg.render(chart, chart_id), joined(LEGEND, names) if len(names) > 1 else ""


def _looks(rows: list[list[str]]) -> list[SafeString | str]:
    """Return for each column but the first whether it holds numbers, which stand to the right."""
    columns = list(zip(*rows, strict=True))[1:]
    return [
        NUMBER if all(not cell or cell.startswith(FIGURES) for cell in column) else ""
        for column in columns
    ]


def _cells(markup: str, looks: list[SafeString | str], cells: list[str]) -> SafeString:
    return joined(markup, zip(looks or [NUMBER] * len(cells), cells, strict=True))
