"""Charts: one data class, and from it SVG, table and CSV."""

import csv
import io
import re
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from django.template import Context, Template
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from partnership.core.charts import Chart, DotMap, Kind, MapPoint, Point, Series, svg
from partnership.core.charts.scale import scale_for

finite = st.floats(min_value=-1e9, max_value=1e9, allow_nan=False)


def litter(kind: Kind = Kind.BARS) -> Chart:
    points = [Point("2021", 1234.5), Point("2022", None), Point("2023", -20)]
    return Chart("Litter <found>", "kg", [Series("Beach", points)], kind)


@pytest.mark.parametrize("kind", list(Kind))
def test_it_draws_well_formed_svg_with_title_and_description(kind: Kind) -> None:
    with translation.override("en"):
        drawing = ET.fromstring(svg.render(litter(kind), "c1"))

    assert drawing.attrib["role"] == "img"
    assert drawing.findtext("title") == "Litter <found>"
    assert drawing.findtext("desc") == "2 values in kg, from −20 to 1,234.5."


def test_bars_begin_behind_the_longest_label() -> None:
    def start(label: str) -> float:
        drawing = svg.render(Chart("t", "t", [Series("s", [Point(label, 1)])]), "c1")
        return float(re.findall(r'<rect[^>]* x="([0-9.]+)"', drawing)[0])

    assert start("2023") < start("2023年10月30日") < svg.WIDTH / 2
    assert start("长" * 100) == svg.WIDTH / 2


def test_it_draws_every_known_value_and_leaves_a_gap_for_an_unknown_one() -> None:
    drawing = svg.render(litter(Kind.LINE), "c1")

    assert drawing.count("<circle") == 2
    path = re.search(r'class="chart-path[^"]*" d="([^"]*)"', drawing)
    assert path is not None
    assert path[1].count("M") == 2
    assert "L" not in path[1]


def test_it_shows_the_same_numbers_as_a_table() -> None:
    chart = litter()

    with translation.override("en"):
        assert chart.headings == ["Period", "Beach (kg)"]
        assert chart.rows == [["2021", "1,234.5"], ["2022", "–"], ["2023", "−20"]]


def test_it_gives_the_numbers_unrounded_and_safe_as_csv() -> None:
    chart = Chart("t", "kg", [Series("=cmd()", [Point("@x", 0.123456789012), Point("b", None)])])

    rows = list(csv.reader(io.StringIO(chart.csv())))

    assert rows[0][1].startswith("'=cmd()")
    assert rows[1:] == [["'@x", "0.123456789012"], ["b", ""]]


def test_it_lines_up_series_by_label() -> None:
    first = Series("a", [Point("2021", 1), Point("2023", 3)])
    second = Series("b", [Point("2022", 2)])

    chart = Chart("t", "t", [first, second])

    assert chart.labels == ["2021", "2023", "2022"]
    assert [row[1:] for row in chart.rows] == [["1", "–"], ["3", "–"], ["–", "2"]]


@given(st.lists(finite, max_size=20))
def test_an_axis_holds_every_value_and_zero_on_round_steps(values: list[float]) -> None:
    scale = scale_for(values, 0, 100)

    assert all(-0.01 <= scale(value) <= 100.01 for value in [0, *values])
    assert 2 <= len(scale.ticks) <= 8
    assert any(tick == pytest.approx(0, abs=scale.step * 1e-6) for tick in scale.ticks)


def test_it_says_so_when_there_is_nothing_to_draw() -> None:
    with translation.override("en"):
        assert "There are no values yet." in svg.render(Chart("t", "kg", []), "c1")


def test_a_page_shows_chart_table_and_csv_link() -> None:
    template = Template('{% load charts %}{% chart chart "c1" "/data.csv" %}')

    page = template.render(Context({"chart": litter()}))

    assert "Litter &lt;found&gt;" in page
    assert "<svg" in page
    assert "&lt;svg" not in page
    assert 'href="/data.csv"' in page


@pytest.mark.parametrize(
    ("latitude", "longitude", "is_land"),
    [(30.6, 112.0, True), (15.0, 102.0, True), (15.0, 114.0, False), (20.0, 130.0, False)],
)
def test_the_land_lies_where_it_is(latitude: float, longitude: float, is_land: bool) -> None:
    place = MapPoint("", latitude, longitude)
    row = f"M(\\d+) {int(place.y // 10) * 10 + 5}h(\\d+)"
    runs = [(int(start), int(length)) for start, length in re.findall(row, DotMap("m").land)]

    assert any(start - 5 <= place.x <= start + length + 5 for start, length in runs) is is_land


def test_it_draws_no_line_that_could_be_a_border() -> None:
    land = DotMap("m", []).land

    assert set(re.sub(r"[\d.\s]", "", land)) == {"M", "h"}


def test_the_figures_of_an_axis_have_room_and_its_dates_do_not_meet() -> None:
    days = [f"2026-{month:02d}-15" for month in range(1, 9)]
    chart = Chart(
        "Floats", "floats", [Series("in use", [Point(day, 40_000) for day in days])], Kind.LINE
    )

    drawn = svg.render(chart, "c")

    left = float(re.search(r'<path d="M(\d+)', drawn)[1])  # type: ignore[index]
    assert left >= len("40,000") * svg.LETTER
    shown_days = [
        float(x) for x in re.findall(r'<text x="([\d.]+)" y="[\d.]+" text-anchor="middle"', drawn)
    ]
    apart = [right - before for before, right in pairwise(shown_days)]
    assert min(apart) > len(days[0]) * svg.LETTER


def test_whole_numbers_get_whole_steps() -> None:
    assert scale_for([1.0, 2.0], 0, 100).ticks == [0, 1, 2]
    assert scale_for([3, 10], 0, 100).ticks == [0, 5, 10]
    assert scale_for([7, 3], 0, 100).ticks == [0, 2, 4, 6, 8]
    assert scale_for([0.5, 2.0], 0, 100).ticks == [0, 0.5, 1, 1.5, 2]
