"""What the files of litter items say, and that no change of list loses an item."""

import random
from collections import Counter
from dataclasses import dataclass
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partnership.reference.actions import read_litter_files
from partnership.reference.actions.litter_reading import ItemRecord, Key, LitterRecords
from partnership.reference.choices import COUNTED, Foam, Relation
from partnership.reference.conversion import convert

GUIDANCE_SMALL = {
    "J21", "J22", "J23", "J24", "J27", "J32", "J60", "J91", "J100", "J125", "J131", "J178", "J182",
    "J195", "J257",
}  # fmt: skip
NAMED_BY_THE_DIRECTIVE = {
    "J3", "J7", "J8", "J21", "J27", "J30", "J95", "J96", "J144", "J224", "J225", "J226", "J227", "J228",
    "J229", "J230", "J231", "J237",
}  # fmt: skip
CALLED_SO_BY_THE_LIST = {"J252", "J253"}
LISTS = ("eu-joint", "tsg-ml", "ospar", "unep-ioc", "icc", "cn-groups")


@dataclass(frozen=True)
class Item:
    """An item as conversion asks for it, known by the codes of its list and its own."""

    pk: Key
    material: str


@pytest.fixture(scope="module")
def records() -> LitterRecords:
    return read_litter_files()


def of_list(records: LitterRecords, code: str) -> list[ItemRecord]:
    return [item for item in records.items.values() if item.item_list == code]


def as_item(record: ItemRecord) -> Item:
    return Item(record.key, str(record.values["material"]))


def homes(records: LitterRecords, start: str, end: str) -> dict[Key, Item]:
    return {
        each.start: as_item(records.items[each.end])
        for each in records.maps
        if each.relation in COUNTED and (each.start[0], each.end[0]) == (start, end)
    }


def test_the_joint_list_has_281_nodes_of_which_183_are_recorded(records: LitterRecords) -> None:
    joint = of_list(records, "eu-joint")

    assert len(joint) == 281
    assert sum(1 for item in joint if item.values["is_recordable"]) == 183
    assert all(item.code.startswith("J") == item.values["is_recordable"] for item in joint)


def test_every_list_has_its_items_in_both_languages(records: LitterRecords) -> None:
    sizes = Counter(item.item_list for item in records.items.values())

    assert {record.code for record in records.lists} == set(LISTS) == set(sizes)
    assert sizes["icc"] == 43
    assert sizes["ospar"] > 110
    assert sizes["unep-ioc"] > 75
    assert sizes["tsg-ml"] > 200


def test_the_fifteen_items_below_the_size_limit_are_those_of_the_guidance(
    records: LitterRecords,
) -> None:
    small = {item.code for item in records.items.values() if item.values["is_below_size_limit"]}

    assert small == GUIDANCE_SMALL


def test_single_use_items_are_those_of_the_directive_and_of_the_list(
    records: LitterRecords,
) -> None:
    single = [item for item in records.items.values() if item.values["is_single_use"]]

    assert {item.code for item in single} == NAMED_BY_THE_DIRECTIVE | CALLED_SO_BY_THE_LIST
    assert {item.item_list for item in single} == {"eu-joint"}
    called = {item.code for item in single if "single-use" in str(item.values["name_en"]).lower()}
    assert called == CALLED_SO_BY_THE_LIST


def test_expanded_polystyrene_can_be_told_apart(records: LitterRecords) -> None:
    groups = homes(records, "eu-joint", "cn-groups")
    foamed = {
        item.code
        for item in of_list(records, "eu-joint")
        if item.values["foam"] == Foam.POLYSTYRENE and item.values["is_recordable"]
    }

    assert foamed == {"J224", "J226", "J58", "J82", "J83"}
    assert {key[1] for key, home in groups.items() if home.pk[1] == "CN-PL-EPS"} == foamed
    assert len(groups) == 183


def test_small_fragments_and_pollutants_stay_out_of_totals(records: LitterRecords) -> None:
    left_out = {item.key for item in records.items.values() if not item.values["counts_in_total"]}

    assert {("tsg-ml", "G78"), ("ospar", "117"), ("ospar", "108"), ("eu-joint", "J217")} <= left_out
    assert ("eu-joint", "J27") not in left_out


@settings(max_examples=3, deadline=None)
@pytest.mark.parametrize(("start", "end"), list(permutations(LISTS, 2)))
@given(seed=st.integers(0, 2**32))
def test_totals_of_each_material_survive_any_change_of_list(
    records: LitterRecords, start: str, end: str, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311
    items = {record.key: as_item(record) for record in of_list(records, start)}
    counts = {key: chance.randrange(200) for key in items if chance.random() < 0.6}

    converted = convert(counts, items, homes(records, start, end))

    before: Counter[str] = Counter()
    for key, count in counts.items():
        before[items[key].material] += count
    after = Counter(converted.left)
    for key, count in converted.counts.items():
        after[str(records.items[key].values["material"])] += count
    assert after == before


def test_a_wider_item_is_never_divided(records: LitterRecords) -> None:
    items = {record.key: as_item(record) for record in of_list(records, "ospar")}
    packets = ("ospar", "19")  # crisp packets and lolly sticks, two items of the Joint List

    converted = convert({packets: 7}, items, homes(records, "ospar", "eu-joint"))

    assert not converted.counts
    assert converted.left == {"plastic": 7}


def test_maps_stand_in_both_directions(records: LitterRecords) -> None:
    found = {(each.start, each.end): each.relation for each in records.maps}

    assert found[("eu-joint", "J30"), ("ospar", "19")] == Relation.NARROWER
    assert found[("ospar", "19"), ("eu-joint", "J30")] == Relation.BROADER
    assert found[("ospar", "64"), ("eu-joint", "J27")] == Relation.EXACT


def test_chinese_names_are_marked_until_somebody_has_confirmed_them(
    records: LitterRecords,
) -> None:
    assert not any(item.values["is_confirmed"] for item in records.items.values())
