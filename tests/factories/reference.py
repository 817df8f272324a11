"""Places, river basins and themes for tests: invented ones, unless a test names them."""

import csv
from itertools import product
from pathlib import Path
from string import ascii_uppercase

import factory
from django.apps import apps
from factory.django import DjangoModelFactory

from partnership.reference.choices import (
    CodeSource,
    CountryGroup,
    Division,
    LineOfWork,
    Material,
    PlaceKind,
    Relation,
)
from partnership.reference.models import ItemList, ItemMap, LitterItem, Place, RiverBasin, Theme

with Path(apps.get_app_config("reference").path, "data", "countries.csv").open(
    "r", encoding="utf-8"
) as file:
    REAL = {row[name] for row in csv.DictReader(file) for name in ("code", "alpha3", "numeric")}
PAIRS = map("".join, product(ascii_uppercase, repeat=2))
CODES = [pair for pair in PAIRS if not {pair, f"{pair}X"} & REAL]
NUMBERS = [text for number in range(1_000) if (text := f"{number:03}") not in REAL]


def letters(number: int) -> str:
    """Return the two letters of an invented country; never those of one that can be loaded."""
    return CODES[number % len(CODES)]


class CountryFactory(DjangoModelFactory):
    class Meta:
        model = Place

    kind = PlaceKind.COUNTRY
    code_source = CodeSource.ISO
    code = factory.Sequence(letters)
    alpha3 = factory.LazyAttribute(lambda country: f"{country.code}X")
    numeric = factory.Sequence(lambda number: NUMBERS[number % len(NUMBERS)])
    group = CountryGroup.PARTNER
    name_zh_hans = factory.LazyAttribute(lambda country: f"国{country.code}")
    name_en = factory.LazyAttribute(lambda country: f"Country {country.code}")
    full_name_zh_hans = factory.SelfAttribute("name_zh_hans")
    full_name_en = factory.SelfAttribute("name_en")


class ProvinceFactory(DjangoModelFactory):
    class Meta:
        model = Place

    kind = PlaceKind.PROVINCE
    code_source = CodeSource.ISO
    division = Division.PROVINCE
    parent = factory.SubFactory(CountryFactory)
    code = factory.LazyAttributeSequence(
        lambda province, number: f"{province.parent.code}-{number % 1000:03}"
    )
    name_zh_hans = factory.LazyAttribute(lambda province: f"省{province.code}")
    name_en = factory.LazyAttribute(lambda province: f"Province {province.code}")
    full_name_zh_hans = factory.SelfAttribute("name_zh_hans")
    full_name_en = factory.SelfAttribute("name_en")


class CityFactory(DjangoModelFactory):
    class Meta:
        model = Place

    kind = PlaceKind.CITY
    code_source = CodeSource.OWN
    is_coastal = True
    parent = factory.SubFactory(ProvinceFactory)
    code = factory.LazyAttributeSequence(
        lambda city, number: f"{city.parent.code[:2].lower()}-city-{number}"
    )
    name_zh_hans = factory.LazyAttribute(lambda city: f"市{city.code}")
    name_en = factory.LazyAttribute(lambda city: f"City {city.code}")
    full_name_zh_hans = factory.SelfAttribute("name_zh_hans")
    full_name_en = factory.SelfAttribute("name_en")


class RiverBasinFactory(DjangoModelFactory):
    class Meta:
        model = RiverBasin

    code = factory.Sequence(lambda number: f"river-{number}")
    name_zh_hans = factory.LazyAttribute(lambda basin: f"河{basin.code}")
    name_en = factory.LazyAttribute(lambda basin: f"River {basin.code}")


class ThemeFactory(DjangoModelFactory):
    class Meta:
        model = Theme

    code = factory.Sequence(lambda number: f"theme-{number}")
    line = LineOfWork.ROUNDTABLES
    name_zh_hans = factory.LazyAttribute(lambda theme: f"主题{theme.code}")
    name_en = factory.LazyAttribute(lambda theme: f"Theme {theme.code}")
    description_zh_hans = "说明。"
    description_en = "Description."


class ItemListFactory(DjangoModelFactory):
    class Meta:
        model = ItemList

    code = factory.Sequence(lambda number: f"list-{number}")
    name_zh_hans = factory.LazyAttribute(lambda item_list: f"清单{item_list.code}")
    name_en = factory.LazyAttribute(lambda item_list: f"List {item_list.code}")
    version = "1"
    source_zh_hans, source_en = "来源", "Source"
    licence_zh_hans, licence_en = "许可", "Licence"


class LitterItemFactory(DjangoModelFactory):
    class Meta:
        model = LitterItem

    item_list = factory.SubFactory(ItemListFactory)
    code = factory.Sequence(lambda number: f"T{number}")
    name_zh_hans = factory.LazyAttribute(lambda item: f"物品{item.code}")
    name_en = factory.LazyAttribute(lambda item: f"Item {item.code}")
    material = Material.PLASTIC
    position = factory.Sequence(int)


class ItemMapFactory(DjangoModelFactory):
    class Meta:
        model = ItemMap

    from_item = factory.SubFactory(LitterItemFactory)
    from_list = factory.SelfAttribute("from_item.item_list")
    to_item = factory.SubFactory(LitterItemFactory)
    to_list = factory.SelfAttribute("to_item.item_list")
    relation = Relation.PARTIAL
