"""The charts of a case."""

from decimal import Decimal

from cases.dossier.charts import charts_of
from cases.dossier.rows import Indicator
from partnership.core.charts import Kind


def figure(value: float, as_of: str, **other: object) -> Indicator:
    fields: dict[str, object] = {
        "name": "Litter removed",
        "qualifier": "exact",
        "value": Decimal(str(value)),
        "unit": "t",
        "as_of": as_of,
        "period": "",
        "definition": "All litter",
        "baseline_value": None,
        "baseline_note": "",
        "method": "",
        "source": 1,
        "grade": "A",
        "series": "",
    }
    return Indicator(**{**fields, **other})  # type: ignore[arg-type]


def test_three_figures_of_a_series_make_a_chart_in_the_order_of_time() -> None:
    rows = [
        figure(3, "2021", series="x"),
        figure(1, "2019", series="x"),
        figure(2, "2020", series="x"),
    ]

    (chart,) = charts_of(rows)

    assert chart.labels == ["2019年", "2020年", "2021年"]
    assert chart.values == [1, 2, 3]
    assert chart.source == "[1]"
    assert chart.notes == ["All litter"]


def test_two_figures_are_no_series() -> None:
    assert charts_of([figure(1, "2019", series="x"), figure(2, "2020", series="x")]) == []


def test_figures_in_different_units_are_not_joined() -> None:
    rows = [figure(1, f"202{year}", series="x", unit="kg" if year else "t") for year in range(3)]

    assert charts_of(rows) == []


def test_a_line_joins_successive_years_only() -> None:
    steady = [figure(1, str(year), series="x") for year in range(2019, 2023)]
    uneven = [figure(1, year, series="x") for year in ("2018", "2019", "2020", "2022")]
    dates = [figure(1, day, series="x") for day in ("2018", "2019", "2020", "2021-06")]

    kinds = [charts_of(rows)[0].kind for rows in (steady, uneven, dates)]

    assert kinds == [Kind.LINE, Kind.BARS, Kind.BARS]


def test_it_warns_when_definitions_differ() -> None:
    rows = [figure(1, f"201{year}", series="x", definition=str(year)) for year in range(3)]

    (chart,) = charts_of(rows)

    assert len(chart.notes) == 1
    assert "0" not in chart.notes[0]


def test_a_figure_stands_beside_what_it_started_from() -> None:
    (chart,) = charts_of([figure(5, "2024", baseline_value=Decimal(8), baseline_note="estimate")])

    assert chart.values == [8, 5]
    assert "estimate" in chart.notes[0]


def test_a_figure_of_a_series_is_not_drawn_twice() -> None:
    rows = [figure(year, f"201{year}", series="x", baseline_value=9) for year in range(3)]

    assert len(charts_of(rows)) == 1
