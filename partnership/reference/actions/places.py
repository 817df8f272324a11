"""Reading countries, provinces and cities."""

from partnership.core.languages import CHINESE, ENGLISH
from partnership.reference.actions.cells import Cells
from partnership.reference.actions.reading import Files
from partnership.reference.actions.records import PlaceRecord
from partnership.reference.choices import (
    FIRST_ZERO_WASTE_YEAR,
    CodeSource,
    CountryGroup,
    Division,
    PlaceKind,
)

COUNTRY_COLUMNS = (
    "code", "alpha3", "numeric", "name_zh", "full_name_zh", "name_en", "full_name_en", "group",
    "position", "asean_since", "least_developed_from", "least_developed_until", "latitude",
    "longitude", "aliases_zh", "aliases_en", "source", "note",
)  # fmt: skip
PROVINCE_COLUMNS = (
    "code", "country", "division", "name_zh", "full_name_zh", "name_en", "full_name_en",
    "name_local", "latitude", "longitude", "programme_focus", "valid_from", "valid_to",
    "successor", "aliases_zh", "aliases_en", "code_source", "note",
)  # fmt: skip
CITY_COLUMNS = (
    "code", "country", "province", "name_zh", "full_name_zh", "name_en", "full_name_en",
    "name_local", "latitude", "longitude", "coastal", "zero_waste_since", "zero_waste_source",
    "valid_from", "valid_to", "successor", "aliases_zh", "aliases_en", "source", "note",
)  # fmt: skip


def read_countries(files: Files) -> list[PlaceRecord]:
    rows = files.rows("countries.csv", COUNTRY_COLUMNS)
    return [_country(Cells(row, files.faults)) for row in rows]


def read_provinces(files: Files) -> list[PlaceRecord]:
    rows = files.rows("provinces.csv", PROVINCE_COLUMNS)
    return [_province(Cells(row, files.faults)) for row in rows]


def read_cities(files: Files) -> list[PlaceRecord]:
    rows = files.rows("cities.csv", CITY_COLUMNS)
    return [_city(Cells(row, files.faults)) for row in rows]


def _country(cells: Cells) -> PlaceRecord:
    own = {
        "code_source": CodeSource.ISO.value,
        "alpha3": cells.like("alpha3", "[A-Z]{3}", "CHN"),
        "numeric": cells.like("numeric", "[0-9]{3}", "156"),
        "group": cells.choice("group", CountryGroup.values),
        "position": cells.whole("position") or 0,
        "asean_since": cells.day("asean_since"),
        "least_developed_from": cells.day("least_developed_from"),
        "least_developed_until": cells.day("least_developed_until"),
        "source": cells.text("source"),
    }
    return _place(cells, PlaceKind.COUNTRY, own)


def _province(cells: Cells) -> PlaceRecord:
    own = {
        "code_source": cells.choice("code_source", CodeSource.values),
        "name_local": cells.text("name_local"),
        "division": cells.choice("division", Division.values),
        "programme_focus": cells.flag("programme_focus"),
    }
    record = _place(cells, PlaceKind.PROVINCE, own | _period(cells))
    record.parent = cells.needed("country")
    record.successor = cells.text("successor")
    return record


def _city(cells: Cells) -> PlaceRecord:
    own = {
        "code_source": CodeSource.OWN.value,
        "name_local": cells.text("name_local"),
        "is_coastal": cells.flag("coastal"),
        "zero_waste_city_since": cells.whole("zero_waste_since", FIRST_ZERO_WASTE_YEAR),
        "zero_waste_source": cells.text("zero_waste_source"),
        "source": cells.needed("source"),
    }
    record = _place(cells, PlaceKind.CITY, own | _period(cells))
    record.parent = cells.text("province") or cells.needed("country")
    record.successor = cells.text("successor")
    return record


def _period(cells: Cells) -> dict[str, object]:
    return {"valid_from": cells.day("valid_from"), "valid_to": cells.day("valid_to")}


def _place(cells: Cells, kind: PlaceKind, own: dict[str, object]) -> PlaceRecord:
    """Read the columns that all three files share; an empty full name is the short one."""
    zh, en = cells.name("name_zh", CHINESE), cells.name("name_en", ENGLISH)
    shared = {
        "kind": kind.value,
        "name_zh_hans": zh,
        "name_en": en,
        "full_name_zh_hans": cells.name_or("full_name_zh", CHINESE, zh),
        "full_name_en": cells.name_or("full_name_en", ENGLISH, en),
        "latitude": cells.degrees("latitude", 90),
        "longitude": cells.degrees("longitude", 180),
        "note": cells.text("note"),
    }
    aliases = {(CHINESE, text) for text in cells.names("aliases_zh")}
    aliases |= {(ENGLISH, text) for text in cells.names("aliases_en")}
    return PlaceRecord(cells.needed("code"), shared | own, cells, aliases=aliases)
