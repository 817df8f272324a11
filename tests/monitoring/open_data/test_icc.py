"""Clean-ups on the card of the International Coastal Cleanup: apart from monitoring, nothing lost."""

import csv
import io
from datetime import date
from typing import Any
from zipfile import ZipFile

import pytest
from django.test import Client

from monitoring.choices import SurveyType
from monitoring.models import Survey
from monitoring.open_data import icc
from monitoring.open_data.questions import card_lines, homes, survey_records
from partnership.reference.choices import Material, Relation
from partnership.reference.models import ItemList
from tests.factories.monitoring import SamplingUnitFactory, SurveyFactory
from tests.factories.reference import ItemListFactory, ItemMapFactory, LitterItemFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def cleanup() -> Survey:
    """Twelve bottles and no caps, which have a line; three cans and five boxes, which have none."""
    joint, card = ItemListFactory(code="eu-joint"), ItemListFactory(code=icc.CARD)
    lines = {
        code: LitterItemFactory(
            item_list=card, code=code, name_zh_hans=f"数据卡{code}", position=place
        )
        for place, code in enumerate(("ICC03", "ICC04", "ICC05"))
    }
    kinds = {code: LitterItemFactory(item_list=joint, code=code) for code in ("J7", "J21", "J82")}
    can = LitterItemFactory(item_list=joint, code="J175", material=Material.METAL)
    for code, line, relation in (
        ("J7", "ICC03", Relation.NARROWER),
        ("J21", "ICC04", Relation.EXACT),
    ):
        ItemMapFactory(from_item=kinds[code], to_item=lines[line], relation=relation)
    ItemMapFactory(from_item=can, to_item=lines["ICC05"], relation=Relation.NARROWER)
    counts = {kinds["J7"]: 12, kinds["J21"]: 0, kinds["J82"]: 5, can: 3}
    unit = SamplingUnitFactory()
    SurveyFactory(unit=unit, nothing_found=False, counts={kinds["J7"]: 900})  # monitoring
    return SurveyFactory(
        unit=unit,
        survey_type=SurveyType.CLEANUP,
        surveyed_on=date(2026, 5, 3),
        length_m=1_500,
        weight_kg="42.5",
        people=17,
        nothing_found=False,
        counts=counts,
    )


def tables(client: Client) -> dict[str, list[dict[str, str]]]:
    answer: Any = client.get("/en/monitoring/data/icc-card/")
    with ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as archive:
        return {
            name: list(csv.DictReader(io.StringIO(archive.read(name).decode("utf-8-sig"))))
            for name in archive.namelist()
            if name.endswith(".csv")
        }


def test_the_card_has_its_lines_and_below_them_what_has_none(
    client: Client, cleanup: Survey
) -> None:
    rows = tables(client)["icc-card.csv"]

    assert [(row["code"], row["material"], row["items"]) for row in rows] == [
        ("ICC03", "plastic", "12"),
        ("ICC04", "plastic", "0"),
        ("ICC05", "plastic", ""),
        ("", "metal", "3"),
        ("", "plastic", "5"),
    ]
    assert rows[0]["name_zh"] == "数据卡ICC03"
    assert rows[3]["name_en"] == "metal: kinds that are not on the card"


def test_each_clean_up_has_length_and_weight_and_no_people(client: Client, cleanup: Survey) -> None:
    [row] = tables(client)["clean-ups.csv"]

    assert (row["length_km"], row["weight_kg"], row["items"]) == ("1.5", "42.5", "20")
    assert not [name for name in row if "people" in name]


def test_no_item_is_lost_and_counts_on_the_card_stay(cleanup: Survey) -> None:
    line = LitterItemFactory(item_list=ItemList.objects.get(code=icc.CARD), code="ICC99")
    SurveyFactory(
        unit=cleanup.unit, survey_type=SurveyType.CLEANUP, nothing_found=False, counts={line: 7}
    )
    cleanups = Survey.objects.filter(survey_type=SurveyType.CLEANUP)

    filled = icc.card(survey_records(cleanups), card_lines(), homes("eu-joint", icc.CARD))

    assert sum(each.items or 0 for each in filled) == 27
    assert next(each.items for each in filled if each.code == "ICC99") == 7
