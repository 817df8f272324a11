"""Waste on public pages, in files and in the API: honest about what cannot be compared."""

import csv
import io
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from monitoring.choices import WasteArea, WasteScope, WasteUnit
from monitoring.demo import surveys
from monitoring.demo import waste as demo
from monitoring.models import WasteProfile, WasteValue
from monitoring.waste.comparing import groups, warnings
from monitoring.waste.records import records
from monitoring.waste.series import CityWaste
from partnership.accounts.models import User
from partnership.reference.models import Place
from tests.factories.monitoring import SurveySiteFactory
from tests.factories.reference import CityFactory, CountryFactory
from tests.factories.waste import WasteProfileFactory, waste_values

pytestmark = pytest.mark.django_db
API = "/api/v1/waste-of-cities/"


def page(client: Client, name: str, *arguments: object, language: str = "en", **query: str) -> str:
    with override(language):
        address = reverse(f"monitoring:{name}", args=arguments)
    answer = client.get(address, query)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def city_waste() -> CityWaste:
    return CityWaste(records(WasteValue.objects.in_order()))


def compared(indicator: str = "generated") -> list[str]:
    """Return the warnings, in English, on the values of all cities."""
    found = [each for each in records(WasteValue.objects.in_order()) if each.indicator == indicator]
    with override("en"):
        return warnings(groups(found, {}))


def test_masses_are_tonnes_whatever_they_were_told_in(client: Client) -> None:
    place = CityFactory()
    for year, unit, value in ((2022, "t", 365_000), (2023, "10kt", "36.5"), (2024, "t/d", 1_000)):
        WasteProfileFactory(place=place, year=year, told={"generated": value}, told__unit=unit)

    [row] = city_waste().rows

    assert row.cells == ["365,000", "365,000", "366,000"]  # a leap year
    shown = page(client, "waste-city", place.code)
    assert "1,000 t a day" in shown
    assert "36.5 × 10,000 t" in shown


def test_years_without_a_value_have_a_dash_and_zero_is_zero(client: Client) -> None:
    place = CityFactory()
    WasteProfileFactory(place=place, year=2022, told={"generated": 50, "leakage": 0})
    WasteProfileFactory(place=place, year=2023, told={"generated": 60})

    with override("en"):
        rows = {row.label: row.cells for row in city_waste().rows}

    assert rows["Plastics that leak into waters (estimate)"] == ["0", "–"]
    assert "A dash is “not told”, never zero." in page(client, "waste-city", place.code)


def test_a_series_ends_where_something_else_is_counted() -> None:
    place = CityFactory()
    WasteProfileFactory(place=place, year=2021, told={"generated": 100_000})
    WasteProfileFactory(place=place, year=2022, told={"generated": 120_000})
    WasteProfileFactory(
        place=place, year=2024, told={"generated": 90_000}, told__scope=WasteScope.CLEARED
    )

    with override("en"):
        waste = city_waste()
        [(_key, chart)] = waste.charts
        said = waste.warnings

    assert [[point.value for point in series.points] for series in chart.series] == [
        [10, 12, None, None],
        [None, None, None, 9],
    ]
    assert chart.unit == "10,000 t"
    assert len(said) == 1
    assert "From 2024 on other waste" in said[0]


def test_it_says_what_was_reworded_and_what_is_not_of_a_whole_year() -> None:
    place = CityFactory()
    WasteProfileFactory(place=place, year=2022, told={"recycled": 40})
    WasteProfileFactory(
        place=place,
        year=2023,
        told={"recycled": 30},
        told__definition="Other words.",
        told__first_day=date(2023, 6, 1),
    )
    third = WasteProfileFactory(place=place, year=2024)
    WasteValue.objects.bulk_create(waste_values(third, {"recycled": 20}, unit=WasteUnit.PER_CENT))

    with override("en"):
        said = " ".join(city_waste().warnings)

    assert "worded anew for 2023: Waste recycled." in said
    assert "not of a whole year, but of 1 June 2023 to 31 December 2023" in said
    assert "an amount in some years and as a share in others" in said


def test_how_waste_was_treated_is_drawn_where_the_same_waste_is_meant() -> None:
    place = CityFactory()
    profile = WasteProfileFactory(place=place, told={"landfilled": 30, "energy": 70})

    [(_key, chart)] = city_waste().charts
    assert [part.amount for part in chart.parts] == [70, 30]

    WasteValue.objects.filter(profile=profile, indicator="energy").update(scope="all")
    assert city_waste().charts == []


def test_only_cities_that_count_the_same_stand_in_one_table(client: Client) -> None:
    first = WasteProfileFactory(told={"generated": 365_000, "population": 1_000_000})
    WasteProfileFactory(told={"generated": 182_500, "population": 1_000_000})
    WasteProfileFactory(told={"generated": 9}, told__scope=WasteScope.ALL)
    WasteProfileFactory(told={"generated": 9}, area=WasteArea.WHOLE, year=2022)
    silent = WasteProfileFactory(told={"recycled": 9})

    shown = page(client, "waste")

    assert shown.count("<table") == 4  # three groups, and the table of the one chart
    assert "The cities count different waste" in shown
    assert "different kinds of area" in shown
    assert "of different years" in shown
    assert "Waste generated for a person and day" in shown
    assert ">1.00</td>" in shown  # 365,000 t of a million people in the 366 days of 2024
    assert f"No value is known of: {silent.place.name_en}. That is not zero." in shown
    of_year = page(client, "waste", year="2022")
    assert first.place.name_en not in of_year
    assert "Compare with care" not in of_year


def test_it_warns_of_shares_beside_amounts_parts_of_years_and_demo_data() -> None:
    WasteProfileFactory(told={"recycled": 9})
    WasteProfileFactory(told={"recycled": 9}, told__unit=WasteUnit.PER_CENT)
    WasteProfileFactory(told={"recycled": 9}, told__first_day=date(2024, 6, 1))

    said = " ".join(compared("recycled"))

    assert "an amount and others a share" in said
    assert "1 value is not of a whole year" in said
    assert compared("leakage") == []


def test_real_and_demo_values_share_no_chart() -> None:
    WasteProfileFactory(told={"leakage": 9})
    WasteProfileFactory(told={"leakage": 7})
    found = records(WasteValue.objects.in_order())
    mixed = [found[0], replace(found[1], is_demo=False)]

    with override("en"):
        [group] = groups(mixed, {})
        said = " ".join(warnings([group]))

    assert group.chart is None
    assert "must not be compared" in said
    assert "estimated by models" in said


def test_filters_narrow_and_say_what_they_left_out(client: Client) -> None:
    vietnam = CountryFactory(code="VN")
    own = WasteProfileFactory(place=CityFactory(parent=vietnam), told={"plastics-share": 15})
    other = WasteProfileFactory(told={"plastics-share": 12})

    shown = page(client, "waste", indicator="plastics-share", country="VN")

    assert own.place.name_en in shown
    assert other.place.name_en not in shown.split('id="group-1"')[1]
    assert "left out: “dreams”" in page(client, "waste", indicator="dreams")
    assert "Nothing matches these filters" in page(client, "waste", indicator="uncontrolled")


def test_nothing_is_said_to_be_nothing(client: Client, wang: User) -> None:
    assert "No waste profile has been approved yet" in page(client, "waste")
    with override("en"):
        assert client.get(reverse("monitoring:waste-city", args=["vn-x"])).status_code == 404


def test_the_api_and_the_file_have_the_same_values(client: Client) -> None:
    profile = WasteProfileFactory(told={"generated": "36.5"}, told__unit="10kt")
    code = profile.place.code

    [row] = client.get(f"{API}?city={code}&year=2024&indicator=generated").json()["results"]
    with override("en"):
        address = reverse("monitoring:data-file", args=["waste-of-cities"])
    answer = client.get(address, {"city": code, "year": "2024"})
    archive = zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))
    text = archive.read("waste-of-cities.csv").decode("utf-8-sig")
    [written] = csv.DictReader(io.StringIO(text))

    assert (row["value"], row["unit"], row["amount"], row["amount_unit"]) == (
        36.5, "10kt", 365_000, "t",
    )  # fmt: skip
    assert (row["grade"], row["is_demo"], row["first_day"]) == (None, True, "2024-01-01")
    assert (written["value"], written["amount"], written["grade"]) == ("36.5", "365000", "")
    assert client.get(f"{API}?year=2023").json()["results"] == []
    assert client.get(f"{API}?indicator=dreams").status_code == 400
    assert client.get(f"{API}?city=nowhere").status_code == 400


def test_lists_ask_the_same_however_many_rows_there_are(client: Client, lin: User) -> None:
    place = CityFactory()
    client.force_login(lin)
    with override("en"):
        paths = [
            reverse("monitoring:waste"),
            reverse("monitoring:waste-city", args=[place.code]),
            reverse("admin:monitoring_wasteprofile_changelist"),
            API,
        ]
    counts: dict[str, set[int]] = {path: set() for path in paths}
    rows = iter(range(2000, 2051))
    for more in (1, 2, 47):
        made = [
            WasteProfile(place=place, year=year, area="urban", language="en", is_demo=True)
            for year, _turn in zip(rows, range(more), strict=False)
        ]
        WasteProfile.objects.bulk_create(made)
        WasteValue.objects.bulk_create(
            value for each in made for value in waste_values(each, {"generated": 5})
        )
        for path in paths:
            client.get(path)
            with CaptureQueriesContext(connection) as asked:
                assert client.get(path).status_code == 200
            counts[path].add(len(asked))

    assert {path: len(found) for path, found in counts.items()} == dict.fromkeys(paths, 1)


def test_pages_of_a_city_lead_to_each_other(client: Client) -> None:
    profile = WasteProfileFactory(told={"generated": 5})
    code = profile.place.code
    assert "Beach litter of this city" not in page(client, "waste-city", code)

    SurveySiteFactory(place=profile.place)

    assert f"/en/monitoring/cities/{code}/" in page(client, "waste-city", code)
    assert f"/en/monitoring/waste/{code}/" in page(client, "city", code)


def test_demo_profiles_are_loaded_once_and_marked(client: Client) -> None:
    countries = {code: CountryFactory(code=code) for code in ("CN", "ID", "VN")}
    for code in surveys.CITIES:
        CityFactory(code=code, parent=countries[code[:2].upper()])

    assert demo.load() == 25
    assert demo.load() == 0
    assert set(demo.CITIES) == set(surveys.CITIES)
    assert Place.objects.filter(waste_profiles__is_demo=False).count() == 0
    shown = page(client, "waste-city", "cn-xiamen", language="zh-hans")
    assert "演示数据" in shown
    assert "不得引用" in shown
