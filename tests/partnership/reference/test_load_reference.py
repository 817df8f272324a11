"""Loading the reference files: all or nothing, again and again, never deleting."""

import csv
import shutil
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from partnership.core.models import AuditEvent
from partnership.reference.actions import Fault, ReferenceFaulty, load_reference, read_files
from partnership.reference.models import Place, PlaceAlias, RiverBasin, Theme
from partnership.reference.naming import DATA
from tests.factories.reference import CountryFactory

KEPT = {
    "countries.csv": {"CN", "VN", "SG"},
    "provinces.csv": {"CN-FJ", "VN-DN", "VN-27"},
    "cities.csv": {"cn-xiamen", "vn-da-nang", "vn-hoi-an", "sg-singapore"},
    "river_basins.csv": {"thu-bon"},
    "river_basin_places.csv": {"thu-bon"},
    "themes.csv": {"mangroves", "microplastics"},
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A few rows of each file: enough for every rule, quick to load."""
    for file, codes in KEPT.items():
        rows = read(DATA / file)
        write(tmp_path / file, [rows[0], *(row for row in rows[1:] if row[0] in codes)])
    keep_litter(tmp_path / "litter", {"cn-groups"})
    return tmp_path


def keep_litter(folder: Path, lists: set[str]) -> None:
    """Copy these lists with their items and the maps between them."""
    folder.mkdir()
    for file, columns in (("lists.csv", (0,)), ("items.csv", (0,)), ("maps.csv", (0, 2))):
        rows = read(DATA / "litter" / file)
        kept = [row for row in rows[1:] if {row[column] for column in columns} <= lists]
        write(folder / file, [rows[0], *kept])


def read(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))


def write(file: Path, rows: list[list[str]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines, lineterminator="\n").writerows(rows)


def change(folder: Path, file: str, row_code: str, /, **cells: str) -> None:
    """Overwrite cells of the row with this code."""
    rows = read(folder / file)
    row = next(row for row in rows if row[0] == row_code)
    for column, text in cells.items():
        row[rows[0].index(column)] = text
    write(folder / file, rows)


def faults_of(folder: Path) -> list[Fault]:
    with pytest.raises(ReferenceFaulty) as refusal:
        read_files(folder)
    return refusal.value.faults


def run(*arguments: object) -> str:
    out = StringIO()
    call_command("load_reference", *map(str, arguments), stdout=out, stderr=StringIO())
    return out.getvalue()


@pytest.mark.django_db
def test_it_loads_the_portals_own_files_and_changes_nothing_the_second_time() -> None:
    first, second = load_reference(), load_reference()

    assert first.places.created == Place.objects.count() > 200
    assert first.river_basins.created == RiverBasin.objects.count()
    assert first.themes.created == Theme.objects.count() == 17
    assert second.changes_nothing
    assert second.places.unchanged == first.places.created
    assert AuditEvent.objects.filter(verb="imported").count() == 1


@pytest.mark.django_db
def test_it_links_places_as_the_files_say(folder: Path) -> None:
    load_reference(folder)

    hoi_an = Place.objects.get(code="vn-hoi-an")
    assert (hoi_an.province.code, hoi_an.country.code) == ("VN-27", "VN")
    assert hoi_an.successor.code == "vn-da-nang"
    assert set(
        PlaceAlias.objects.filter(place=hoi_an, language="en").values_list("text", flat=True)
    ) == {
        "Hoian",
        "Faifo",
        "Cham Islands",
    }
    basin = RiverBasin.objects.get(code="thu-bon")
    assert {place.code for place in basin.places.all()} == {
        "VN-27",
        "VN-DN",
        "vn-da-nang",
        "vn-hoi-an",
    }


@pytest.mark.django_db
def test_it_takes_the_short_name_for_an_empty_full_name(folder: Path) -> None:
    load_reference(folder)

    fujian = Place.objects.get(code="CN-FJ")
    assert (fujian.full_name_zh_hans, fujian.full_name_en) == ("福建省", "Fujian Province")


@pytest.mark.django_db
def test_it_asks_a_fixed_number_of_queries_when_nothing_changed(
    folder: Path, django_assert_num_queries: object
) -> None:
    load_reference(folder)

    with django_assert_num_queries(7):  # places, aliases, basins, their places, themes, savepoint
        load_reference(folder)


@pytest.mark.django_db
def test_it_updates_only_the_row_that_changed(folder: Path) -> None:
    load_reference(folder)
    change(folder, "cities.csv", "cn-xiamen", latitude="24.481", aliases_en="Amoy|Hiamen")

    report = load_reference(folder)

    assert (report.places.created, report.places.updated) == (0, 1)
    xiamen = Place.objects.get(code="cn-xiamen")
    assert str(xiamen.latitude) == "24.481"
    assert xiamen.aliases.filter(text="Hiamen").exists()


@pytest.mark.django_db
def test_another_name_or_another_place_of_a_basin_is_a_change(folder: Path) -> None:
    load_reference(folder)
    change(folder, "cities.csv", "cn-xiamen", aliases_zh="鹭岛|新名")
    change(folder, "river_basin_places.csv", "thu-bon", place="VN")

    report = load_reference(folder)

    assert (report.places.updated, report.river_basins.updated) == (1, 1)
    assert Place.objects.get(code="VN").river_basins.get().code == "thu-bon"


@pytest.mark.django_db
def test_it_can_take_an_end_back(folder: Path) -> None:
    load_reference(folder)
    change(folder, "cities.csv", "vn-hoi-an", valid_to="", successor="")

    load_reference(folder)

    hoi_an = Place.objects.get(code="vn-hoi-an")
    assert (hoi_an.valid_to, hoi_an.successor) == (None, None)


@pytest.mark.django_db
def test_it_reports_what_no_file_names_and_deletes_nothing(folder: Path) -> None:
    atlantis = CountryFactory(code="ZZ", numeric="999")

    report = load_reference(folder)

    assert report.places.only_in_database == ("ZZ",)
    assert Place.objects.filter(pk=atlantis.pk).exists()
    assert "in no file: ZZ" in run("--folder", folder)


@pytest.mark.django_db
def test_it_writes_nothing_when_a_single_row_is_faulty(folder: Path) -> None:
    change(folder, "themes.csv", "mangroves", line="fishing")

    with pytest.raises(ReferenceFaulty):
        load_reference(folder)

    assert not Place.objects.exists()


@pytest.mark.django_db
def test_a_check_says_what_a_run_would_do_and_writes_nothing(folder: Path) -> None:
    said = run("--check", "--folder", folder)

    assert "places: 10 created, 0 updated, 0 unchanged" in said
    assert "litter items: 12 created, 0 updated, 0 unchanged" in said
    assert not Place.objects.exists()
    assert not AuditEvent.objects.filter(verb="imported").exists()


def test_the_command_names_every_fault_and_fails(folder: Path) -> None:
    change(folder, "cities.csv", "cn-xiamen", latitude="240.480")
    change(folder, "cities.csv", "vn-hoi-an", coastal="yes")
    errors = StringIO()

    with pytest.raises(CommandError, match=r"Nothing was written\. Faults: 2\."):
        call_command("load_reference", folder=folder, stderr=errors)

    first, second = errors.getvalue().splitlines()
    assert first.startswith("cities.csv, line 2, latitude: 240.480 is out of range.")
    assert "coastal: “yes” is not a known value." in second


@pytest.mark.parametrize(
    ("file", "code", "cells", "column", "problem"),
    [
        ("countries.csv", "SG", {"numeric": "70"}, "numeric", "wrong form"),
        ("countries.csv", "SG", {"alpha3": "VNM"}, "alpha3", "stands in countries.csv line"),
        ("countries.csv", "SG", {"numeric": "704"}, "numeric", "stands in countries.csv line"),
        ("countries.csv", "SG", {"group": "europe"}, "group", "not a known value"),
        ("countries.csv", "SG", {"asean_since": ""}, "asean_since", "Members of ASEAN"),
        ("countries.csv", "SG", {"position": "first"}, "position", "not a whole number"),
        ("countries.csv", "SG", {"name_en": "Taiwan"}, "name_en", "may not appear"),
        ("countries.csv", "SG", {"name_zh": "台湾"}, "name_zh", "may not appear"),
        ("countries.csv", "SG", {"name_en": ""}, "name_en", "empty"),
        (
            "countries.csv", "SG",
            {"least_developed_from": "2020-01-01", "least_developed_until": "2019-01-01"},
            "least_developed_until", "before the start",
        ),
        ("provinces.csv", "CN-FJ", {"country": "XX"}, "country", "no country XX"),
        ("provinces.csv", "CN-FJ", {"country": "VN"}, "country", "does not lie in VN"),
        ("provinces.csv", "VN-27", {"successor": "vn-da-nang"}, "successor", "cannot succeed"),
        ("provinces.csv", "VN-27", {"successor": "VN-27"}, "successor", "succeeds itself"),
        ("provinces.csv", "VN-27", {"valid_to": "30.06.2025"}, "valid_to", "not a day"),
        ("provinces.csv", "VN-27", {"valid_to": ""}, "valid_to", "needs a last day"),
        (
            "provinces.csv", "VN-27", {"valid_from": "2025-06-30"}, "valid_to",
            "not lie after the first",
        ),
        ("cities.csv", "cn-xiamen", {"code": "Xiamen"}, "code", "not the code of a city"),
        ("cities.csv", "cn-xiamen", {"code": "vn-da-nang"}, "code", "already"),
        ("cities.csv", "cn-xiamen", {"province": "CN-XX"}, "province", "no province CN-XX"),
        ("cities.csv", "cn-xiamen", {"latitude": ""}, "latitude", "go together"),
        ("cities.csv", "cn-xiamen", {"longitude": ""}, "latitude", "go together"),
        ("cities.csv", "cn-xiamen", {"latitude": "north"}, "latitude", "not a number"),
        ("cities.csv", "cn-xiamen", {"latitude": "24.4801"}, "latitude", "too many decimals"),
        ("cities.csv", "cn-xiamen", {"latitude": "-90.001"}, "latitude", "out of range"),
        ("cities.csv", "cn-xiamen", {"latitude": "NaN"}, "latitude", "out of range"),
        ("cities.csv", "cn-xiamen", {"latitude": "0", "longitude": "0"}, "latitude", "off West"),
        ("cities.csv", "cn-xiamen", {"latitude": "118.082"}, "latitude", "may have changed places"),
        ("cities.csv", "cn-xiamen", {"zero_waste_since": "2022"}, "zero_waste_since", "together"),
        (
            "cities.csv", "cn-xiamen", {"zero_waste_since": "2018", "zero_waste_source": "x"},
            "zero_waste_since", "2019",
        ),
        (
            "countries.csv", "SG", {"least_developed_until": "2020-01-01"},
            "least_developed_from", "without a start",
        ),
        ("cities.csv", "vn-hoi-an", {"successor": "vn-x"}, "successor", "no place vn-x"),
        ("river_basin_places.csv", "thu-bon", {"place": "vn-x"}, "place", "no place vn-x"),
        ("river_basin_places.csv", "thu-bon", {"basin": "nile"}, "basin", "not a known value"),
        ("themes.csv", "mangroves", {"code": "microplastics"}, "code", "already"),
    ],
)  # fmt: skip
def test_it_says_which_cell_is_wrong_and_what_to_do(
    folder: Path, file: str, code: str, cells: dict[str, str], column: str, problem: str
) -> None:
    change(folder, file, code, **cells)

    faults = faults_of(folder)

    hit = next(fault for fault in faults if fault.column == column and problem in fault.problem)
    assert hit.file == file
    assert hit.line > 1
    assert hit.cure


def test_it_refuses_a_basin_listed_twice(folder: Path) -> None:
    rows = read(folder / "river_basins.csv")
    write(folder / "river_basins.csv", [*rows, rows[-1]])

    assert [fault.column for fault in faults_of(folder)] == ["code"]


def test_it_notices_a_circle_of_successors(folder: Path) -> None:
    change(folder, "cities.csv", "vn-da-nang", successor="vn-hoi-an", valid_to="2026-01-01")

    assert {fault.column for fault in faults_of(folder)} == {"successor"}


def test_it_reports_all_faults_at_once_in_the_order_of_the_files(folder: Path) -> None:
    change(folder, "themes.csv", "mangroves", name_zh="")
    change(folder, "countries.csv", "VN", numeric="x", name_en="Vietnam")

    assert [(fault.file, fault.column) for fault in faults_of(folder)] == [
        ("countries.csv", "numeric"),
        ("countries.csv", "name_en"),
        ("themes.csv", "name_zh"),
    ]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"code,name\nx,y\n", "The columns differ"),
        ("code,名称\n".encode("gb18030"), "not UTF-8"),
        (b'code,"line\n', "not CSV"),
    ],
)
def test_it_refuses_a_file_it_cannot_read(folder: Path, content: bytes, problem: str) -> None:
    (folder / "themes.csv").write_bytes(content)

    assert [fault.problem.startswith("The") for fault in faults_of(folder)] == [True]
    assert problem in faults_of(folder)[0].problem


def test_it_refuses_a_row_with_a_cell_too_many(folder: Path) -> None:
    with (folder / "themes.csv").open("a", encoding="utf-8") as lines:
        lines.write("a,b,c\n")

    (fault,) = faults_of(folder)

    assert (fault.line, fault.problem) == (4, "The row has 3 cells instead of 7.")


def test_it_misses_a_file(folder: Path) -> None:
    (folder / "themes.csv").unlink()

    assert [fault.problem for fault in faults_of(folder)] == ["The file is missing."]


def test_it_reads_a_file_saved_by_a_spreadsheet(folder: Path) -> None:
    themes = folder / "themes.csv"
    themes.write_bytes(b"\xef\xbb\xbf" + themes.read_bytes().replace(b"\n", b"\r\n"))

    assert len(read_files(folder).themes) == 2


def test_it_does_not_touch_the_files_it_reads(folder: Path) -> None:
    copy = folder.parent / "copy"
    shutil.copytree(folder, copy)

    read_files(folder)

    assert [(copy / name).read_bytes() for name in KEPT] == [
        (folder / name).read_bytes() for name in KEPT
    ]
