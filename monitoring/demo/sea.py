"""Invented surveys at sea off the demo's first site of each city: the same ones every time."""

import random
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.db import transaction

from monitoring.choices import FORM_LIST, BottomGear, SeaMethod, SizeClass, SurveyType
from monitoring.demo.surveys import CITIES, SEED, YEARS
from monitoring.models import SeaCount, SeaSurvey, SurveySite
from monitoring.protocols import protocols
from partnership.accounts.loader import LOADER
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.reference.models import ItemList, LitterItem

TRACKS: Final = 2  # of each method a year
EFFORT: Final[dict[SeaMethod, dict[str, Any]]] = {
    SeaMethod.VISUAL: {
        "length_m": 5_000,
        "width_m": 40,
        "size_class": SizeClass.LARGE_AND_ABOVE,
        "observer_height_m": 4,
        "sea_state": 2,
        "speed_kn": 6,
    },
    SeaMethod.TRAWL: {
        "length_m": 1_500,
        "width_m": Decimal("0.60"),
        "mesh_um": 330,
        "size_class": SizeClass.SMALL_AND_MEDIUM,
        "sea_state": 2,
        "speed_kn": Decimal("2.5"),
    },
    SeaMethod.SEABED: {
        "length_m": 3_000,
        "width_m": 12,
        "gear": BottomGear.OTTER,
        "depth_m": 18,
        "speed_kn": 3,
    },
}
# How many of a kind an average track finds, and how much an item of it weighs in kg where it is weighed.
AVERAGES: Final[dict[SeaMethod, dict[str, int]]] = {
    SeaMethod.VISUAL: {"J7": 3, "J3": 2, "J82": 2, "J53": 1, "J175": 1},
    SeaMethod.TRAWL: {"J79": 3, "J82": 3, "J3": 1, "J27": 1},
    SeaMethod.SEABED: {"J3": 25, "J7": 12, "J53": 8, "J175": 7, "J200": 4},
}
KG_OF_AN_ITEM: Final = {SeaMethod.TRAWL: Decimal("0.002"), SeaMethod.SEABED: Decimal("0.045")}


@transaction.atomic
def load() -> int:
    """Write surveys where there are none yet; return how many that were."""
    if SeaSurvey.objects.filter(is_demo=True).exists():
        return 0
    codes = [f"{city.letters}_001" for city in CITIES.values()]
    sites = SurveySite.objects.filter(code__in=codes, is_demo=True).order_by("code")
    joint = ItemList.objects.get(code=FORM_LIST)
    items = dict(LitterItem.objects.filter(item_list=joint).values_list("code", "pk"))
    chance = random.Random(SEED)  # noqa: S311, numbers of a demo
    surveys, counts = [], []
    for site in sites:
        for survey, found in _surveys(chance, site, joint):
            surveys.append(survey)
            counts += [
                SeaCount(survey=survey, item_id=items[code], count=count)
                for code, count in found.items()
            ]
    SeaSurvey.objects.bulk_create(surveys)
    SeaCount.objects.bulk_create(counts)
    audit.record(Verb.IMPORTED, by=LOADER, note=f"demo surveys at sea: {len(surveys)} created")
    return len(surveys)


def _surveys(
    chance: random.Random, site: SurveySite, joint: ItemList
) -> Iterator[tuple[SeaSurvey, dict[str, int]]]:
    for year in YEARS:
        for day, method in enumerate(SeaMethod, start=10):
            for track in range(1, TRACKS + 1):
                found = {
                    code: round(average * chance.lognormvariate(0, 0.5))
                    for code, average in AVERAGES[method].items()
                }
                total = sum(found.values())
                yield (
                    SeaSurvey(
                        site=site,
                        method=method,
                        protocol_version=protocols()[method].version,
                        survey_type=SurveyType.MONITORING,
                        item_list=joint,
                        surveyed_on=date(year, 8, day),
                        replicate_no=track,
                        nothing_found=not total,
                        weight_kg=total * KG_OF_AN_ITEM[method]
                        if method in KG_OF_AN_ITEM
                        else None,
                        is_demo=True,
                        **EFFORT[method],
                    ),
                    found,
                )
