"""A chart as a file of its own: programs that know no style sheet of ours draw it, too."""

from typing import Final

NAMESPACE: Final = '<svg xmlns="http://www.w3.org/2000/svg" '
# The light scheme of static/css/tokens.css, written out: setters of print know no variables. Of a
# font with variable weight they draw the thinnest, so the text is in one that has a single weight.
STYLE: Final = """<style>
text { font-family: "Noto Serif SC"; font-size: 15px; fill: #47606a }
.chart-label, .chart-value { fill: #0d262f; paint-order: stroke; stroke: #fff; stroke-width: 4px }
.chart-grid path { stroke: #cbd9db }
.chart-bar, .chart-mark { fill: #075468 }
.chart-mark.chart-series-2, .chart-bar.chart-series-2 { fill: #bd4516 }
.chart-mark.chart-series-3, .chart-bar.chart-series-3 { fill: #6b848c }
.chart-mark.chart-series-4, .chart-bar.chart-series-4 { fill: #7d5200 }
.chart-mark.chart-open { fill: #fff; stroke: #075468; stroke-width: 2.5 }
.dot-map-land { fill: none; stroke: #6b848c; stroke-width: 4.5; stroke-linecap: round; stroke-dasharray: 0 10 }
.chart-ring, .chart-whisker { fill: none; stroke: #0d262f; stroke-width: 1.5 }
.chart-box { fill: #dfeef0; stroke: #0d262f; stroke-width: 1.5 }
.chart-median { stroke: #bd4516; stroke-width: 4 }
.chart-trend { stroke: #bd4516; stroke-width: 2.5 }
.chart-curve { fill: none; stroke: #0d262f; stroke-width: 3; stroke-linecap: round; stroke-dasharray: 0 7 }
.chart-reference { stroke: #0d262f; stroke-width: 1.5; stroke-dasharray: 7 5 }
.chart-part { stroke: #0d262f; stroke-width: 1.5 }
.chart-ground { fill: #fff }
.chart-hatch { fill: none; stroke: #075468; stroke-width: 2 }
.chart-series-2 .chart-hatch { stroke: #bd4516 }
.chart-hatch-full { fill: #075468; stroke: none }
</style>"""
SAMPLE: Final = NAMESPACE + 'viewBox="0 0 32 16">{}{}{}</svg>'


def drawing(svg: str) -> str:
    """Return the SVG of a chart with its style and namespace."""
    head, bracket, rest = svg.replace("<svg ", NAMESPACE, 1).partition(">")
    return f"{head}{bracket}{STYLE}{rest}"


def sample(content: str, definitions: str = "") -> str:
    """Return the sample of a key as a picture of its own, with the hatches it refers to."""
    return SAMPLE.format(STYLE, definitions, content)
