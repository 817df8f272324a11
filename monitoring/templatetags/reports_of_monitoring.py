"""Tables and charts of a report in its template: `{% report_table table "figures" 1 %}`."""

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from monitoring.reporting.document import Table
from partnership.core.charts import Chart
from partnership.core.charts.drawn import Drawn
from partnership.core.charts.figure import FIGURES, figure
from partnership.core.markup import filled

register = template.Library()
EMPTY = '<h3>{}</h3><p class="meta">{}</p>'
ALSO_FIGURES = (*FIGURES, "<", "≥")


@register.simple_tag
def report_table(table: Table, key: str, number: int) -> SafeString:
    """Return a table whose columns of numbers stand to the right; one without rows is its note."""
    if not table.rows:
        return filled(EMPTY, table.title, table.note)
    columns = list(zip(*table.rows, strict=True))
    looks = [all(cell.startswith(ALSO_FIGURES) for cell in column if cell) for column in columns]
    context = {
        "table_id": f"{key}-table-{number}",
        "caption": table.title,
        "headings": [
            {"text": heading, "number": look}
            for heading, look in zip(table.headings, looks, strict=True)
        ],
        "rows": [
            [
                {"text": cell, "number": look, "lang": getattr(cell, "tag", "")}
                for cell, look in zip(row, looks, strict=True)
            ]
            for row in table.rows
        ],
        "note": table.note,
    }
    return render_to_string("partials/table.html", context)


@register.simple_tag
def report_chart(chart: Chart | Drawn, key: str, number: int) -> SafeString:
    """Return a chart with its own table."""
    return figure(chart, f"{key}-{number}")
