"""What the reference files say is plausible, row by row."""

import re
from collections import Counter
from datetime import date

import pytest

from partnership.reference.actions import read_files
from partnership.reference.actions.records import PlaceRecord, Records
from partnership.reference.choices import PlaceKind

ASEAN = {"BN", "KH", "ID", "LA", "MY", "MM", "PH", "SG", "TH", "TL", "VN"}
HAN = re.compile(r"[㐀-鿿]+(·[㐀-鿿]+)*")
# South, north, west, east in degrees, generously, of the parts that can occur.
BOXES = {
    "CN": (17, 54, 73, 135), "BN": (4, 5.2, 114, 115.5), "KH": (9.9, 14.8, 102.3, 107.7),
    "ID": (-11.1, 6.1, 95, 141.1), "LA": (13.9, 22.6, 100, 107.8), "MY": (0.8, 7.5, 99.6, 119.3),
    "MM": (9.5, 28.6, 92.1, 101.2), "PH": (4.5, 21.2, 116.9, 126.7), "SG": (1.1, 1.5, 103.5, 104.1),
    "TH": (5.5, 20.5, 97.3, 105.7), "TL": (-9.6, -8.1, 124, 127.4), "VN": (8.3, 23.5, 102.1, 109.6),
    "JP": (24, 46, 122, 146), "KR": (33, 39, 124, 132), "DE": (47, 55.1, 5.8, 15.1),
    "NO": (57.9, 71.2, 4.4, 31.2), "IE": (51.4, 55.4, -10.7, -5.9), "NL": (50.7, 53.6, 3.3, 7.3),
    "GB": (49.8, 60.9, -8.7, 1.8), "FR": (41.3, 51.1, -5.2, 9.6), "DK": (54.5, 57.8, 8, 15.2),
    "SE": (55.3, 69.1, 10.9, 24.2), "FI": (59.7, 70.1, 20.5, 31.6), "AU": (-43.7, -10, 113, 153.7),
    "NZ": (-47.4, -34.3, 166.4, 178.6), "US": (24.5, 49.4, -124.8, -66.9),
    "CA": (41.6, 83.2, -141, -52.6), "CH": (45.8, 47.9, 5.9, 10.5), "IT": (35.4, 47.1, 6.6, 18.6),
    "ES": (35.9, 43.9, -9.4, 4.4),
}  # fmt: skip


@pytest.fixture(scope="module")
def records() -> Records:
    return read_files()


def of_kind(records: Records, kind: PlaceKind) -> list[PlaceRecord]:
    return [place for place in records.places if place.values["kind"] == kind]


def valid_on(place: PlaceRecord, day: date) -> bool:
    first, last = place.values.get("valid_from"), place.values.get("valid_to")
    return (first is None or first <= day) and (last is None or last >= day)


def outside_its_country(place: PlaceRecord) -> bool:
    latitude, longitude = place.values["latitude"], place.values["longitude"]
    if latitude is None or longitude is None:
        return False
    south, north, west, east = BOXES[place.code[:2].upper()]
    return not (south <= latitude <= north and west <= longitude <= east)


def test_it_lists_sixty_to_eighty_coastal_cities_of_china_and_asean(records: Records) -> None:
    coastal = [
        city
        for city in of_kind(records, PlaceKind.CITY)
        if city.values["is_coastal"] and city.code[:2].upper() in ASEAN | {"CN"}
    ]

    assert 60 <= len(coastal) <= 80


def test_it_has_at_least_one_city_in_each_country_of_the_partnership(records: Records) -> None:
    countries = {city.code[:2].upper() for city in of_kind(records, PlaceKind.CITY)}

    assert countries >= ASEAN | {"CN"}


def test_it_counts_eleven_members_of_asean(records: Records) -> None:
    members = {place.code: place.values for place in of_kind(records, PlaceKind.COUNTRY)}
    asean = {code for code, values in members.items() if values["group"] == "asean"}

    assert asean == ASEAN
    assert members["TL"]["asean_since"] == date(2025, 10, 26)


def test_it_uses_the_chinese_names_of_the_ministry_of_foreign_affairs(records: Records) -> None:
    names = {place.code: place.values["name_zh_hans"] for place in records.places}

    assert [names[code] for code in sorted(ASEAN)] == [
        "文莱", "印度尼西亚", "柬埔寨", "老挝", "缅甸", "马来西亚", "菲律宾", "新加坡", "泰国",
        "东帝汶", "越南",
    ]  # fmt: skip


def test_it_follows_the_united_nations_list_of_least_developed_countries(records: Records) -> None:
    until = {
        place.code: place.values["least_developed_until"]
        for place in of_kind(records, PlaceKind.COUNTRY)
        if place.values["least_developed_from"]
    }

    assert set(until) == {"KH", "LA", "MM", "TL"}
    assert until["LA"] == date(2026, 11, 23)


def test_it_writes_chinese_names_in_chinese_characters_only(records: Records) -> None:
    odd = [
        name
        for place in records.places
        for name in (place.values["name_zh_hans"], place.values["full_name_zh_hans"])
        if not HAN.fullmatch(str(name))
    ]

    assert odd == []


def test_it_writes_english_names_without_chinese_characters(records: Records) -> None:
    everything = [*records.places, *records.basins, *records.themes]
    odd = [record.code for record in everything if HAN.search(str(record.values["name_en"]))]

    assert odd == []


def test_it_puts_every_point_into_its_country(records: Records) -> None:
    assert [place.code for place in records.places if outside_its_country(place)] == []


def test_it_gives_every_city_and_country_a_point(records: Records) -> None:
    without = [
        place.code
        for place in records.places
        if place.values["kind"] != PlaceKind.PROVINCE and place.values["latitude"] is None
    ]

    assert without == []


def test_it_knows_the_provinces_in_focus(records: Records) -> None:
    focus = {place.code for place in records.places if place.values.get("programme_focus")}

    assert focus == {"CN-JS", "CN-ZJ", "CN-GX", "CN-HI", "CN-FJ", "CN-GD", "CN-SH"}


def test_it_marks_zero_waste_cities_of_the_two_national_lists_only(records: Records) -> None:
    since = {
        city.code: city.values["zero_waste_city_since"]
        for city in of_kind(records, PlaceKind.CITY)
        if city.values["zero_waste_city_since"]
    }

    assert {code for code, year in since.items() if year == 2019} == {
        "cn-shenzhen",
        "cn-weihai",
        "cn-sanya",
    }
    assert set(since.values()) == {2019, 2022}
    assert {code[:2] for code in since} == {"cn"}


@pytest.mark.parametrize(
    ("day", "count"),
    [(date(2024, 12, 31), 63), (date(2025, 6, 30), 63), (date(2025, 7, 1), 34)],
)
def test_it_knows_the_provinces_of_viet_nam_before_and_after_the_merger(
    records: Records, day: date, count: int
) -> None:
    provinces = [
        place for place in of_kind(records, PlaceKind.PROVINCE) if place.code.startswith("VN-")
    ]

    assert len([place for place in provinces if valid_on(place, day)]) == count


def test_it_gives_every_place_that_ended_a_successor(records: Records) -> None:
    ended = [place for place in records.places if place.values.get("valid_to")]

    assert ended
    assert [place.code for place in ended if not place.successor] == []


@pytest.mark.parametrize("column", ["name_zh_hans", "name_en"])
def test_it_never_gives_two_places_of_a_level_and_country_the_same_name(
    records: Records, column: str
) -> None:
    today = date(2026, 1, 1)
    names = Counter(
        (place.values["kind"], place.code[:2], place.values[column])
        for place in records.places
        if valid_on(place, today)
    )

    assert [name for name, count in names.items() if count > 1] == []


def test_it_has_a_theme_for_every_case(records: Records) -> None:
    assert {theme.code for theme in records.themes} == {
        "urban-waste-management", "energy-recovery", "coastal-biodiversity",
        "coastal-zone-management", "plastic-policy", "recycling-economy", "fishing-gear",
        "litter-monitoring", "microplastics", "capacity-building", "awareness-participation",
        "mangroves", "climate-action", "ocean-finance", "zero-waste-city", "marine-sanitation",
        "tourism-islands",
    }  # fmt: skip


def test_it_links_every_basin_to_a_place(records: Records) -> None:
    assert [basin.code for basin in records.basins if not basin.places] == []
