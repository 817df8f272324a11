"""Maps of dots whose area is a value, drawn without a map's scripts."""

import math
import re
from xml.etree import ElementTree as ET

import pytest
from django.utils import translation

from partnership.core.charts import (
    Reference,
    SizedDots,
    Spot,
    sized_dots_svg,
    standalone,
)
from tests.partnership.core.test_plots import numbers

pytestmark = pytest.mark.usefixtures("_english")


@pytest.fixture
def _english() -> object:
    with translation.override("en"):
        yield


def spots(*extra: Spot) -> SizedDots:
    near = [Spot("First", 30.02, 122.0, 400), Spot("Second", 30.0, 122.06, 100)]
    return SizedDots("Where", "items", [*near, *extra], "Site", "not surveyed")


def test_the_area_of_a_dot_grows_with_its_value_and_nobody_looked_is_a_cross() -> None:
    drawing = spots(Spot("Third", 29.98, 122.02, None)).svg("c1")

    radii = [size for (size,) in numbers(r' r="([\d.]+)"', drawing)]
    assert radii == [sized_dots_svg.LARGEST, sized_dots_svg.LARGEST / 2]
    assert "<title>Third: not surveyed</title>" in drawing
    assert sized_dots_svg.radius(0, 400) == sized_dots_svg.SMALLEST
    assert sized_dots_svg.radius(0, 0) == sized_dots_svg.SMALLEST


def test_a_plan_is_to_scale_with_north_above() -> None:
    drawing = spots().svg("c1")

    (west, high), (east, low) = numbers(r'cx="([\d.]+)" cy="([\d.]+)"', drawing)
    assert (east - west) / (low - high) == pytest.approx(
        0.06 * math.cos(math.radians(30.01)) / 0.02, rel=0.01
    )
    ((start, end),) = numbers(r"v-6M([\d.]+) [\d.]+H([\d.]+)", drawing)
    assert end > start
    assert " km</text>" in drawing
    assert "dot-map-land" not in drawing


def test_places_far_apart_stand_over_land() -> None:
    drawing = spots(Spot("Far", 5, 100, 50)).svg("c1")

    assert "dot-map-land" in drawing
    assert " km</text>" not in drawing


def test_places_are_named_by_numbers_while_they_are_few() -> None:
    few = spots(Spot("Third", 29.98, 122.02, None))
    many = spots(*[Spot(str(number), 30.01, 122.01, 1) for number in range(20)])

    assert [key.text for key in few.keys("c1")] == [
        "items",
        "not surveyed",
        "First",
        "Second",
        "Third",
    ]
    assert few.svg("c1").count('class="chart-value"') == 3
    assert [key.text for key in many.keys("c1")] == ["items"]
    assert 'class="chart-value"' not in many.svg("c1")


def test_sized_dots_are_told_in_words_and_numbers() -> None:
    chart = spots(Spot("Third", 29.98, 122.02, None))
    nothing = SizedDots("Where", "items", [], "Site", "not surveyed")

    assert chart.description == "2 of 3 places have a value, from 100 to 400 (items)."
    assert chart.rows[2] == ["Third", "29.98", "122.02", "–"]
    assert chart.csv().splitlines()[3] == "Third,29.98,122.02,"
    assert "There are no values yet." in nothing.svg("c1")
    ET.fromstring(chart.svg("c1"))


def test_dots_below_a_level_are_open_and_the_key_says_which_it_is() -> None:
    chart = SizedDots(
        "Where",
        "items",
        [Spot("A", 30, 122, 400), Spot("B", 30.1, 122, 20), Spot("C", 30.2, 122, 19)],
        "Site",
        "not surveyed",
        level=Reference(20, "Threshold"),
    )
    drawing = chart.svg("c1")

    looks = re.findall(r'<circle class="chart-mark ([\w -]+)"[^>]*><title>(\w)', drawing)
    assert {name: "chart-open" in look for look, name in looks} == {
        "A": False,
        "B": False,
        "C": True,
    }
    assert [key.text for key in chart.keys("c1")][:2] == ["below 20 items", "20 items and more"]
    assert "chart-open" in standalone.STYLE, "in print, too"
