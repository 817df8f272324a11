"""Charts in templates: `{% chart series "chart-1" csv_url %}`."""

from django import template

from partnership.core.charts.figure import figure

register = template.Library()
register.simple_tag(figure, name="chart")
