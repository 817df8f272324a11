"""The public pages of the lists of litter items."""

import csv
from io import StringIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from partnership.reference.choices import Foam, Material, Relation
from partnership.reference.models import LitterItem
from tests.factories.reference import ItemListFactory, ItemMapFactory, LitterItemFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def bottle() -> LitterItem:
    """A bottle in a group, and its place in another list."""
    joint = ItemListFactory(code="joint")
    group = LitterItemFactory(item_list=joint, code="pl_fc_b&c_", is_recordable=False)
    bottle = LitterItemFactory(
        item_list=joint, code="J7", parent=group, name_zh_hans="饮料瓶", name_en="Drink bottle"
    )
    LitterItemFactory(item_list=joint, code="J175", material=Material.METAL)
    other = LitterItemFactory(code="PL02", name_en="Bottles")
    ItemMapFactory(from_item=bottle, to_item=other, relation=Relation.NARROWER)
    return bottle


def page(client: Client, name: str, *arguments: str, language: str = "en", **query: str) -> str:
    with override(language):
        address = reverse(f"monitoring:{name}", args=arguments)
    return client.get(address, query).content.decode()


def rows(client: Client, name: str) -> list[list[str]]:
    response = client.get(reverse(f"monitoring:{name}", args=["joint"]))
    assert response["Content-Type"].startswith("text/csv")
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.reader(StringIO(text)))


def test_it_shows_every_list_with_version_source_and_licence(
    client: Client, bottle: LitterItem
) -> None:
    shown = page(client, "lists")

    assert "3 items, 2 of them recorded" in shown
    assert "List joint" in shown
    assert "Licence · Licence" in shown


def test_it_says_that_no_list_is_there(client: Client) -> None:
    assert "No list has been loaded yet" in page(client, "lists")


@pytest.mark.parametrize("text", ["drink", "饮料", "j7"])
def test_it_finds_an_item_by_code_or_name(client: Client, bottle: LitterItem, text: str) -> None:
    shown = page(client, "item-list", "joint", q=text)

    assert "Drink bottle" in shown
    assert "J175" not in shown


def test_it_narrows_a_list_to_a_material_and_says_what_it_left_out(
    client: Client, bottle: LitterItem
) -> None:
    assert "Drink bottle" not in page(client, "item-list", "joint", material="metal")
    assert "left out: “gold”" in page(client, "item-list", "joint", material="gold")
    assert "Nothing matches these filters" in page(client, "item-list", "joint", material="food")


def test_it_marks_chinese_names_nobody_has_confirmed(client: Client, bottle: LitterItem) -> None:
    assert "待确认" in page(client, "item-list", "joint", language="zh-hans")
    assert "to be confirmed" not in page(client, "item-list", "joint")


def test_an_item_tells_its_group_and_its_places_in_other_lists(
    client: Client, bottle: LitterItem
) -> None:
    shown = page(client, "item", "joint", "J7")

    assert "Part of" in shown
    assert "Bottles" in shown
    assert "part of it" in shown
    assert "Counts in totals." in shown


def test_a_group_shows_what_belongs_to_it(client: Client, bottle: LitterItem) -> None:
    shown = page(client, "item", "joint", "pl_fc_b&c_")

    assert "Drink bottle" in shown
    assert "Not recorded itself" in shown
    assert "No place in another list" in shown


def test_an_item_says_what_is_particular_about_it(client: Client) -> None:
    item = LitterItemFactory(
        foam=Foam.POLYSTYRENE, is_below_size_limit=True, counts_in_total=False, is_single_use=True
    )

    shown = page(client, "item", item.item_list.code, item.code)

    assert "foamed polystyrene" in shown
    assert "also when smaller than 2.5 cm" in shown
    assert "left out of totals" in shown
    assert "Single-use plastic" in shown


def test_what_is_not_there_is_not_found(client: Client, bottle: LitterItem) -> None:
    for name, arguments in (("item-list", ["none"]), ("item", ["joint", "J999"])):
        assert client.get(reverse(f"monitoring:{name}", args=arguments)).status_code == 404


def test_the_files_hold_items_and_maps_in_both_languages(
    client: Client, bottle: LitterItem
) -> None:
    head, *items = rows(client, "items-csv")
    maps = rows(client, "maps-csv")[1:]

    found = dict(zip(head, items[1], strict=True))
    assert (found["code"], found["parent"]) == ("J7", "pl_fc_b&c_")
    assert (found["name_zh"], found["name_en"]) == ("饮料瓶", "Drink bottle")
    assert found["licence"] == "Licence"
    assert [row[1] for row in maps] == ["J7"]
    assert maps[0][4] == "narrower"


@pytest.mark.parametrize("name", ["lists", "item-list"])
def test_pages_ask_the_same_however_many_rows_there_are(client: Client, name: str) -> None:
    counts = set()
    kept = ItemListFactory(code="kept")
    for number in (1, 2, 47):
        LitterItemFactory.create_batch(number, item_list=kept)
        ItemListFactory()
        page(client, name, *(["kept"] if name == "item-list" else []))
        with CaptureQueriesContext(connection) as asked:
            page(client, name, *(["kept"] if name == "item-list" else []))
        counts.add(len(asked))
    assert len(counts) == 1
