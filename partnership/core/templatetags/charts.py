"""Charts, and the dots of maps, in templates."""

from django import template

from partnership.core.charts import Chart, svg
from partnership.core.charts.dots import dots, grouped_rows

register = template.Library()
register.filter(dots)
register.filter(grouped_rows)


@register.inclusion_tag("partials/chart.html")
def chart(chart: Chart, chart_id: str, csv_url: str = "") -> dict[str, object]:
    """Show `chart` as SVG with its table and, when there is an address for it, its CSV."""
    drawing = svg.render(chart, chart_id)
    return {"chart": chart, "chart_id": chart_id, "svg": drawing, "csv_url": csv_url}
