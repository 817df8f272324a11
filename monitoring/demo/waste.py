"""Invented waste profiles of the demo's cities: the same ones every time, and none of anybody.

They differ on purpose in what they count, so that pages show what cannot be compared.
"""

import random
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from django.db import transaction

from monitoring.choices import WasteArea, WasteIndicator, WasteScope, WasteUnit
from monitoring.demo.surveys import SEED, YEARS
from monitoring.models import WasteProfile, WasteValue
from partnership.accounts.loader import LOADER
from partnership.core import audit, languages
from partnership.core.choices import Verb
from partnership.reference.choices import Grade
from partnership.reference.models import Place

WORDS: Final = {
    languages.CHINESE: ("演示定义：为说明门户功能而编写，不得引用。", "演示来源（非真实资料）"),
    languages.ENGLISH: (
        "Demo definition: written to show how the portal works, not to be quoted.",
        "Demo source (not a real document)",
    ),
}
NEW_WORDS: Final = {
    languages.CHINESE: "演示定义（新口径）：自该年起统计清运量，不得引用。",
    languages.ENGLISH: "Demo definition (new): cleared waste from this year on, not to be quoted.",
}
DIVIDED_BY: Final = {WasteUnit.TEN_THOUSAND_TONNES: 10_000, WasteUnit.TONNES_A_DAY: 365}


class City(NamedTuple):
    """How an invented city tells its waste."""

    language: str
    scope: WasteScope
    area: WasteArea
    unit: WasteUnit
    people: int
    kg_a_day: float
    new_scope_from: int = 9_999
    knows_plastics: bool = False


CITIES: Final = {
    "cn-xiamen": City(
        languages.CHINESE, WasteScope.MUNICIPAL, WasteArea.WHOLE, WasteUnit.TEN_THOUSAND_TONNES,
        5_000_000, 1.1, new_scope_from=2023, knows_plastics=True,
    ),
    "cn-sanya": City(
        languages.CHINESE, WasteScope.CLEARED, WasteArea.WHOLE, WasteUnit.TEN_THOUSAND_TONNES,
        1_000_000, 1.3,
    ),
    "cn-weihai": City(
        languages.CHINESE, WasteScope.CLEARED, WasteArea.WHOLE, WasteUnit.TEN_THOUSAND_TONNES,
        3_000_000, 0.8,
    ),
    "vn-da-nang": City(
        languages.ENGLISH, WasteScope.MUNICIPAL, WasteArea.URBAN, WasteUnit.TONNES,
        1_000_000, 1.0, knows_plastics=True,
    ),
    "id-surabaya": City(
        languages.ENGLISH, WasteScope.MUNICIPAL, WasteArea.URBAN, WasteUnit.TONNES_A_DAY,
        3_000_000, 0.6, knows_plastics=True,
    ),
}  # fmt: skip


@transaction.atomic
def load() -> int:
    """Write profiles where there are none yet; return how many that were."""
    if WasteProfile.objects.exists():
        return 0
    places = Place.objects.in_bulk(list(CITIES), field_name="code")
    chance = random.Random(SEED)  # noqa: S311, numbers of a demo
    profiles, values = [], []
    for code, city in CITIES.items():
        for year in YEARS:
            profile = WasteProfile(
                place=places[code], year=year, area=city.area, language=city.language, is_demo=True
            )
            profiles.append(profile)
            values += list(_values(chance, profile, city))
    WasteProfile.objects.bulk_create(profiles)
    WasteValue.objects.bulk_create(values)
    audit.record(Verb.IMPORTED, by=LOADER, note=f"demo waste profiles: {len(profiles)} created")
    return len(profiles)


def _values(chance: random.Random, profile: WasteProfile, city: City) -> Iterator[WasteValue]:
    """Yield the indicators of one year; where plastics are not known, their rows are missing."""
    turn = profile.year - YEARS.start
    people = city.people * (1 + 0.01 * turn)
    tonnes = people * city.kg_a_day * 0.365 * chance.uniform(0.97, 1.03)
    shares = {
        WasteIndicator.GENERATED: 1.0,
        WasteIndicator.COLLECTED: 0.9 + 0.015 * turn,
        WasteIndicator.ENERGY: 0.35 + 0.05 * turn,
        WasteIndicator.LANDFILLED: 0.4 - 0.05 * turn,
        WasteIndicator.RECYCLED: 0.1 + 0.02 * turn,
    }
    yield _value(profile, city, WasteIndicator.POPULATION, people, WasteUnit.PERSONS)
    for indicator, share in shares.items():
        yield _value(profile, city, indicator, tonnes * share, city.unit)
    if city.knows_plastics:
        share, leaked = chance.uniform(12, 19), tonnes * chance.uniform(0.004, 0.008)
        yield _value(profile, city, WasteIndicator.PLASTICS_SHARE, share, WasteUnit.PER_CENT)
        yield _value(profile, city, WasteIndicator.LEAKAGE, leaked, WasteUnit.TONNES)


def _value(
    profile: WasteProfile, city: City, indicator: WasteIndicator, amount: float, unit: WasteUnit
) -> WasteValue:
    is_new = profile.year >= city.new_scope_from
    definition, source = WORDS[city.language]
    return WasteValue(
        profile=profile,
        indicator=indicator,
        value=Decimal(f"{amount / DIVIDED_BY.get(unit, 1):.2f}"),
        unit=unit,
        scope="" if unit == WasteUnit.PERSONS else WasteScope.CLEARED if is_new else city.scope,
        first_day=date(profile.year, 1, 1),
        last_day=date(profile.year, 12, 31),
        definition=NEW_WORDS[city.language] if is_new else definition,
        source=source,
        grade=Grade.C if indicator == WasteIndicator.LEAKAGE else Grade.A,
    )
