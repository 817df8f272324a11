"""Reading river basins and themes."""

from partnership.core.languages import CHINESE, ENGLISH
from partnership.reference.actions.cells import Cells
from partnership.reference.actions.reading import Files
from partnership.reference.actions.records import BasinRecord, Record
from partnership.reference.choices import LineOfWork

BASIN_COLUMNS = ("code", "name_zh", "name_en", "note")
BASIN_PLACE_COLUMNS = ("basin", "place")
THEME_COLUMNS = (
    "code", "line", "position", "name_zh", "name_en", "description_zh", "description_en",
)  # fmt: skip


def read_basins(files: Files, places: set[str]) -> list[BasinRecord]:
    """Read the basins and their places; `places` are the codes a basin may name."""
    rows = files.rows("river_basins.csv", BASIN_COLUMNS)
    basins = [_basin(Cells(row, files.faults)) for row in rows]
    by_code = {basin.code: basin for basin in basins}
    for row in files.rows("river_basin_places.csv", BASIN_PLACE_COLUMNS):
        cells = Cells(row, files.faults)
        basin = cells.choice("basin", list(by_code))
        place = cells.text("place")
        if place not in places:
            cells.refuse("place", f"There is no place {place}.", "Use a code of the place files.")
        elif basin in by_code:
            by_code[basin].places.add(place)
    return basins


def read_themes(files: Files) -> list[Record]:
    rows = files.rows("themes.csv", THEME_COLUMNS)
    return [_theme(Cells(row, files.faults)) for row in rows]


def _basin(cells: Cells) -> BasinRecord:
    values: dict[str, object] = {
        "name_zh_hans": cells.name("name_zh", CHINESE),
        "name_en": cells.name("name_en", ENGLISH),
        "note": cells.text("note"),
    }
    return BasinRecord(cells.needed("code"), values, cells)


def _theme(cells: Cells) -> Record:
    values: dict[str, object] = {
        "name_zh_hans": cells.name("name_zh", CHINESE),
        "name_en": cells.name("name_en", ENGLISH),
        "description_zh_hans": cells.name("description_zh", CHINESE),
        "description_en": cells.name("description_en", ENGLISH),
        "line": cells.choice("line", LineOfWork.values),
        "position": cells.whole("position") or 0,
    }
    return Record(cells.needed("code"), values, cells)
