"""Loading lists of litter items: faults named at once, contradictions refused twice over."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError

from partnership.core.models import AuditEvent
from partnership.reference.actions import ReferenceFaulty, load_litter, read_litter_files
from partnership.reference.actions.litter import FOLDER
from partnership.reference.choices import Foam, Material, Relation
from partnership.reference.models import ItemList, ItemMap, LitterItem, Theme
from partnership.reference.naming import DATA
from tests.factories.reference import ItemListFactory, ItemMapFactory, LitterItemFactory
from tests.partnership.reference.test_load_reference import keep_litter, read, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two lists of two items each, and one map."""
    lists = read_head("lists.csv")
    items = read_head("items.csv")
    maps = read_head("maps.csv")
    write(
        tmp_path / "lists.csv",
        [lists, *(list_row(code) for code in ("list-a", "list-b"))],
    )
    write(
        tmp_path / "items.csv",
        [
            items,
            item_row("list-a", "A", recordable="false"),
            item_row("list-a", "A1", parent="A"),
            item_row("list-b", "B"),
            item_row("list-b", "B1", material="metal"),
        ],
    )
    write(tmp_path / "maps.csv", [maps, map_row("A1", "B", "exact")])
    return tmp_path


def read_head(file: str) -> list[str]:
    return read(FOLDER / file)[0]


def list_row(code: str) -> list[str]:
    return [code, "1", "清单", "List", "1", "来源", "Source", "许可", "Licence"]


def item_row(
    item_list: str,
    code: str,
    parent: str = "",
    material: str = "plastic",
    foam: str = "none",
    recordable: str = "true",
    single_use: str = "false",
) -> list[str]:
    name = ["物品", "Item", material, foam, ""]
    return [item_list, code, "", parent, *name, recordable, "true", "false", single_use, "false"]


def map_row(start: str, end: str, relation: str, lists: str = "ab") -> list[str]:
    return [f"list-{lists[0]}", start, f"list-{lists[1]}", end, relation, "false"]


def add(folder: Path, file: str, row: list[str]) -> None:
    write(folder / file, [*read(folder / file), row])


@pytest.mark.django_db
def test_it_loads_the_portals_own_lists_and_changes_nothing_the_second_time() -> None:
    first, second = load_litter(), load_litter()

    assert first.items.created == LitterItem.objects.count() == 792
    assert first.maps.created == ItemMap.objects.count()
    assert second.changes_nothing
    assert AuditEvent.objects.filter(verb="imported").count() == 1
    assert LitterItem.objects.get(code="J27").parent.code == "pl_sm_"
    homes = ItemMap.objects.homes("ospar", "eu-joint")
    assert homes[LitterItem.objects.get(item_list__code="ospar", code="64").pk].code == "J27"


@pytest.mark.django_db
def test_it_takes_changes_over_and_reports_what_no_file_names(folder: Path) -> None:
    load_litter(folder)
    rows = read(folder / "items.csv")
    write(folder / "items.csv", [*rows[:-1], item_row("list-b", "B1", material="rubber")])
    lists = read(folder / "lists.csv")
    lists[1][4] = "2"
    write(folder / "lists.csv", lists)
    write(folder / "maps.csv", [read_head("maps.csv"), map_row("A1", "B", "narrower")])
    LitterItemFactory(item_list=ItemList.objects.get(code="list-a"), code="Z")
    ItemListFactory(code="list-z")

    report = load_litter(folder)

    assert (report.lists.updated, report.items.updated, report.maps.updated) == (1, 1, 2)
    assert report.lists.only_in_database == ("list-z",)
    assert report.items.only_in_database == ("list-a Z",)
    assert LitterItem.objects.get(code="B1").material == Material.RUBBER
    assert {each.relation for each in ItemMap.objects.all()} == {"narrower", "broader"}


@pytest.mark.django_db
def test_it_reports_maps_that_no_file_names(folder: Path) -> None:
    load_litter(folder)
    write(folder / "maps.csv", [read_head("maps.csv")])

    report = load_litter(folder)

    assert len(report.maps.only_in_database) == ItemMap.objects.count() == 2


@pytest.mark.django_db
def test_a_check_writes_nothing(folder: Path) -> None:
    assert load_litter(folder, check_only=True).items.created == 4
    assert not ItemList.objects.exists()


@pytest.mark.parametrize(
    ("file", "row", "problem"),
    [
        ("lists.csv", list_row("list-a"), "list-a stands in lists.csv line 2 already."),
        ("items.csv", item_row("list-a", "A1"), "A1 stands in this list already."),
        ("items.csv", item_row("list-c", "C"), "“list-c” is not a known value."),
        ("items.csv", item_row("list-a", "A2", parent="A9"), "A9 is not in this list"),
        ("items.csv", item_row("list-a", "A2", parent="A2"), "belongs to this item"),
        ("items.csv", item_row("list-a", "A2", material="gold"), "“gold” is not a known value."),
        (
            "items.csv",
            item_row("list-a", "A2", material="metal", foam="other"),
            "Only plastic is foamed.",
        ),
        (
            "items.csv",
            item_row("list-a", "A2", material="metal", single_use="true"),
            "Single-use plastic is plastic.",
        ),
        ("maps.csv", map_row("A9", "B", "exact"), "There is no A9 in list-a."),
        ("maps.csv", map_row("A1", "A", "exact", "aa"), "Both items are of the same list."),
        ("maps.csv", map_row("A", "B", "kin"), "“kin” is not a known value."),
        ("maps.csv", map_row("A1", "B", "partial"), "These two items are mapped already."),
        ("maps.csv", map_row("A", "B", "exact"), "B has its place at A1 already."),
        ("maps.csv", map_row("A", "B1", "narrower"), "The two items are of different materials"),
    ],
)
def test_it_names_a_fault(folder: Path, file: str, row: list[str], problem: str) -> None:
    add(folder, file, row)

    with pytest.raises(ReferenceFaulty) as refusal:
        read_litter_files(folder)

    assert any(problem in fault.problem for fault in refusal.value.faults)


def test_it_refuses_a_second_different_exact_map(folder: Path) -> None:
    add(folder, "items.csv", item_row("list-b", "B2"))
    add(folder, "maps.csv", map_row("A1", "B2", "exact"))

    with pytest.raises(ReferenceFaulty) as refusal:
        read_litter_files(folder)

    (fault,) = refusal.value.faults
    assert (fault.file, fault.line) == ("maps.csv", 3)
    assert fault.problem == "A1 has its place at B already."


@pytest.mark.django_db
def test_the_database_refuses_a_second_different_exact_map(folder: Path) -> None:
    load_litter(folder)
    start = LitterItem.objects.get(code="A1")
    other = LitterItemFactory(item_list=ItemList.objects.get(code="list-b"))

    with pytest.raises(IntegrityError, match="reference_itemmap_one_place"):
        ItemMapFactory(from_item=start, to_item=other, relation=Relation.EXACT)


@pytest.mark.django_db
def test_the_database_refuses_two_items_that_are_the_same_as_a_third(folder: Path) -> None:
    load_litter(folder)
    other = LitterItemFactory(item_list=ItemList.objects.get(code="list-a"))

    with pytest.raises(IntegrityError, match="reference_itemmap_one_same"):
        ItemMapFactory(
            from_item=other,
            to_item=LitterItem.objects.get(code="B"),
            relation=Relation.EXACT,
        )


@pytest.mark.django_db
def test_the_database_refuses_a_map_inside_one_list() -> None:
    item = LitterItemFactory()
    other = LitterItemFactory(item_list=item.item_list)

    with pytest.raises(IntegrityError, match="reference_itemmap_two_lists"):
        ItemMapFactory(from_item=item, to_item=other)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("values", "rule"),
    [({"foam": Foam.OTHER}, "foam_is_plastic"), ({"is_single_use": True}, "single_use_is_plastic")],
)
def test_the_database_refuses_what_only_plastic_can_be(
    values: dict[str, object], rule: str
) -> None:
    with pytest.raises(IntegrityError, match=f"reference_litteritem_{rule}"):
        LitterItemFactory(material=Material.METAL, **values)


@pytest.mark.django_db
def test_the_command_writes_no_places_when_a_list_is_faulty(tmp_path: Path) -> None:
    for file in DATA.glob("*.csv"):
        write(tmp_path / file.name, read(file)[:1])
    keep_litter(tmp_path / "litter", {"cn-groups"})
    add(tmp_path / "litter", "lists.csv", list_row("cn-groups"))
    write(tmp_path / "themes.csv", read(DATA / "themes.csv"))

    with pytest.raises(CommandError, match="Nothing was written"):
        call_command("load_reference", folder=tmp_path, stderr=StringIO())

    assert not Theme.objects.exists()
