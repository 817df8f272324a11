"""Charts of measurements: what is drawn where, what is said in words, what the table holds."""

import csv
import io
import re
from datetime import date
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from django.utils import translation

from partnership.core.charts import (
    Box,
    Boxes,
    Chart,
    Curve,
    DatedSeries,
    DatedValue,
    Kind,
    OverTime,
    Part,
    Point,
    Reference,
    Series,
    Shares,
    Trend,
    over_time_svg,
    standalone,
    svg,
)
from partnership.core.charts.drawn import Drawn
from partnership.core.charts.figure import figure
from partnership.core.charts.scale import magnitude_scale_for

pytestmark = pytest.mark.usefixtures("_english")


@pytest.fixture
def _english() -> object:
    with translation.override("en"):
        yield


def over_time(**changed: object) -> OverTime:
    values = [
        DatedValue(date(2023, 1, 1), 100),
        DatedValue(date(2024, 7, 1), 200),
        DatedValue(date(2024, 10, 1), 900, is_outlier=True),
    ]
    trend = Trend(DatedValue(date(2023, 1, 1), 150), DatedValue(date(2024, 10, 1), -50), "falls")
    given = {
        "title": "Litter <found>",
        "unit": "items per 100 m",
        "series": [DatedSeries("Beach", values)],
        "trends": [trend],
        "references": [Reference(20, "Threshold")],
        "cut": 300.0,
    }
    return OverTime(**{**given, **changed})  # type: ignore[arg-type]


def boxes() -> Boxes:
    first = Box("First", 12, 10, 20, 30, 50, 80, (200,))
    return Boxes("Spread", "items", [first, Box("Second", 0)], "Site", "not surveyed")


def shares() -> Shares:
    parts = [Part("Plastic", 75), Part("Glass", 20), Part("Paper", 5)]
    return Shares("Made of", "items", parts, "Material")


def numbers(pattern: str, drawing: str) -> list[tuple[float, ...]]:
    return [tuple(map(float, found.groups())) for found in re.finditer(pattern, drawing)]


@pytest.mark.parametrize("chart", [over_time(), boxes(), shares()], ids=["time", "box", "share"])
def test_every_drawing_is_well_formed_and_named(chart: Drawn) -> None:
    drawing = ET.fromstring(chart.svg("c1"))

    assert drawing.attrib["role"] == "img"
    assert drawing.attrib["aria-labelledby"] == "c1-title c1-desc"
    assert drawing.findtext("title") == chart.title
    assert drawing.findtext("desc")
    assert len(chart.svg("c1")) < 6_000


def test_values_stand_at_their_day_and_height() -> None:
    drawing = over_time().svg("c1")

    first, second, beyond = numbers(r"translate\(([\d.]+) ([\d.]+)\)", drawing)
    left, right = over_time_svg.LEFT, over_time_svg.WIDTH - over_time_svg.RIGHT
    assert first[0] == left
    assert second[0] == pytest.approx(left + (right - left) * 547 / 731, abs=0.1)
    foot = over_time_svg.HEIGHT - over_time_svg.BOTTOM
    assert second[1] == pytest.approx(foot - (foot - over_time_svg.TOP) * 200 / 300, abs=0.1)
    assert beyond[1] == over_time_svg.TOP - 12


@pytest.mark.parametrize(
    "drawing",
    [
        over_time().svg("c1"),
        boxes().svg("c1"),
        *(
            svg.render(Chart("T", "items", [Series("S", [Point("2024", 3)])], kind), "c1")
            for kind in (Kind.BARS, Kind.LINE, Kind.COLUMNS)
        ),
    ],
    ids=["over-time", "boxes", "bars", "line", "columns"],
)
def test_an_axis_says_its_unit_within_the_drawing(drawing: str) -> None:
    root = ET.fromstring(drawing)
    height = float(root.attrib["viewBox"].split()[3])
    grid = next(each for each in root.iter("g") if each.attrib.get("class") == "chart-grid")
    [unit] = [each for each in grid.iter("text") if str(each.text).startswith("items")]

    ticks = [float(each.attrib["y"]) for each in grid.iter("text") if each is not unit]
    assert 0 < float(unit.attrib["y"]) < height - 8
    assert min(abs(float(unit.attrib["y"]) - tick) for tick in ticks) > 20, "apart from the figures"


def test_a_value_beyond_the_axis_is_a_triangle_and_is_counted_and_listed() -> None:
    chart = over_time()

    assert chart.svg("c1").count(over_time_svg.BEYOND) == 1
    assert chart.remarks == [
        "The axis ends at 300; 1 higher value stands as a triangle at its edge."
    ]
    assert ["2024-10-01", "Beach", "900", "yes"] in chart.rows
    assert over_time(cut=None).remarks == []


def test_an_outlier_has_a_ring_and_series_have_shapes() -> None:
    one = over_time(cut=None)
    other = DatedSeries("Other", [DatedValue(date(2023, 5, 1), 3)])
    two = over_time(series=[*one.series, other])

    assert one.svg("c1").count("chart-ring") == 1
    assert over_time_svg.SHAPES[1] in two.svg("c1")
    assert over_time_svg.SHAPES[1] not in one.svg("c1")
    assert [key.text for key in two.keys("c1")][:2] == ["Beach", "Other"]
    assert over_time_svg.look(5) == over_time_svg.look(1)


def test_a_trend_ends_where_it_leaves_the_axes() -> None:
    drawing = over_time().svg("c1")

    line = r'chart-trend" d="M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)"'
    ((left, _top, end, foot),) = numbers(line, drawing)
    assert foot == over_time_svg.HEIGHT - over_time_svg.BOTTOM
    last_mark = numbers(r"translate\(([\d.]+) [\d.]+\)", drawing)[-1][0]
    assert left < end < last_mark


def test_a_smooth_line_is_parted_where_it_leaves_the_axes_and_stands_in_the_table() -> None:
    heights = [(date(2023, 1, 1), 150), (date(2024, 7, 1), -5), (date(2024, 10, 1), 280)]
    chart = over_time(curve=Curve([DatedValue(*each) for each in heights], "Smooth"))
    drawing = chart.svg("c1")

    assert drawing.count("chart-curve") == 2
    assert over_time().svg("c1").count("chart-curve") == 0
    assert [key.text for key in chart.keys("c1")].count("Smooth") == 1
    assert "Smooth." in chart.description
    assert chart.headings[-1] == "Smooth"
    assert [row[-1] for row in chart.rows] == ["150", "−5", "280"]
    assert chart.csv().splitlines()[1].endswith(",150")


def spread(*numbers: float, **changed: object) -> OverTime:
    values = [DatedValue(date(2020 + year, 7, 1), each) for year, each in enumerate(numbers)]
    series = [DatedSeries("Beach", values)]
    return over_time(**{"series": series, "cut": None, "by_magnitude": True, **changed})


def test_values_over_more_than_two_powers_of_ten_stand_on_a_logarithmic_axis() -> None:
    start, end = date(2020, 7, 1), date(2023, 7, 1)
    falls = Trend(DatedValue(start, 2_000), DatedValue(end, -200), "falls")
    below = Trend(DatedValue(start, 0.1), DatedValue(end, 0.2), "below")
    references = [Reference(20, "Threshold"), Reference(0, "Nothing")]
    chart = spread(5, 50, 500, 5_000, trends=[falls, below], references=references)
    drawing = chart.svg("c1")

    assert chart.is_logarithmic
    assert [name for name in ("1", "10", "100", "1,000", "10,000") if f">{name}<" in drawing] == [
        "1", "10", "100", "1,000", "10,000",
    ]  # fmt: skip
    assert ">0<" not in drawing
    heights = [height for _x, height in numbers(r"translate\(([\d.]+) ([\d.]+)\)", drawing)]
    steps = [round(above - each, 1) for above, each in pairwise(heights)]
    assert len(set(steps)) == 1  # equal ratios are equal steps
    assert drawing.count('class="chart-reference"') == 1
    [bent] = re.findall(r'chart-trend" d="M([^"]+)"', drawing)  # one lies below the axis
    assert bent.count("L") > 10
    assert "logarithmic" in chart.remarks[-1]


def test_other_values_stand_on_an_axis_with_zero() -> None:
    assert not spread(5, 500).is_logarithmic  # two powers of ten, not more
    assert not spread(0, 5_000).is_logarithmic
    assert not spread(5, 5_000, by_magnitude=False).is_logarithmic
    assert not spread(5, 5_000, cut=300).is_logarithmic
    assert not over_time(series=[], cut=None, by_magnitude=True).is_logarithmic
    assert spread(5, 500).remarks == []
    few = magnitude_scale_for([1e-6, 1e6], 0, 100).ticks
    assert (len(few), few[0], few[-1]) == (7, 1e-6, 1e6)
    assert magnitude_scale_for([10, 10], 0, 100).ticks == [10, 100]


def test_lines_are_said_in_words() -> None:
    chart = over_time()

    assert chart.description.endswith("between 100 and 900. falls. Threshold: 20.")
    assert [key.text for key in chart.keys("c1")] == [
        "outlier, kept in all figures",
        "above the end of the axis",
        "falls",
        "Threshold: 20",
    ]


def test_many_years_leave_out_names_and_no_values_leave_no_drawing() -> None:
    long = [DatedValue(date(year, 6, 1), 1) for year in range(1990, 2020)]
    drawing = over_time(series=[DatedSeries("Beach", long)], trends=[]).svg("c1")

    assert ">1990<" in drawing
    assert ">1991<" not in drawing
    nothing = over_time(series=[])
    assert "There are no values yet." in nothing.svg("c1")
    assert "chart-grid" not in nothing.svg("c1")


def test_a_box_is_its_five_numbers_and_a_place_without_one_says_so() -> None:
    drawing = boxes().svg("c1")

    ((low, lower, upper, high),) = numbers(r'd="M([\d.]+) 0H([\d.]+)M([\d.]+) 0H([\d.]+)', drawing)
    ((start, width),) = numbers(r'chart-box" x="([\d.]+)" y="-12" width="([\d.]+)"', drawing)
    assert low < lower == start < upper < high
    assert width == pytest.approx((upper - lower), abs=0.02)
    assert (high - low) / (upper - lower) == pytest.approx(70 / 30, abs=0.01)
    assert ">not surveyed<" in drawing
    assert ">30 (n = 12)<" in drawing
    assert boxes().rows[1] == ["Second", "0", *["–"] * 6]


def test_boxes_are_described_by_their_medians() -> None:
    empty = Boxes("Spread", "items", [Box("First", 0)], "Site", "not surveyed")

    assert boxes().description == "1 box plot; its median is 30 (items)."
    assert empty.description == "There are no values yet."
    assert len(empty.keys("c1")) == 1


def test_shares_fill_the_bar_by_amount_and_each_has_a_hatch() -> None:
    drawing = shares().svg("c1")

    places = numbers(r'chart-part" x="([\d.]+)" y="30" width="([\d.]+)"', drawing)
    assert [round(width / 600, 3) for _start, width in places] == [0.75, 0.2, 0.05]
    assert len(set(re.findall(r'fill="url\(#(c1-hatch-\d)\)"', drawing))) == 3
    assert drawing.count("<pattern") == 3
    assert ">20 %</text>" in drawing
    assert ">5 %</text>" not in drawing  # too narrow; the key says it


def test_shares_are_named_by_their_key_and_a_whole_of_nothing_has_none() -> None:
    nothing = Shares("Made of", "items", [Part("Plastic", 0)], "Material")

    assert [key.text for key in shares().keys("c1")] == ["Plastic 75 %", "Glass 20 %", "Paper 5 %"]
    assert nothing.share(nothing.parts[0]) == 0
    assert "There are no values yet." in nothing.svg("c1")


def test_amounts_in_per_cent_are_listed_once() -> None:
    chart = Shares("Made of", "%", [Part("Plastic", 75), Part("Glass", 25)], "Material")

    assert chart.headings == ["Material", "Share (%)"]
    assert chart.rows == [["Plastic", "75"], ["Glass", "25"]]
    assert shares().rows[0] == ["Plastic", "75", "75"]


def test_bars_stand_below_their_names() -> None:
    names = [Point("A kind with a name that needs much room", 40), Point("B", 10), Point("C", None)]
    drawing = svg.render(Chart("Top", "items", [Series("Median", names)], Kind.RANKED), "c1")

    bars = numbers(r'<rect[^>]* y="([\d.]+)" width="([\d.]+)"', drawing)
    texts = numbers(r'chart-label" x="[\d.]+" y="([\d.]+)"', drawing)
    assert all(name[0] < bar[0] for name, bar in zip(texts, bars, strict=True))
    assert [width for _y, width in bars] == [bars[0][1], bars[0][1] / 4, 0]


def test_columns_carry_value_and_note() -> None:
    points = [Point("Winter", 40, "n = 3"), Point("Spring", 10, "n = 4"), Point("Summer", None)]
    drawing = svg.render(Chart("S", "items", [Series("Median", points)], Kind.COLUMNS), "c1")

    heights = numbers(r'<rect[^>]* height="([\d.]+)"', drawing)
    assert [height / heights[0][0] for (height,) in heights] == [1, 0.25, 0]
    assert ">n = 4<" in drawing
    assert ">–<" in drawing


@pytest.mark.parametrize("chart", [over_time(), boxes(), shares()], ids=["time", "box", "share"])
def test_csv_and_table_hold_the_same_lines(chart: Drawn) -> None:
    head, *lines = csv.reader(io.StringIO(chart.csv()))

    assert head == chart.headings
    assert [line[0] for line in lines] == [row[0] for row in chart.rows]
    assert all(len(line) == len(head) for line in lines)


def test_a_figure_shows_keys_remarks_and_numbers_to_the_right() -> None:
    page = figure(over_time(), "c1")

    assert page.count('class="chart-keyed"') == 4
    assert "1 higher value stands as a triangle" in page
    assert '<td class="number">900</td><td>yes</td>' in page
    assert '<th scope="col">Outlier</th>' in page


def test_a_chart_stands_alone_with_its_style() -> None:
    alone = ET.fromstring(standalone.drawing(shares().svg("c1")))
    key = standalone.sample(shares().keys("c1")[0].sample, "<defs/>")

    assert alone.tag == "{http://www.w3.org/2000/svg}svg"
    assert "font-family" in (alone.findtext("{http://www.w3.org/2000/svg}style") or "")
    assert ET.fromstring(key).attrib["viewBox"] == "0 0 32 16"
