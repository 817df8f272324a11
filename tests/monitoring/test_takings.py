"""How a sample was taken: what its protocol asks for, and what contradicts itself."""

from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from monitoring.models import MicroSample, MicroTaking
from monitoring.sampling.sheet import sheet
from partnership.accounts.models import User
from partnership.review import actions
from tests.factories.monitoring import MicroSampleFactory, sample_answers, sample_handed_in
from tests.factories.reference import CityFactory
from tests.monitoring.open_data.test_files import files, rows

pytestmark = pytest.mark.django_db
SAND = {"matrix": "beach-sediment", "gear": "quadrat", "dry_mass_kg": "1", "mesh_um": ""}
FISH = {
    "matrix": "biota", "gear": "other", "species": "Mugil cephalus", "individuals": "3",
    "individuals_with": "1",
}  # fmt: skip
LAYER = {"layer_top_cm": "0", "layer_bottom_cm": "5"}
METER = {"flow_start": "100", "flow_end": "2100", "flow_constant": "0.25"}


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"tissue": "soul"}, "tissue_known"),
        ({"end_latitude": 24}, "end"),
        ({"end_latitude": 91, "end_longitude": 100}, "end"),
        ({"net_width_m": 0}, "above_zero"),
        ({"length_mm": 0}, "above_zero"),
        ({"net_height_m": 1, "immersed_height_m": 2}, "immersed"),
        ({"speed_kn": 9}, "speed"),
        ({"flow_start": 1, "flow_end": 2}, "flow"),
        ({"flow_start": 2, "flow_end": 1, "flow_constant": 1}, "flow"),
        ({"layer_top_cm": 0}, "layer"),
        ({"layer_top_cm": 5, "layer_bottom_cm": 5}, "layer"),
        ({"water_pct": 101}, "shares"),
    ],
)
def test_it_refuses_a_taking_that_contradicts_itself(
    values: dict[str, Any], constraint: str
) -> None:
    with pytest.raises(IntegrityError, match=f"monitoring_microtaking_{constraint}"):
        MicroTaking.objects.create(sample=MicroSampleFactory(), **values)


@pytest.mark.parametrize(
    ("values", "path", "said"),
    [
        ({**SAND, "layer_top_cm": "0"}, "sediment.layer_bottom_cm", "must be filled in"),
        (
            {**SAND, "layer_top_cm": "5", "layer_bottom_cm": "5"},
            "sediment.layer_bottom_cm",
            "first",
        ),
        (FISH, "biota.tissue", "must be filled in"),
        ({"end_latitude": "24.5"}, "taken.end_latitude", "or neither"),
        (
            {"net_height_m": "0.5", "immersed_height_m": "0.6"},
            "water.immersed_height_m",
            "more than",
        ),
        ({"flow_start": "1"}, "water.flow_end", "Give both readings"),
        ({**METER, "flow_end": "99"}, "water.flow_end", "the lower one first"),
        ({"speed_kn": "9"}, "water.speed_kn", "8"),
        ({"speed_kn": "5"}, "result.reason", "A speed of 5 kn"),
        ({**METER, "mouth_m2": "0.1"}, "result.reason", "differs by 100 %"),
        (
            {"net_width_m": "0.5", "immersed_height_m": "0.1", "tow_distance_m": "1000"},
            "result.reason",
            "differs by 100 %",
        ),
    ],
)
def test_it_says_what_is_missing_of_the_taking(
    values: dict[str, str], path: str, said: str
) -> None:
    with override("en"):
        found = sheet("en").problems(sample_answers(CityFactory().code, **values))

    assert [problem.path for problem in found] == [path]
    assert said in found[0].message


def test_the_flow_meter_says_how_far_a_net_was_towed() -> None:
    """500 m by the meter and a mouth of 0.2 m2 are the 100 m3, whatever distance was typed."""
    answers = sample_answers(CityFactory().code, **METER, mouth_m2="0.2", tow_distance_m="900")

    assert sheet("en").problems(answers) == []


def test_a_taking_is_on_the_page_in_the_api_and_in_the_files(
    client: Client, nguyen: User, lin: User
) -> None:
    values = {**SAND, **LAYER, "started_at": "09:10", "ended_at": "09:25", "quadrat_m2": "0.25"}
    actions.accept(actions.take(sample_handed_in(nguyen, **values), by=lin), by=lin)
    sample = MicroSample.objects.get()

    with override("en"):
        page = client.get(reverse("monitoring:sample", args=[sample.pk])).content.decode()
    [of_api] = client.get("/api/v1/microplastic-samples/").json()["results"]
    [of_file] = rows(files(client, "microplastics")["samples.csv"])

    assert sample.taking.quadrat_m2 == Decimal("0.25")
    for said in ("09:10–09:25", "0–5 cm", "0.25 m²"):
        assert said in page
    assert of_api["taking"]["layer_bottom_cm"] == 5
    assert of_api["taking"]["tissue"] is None
    assert (of_file["started_at"], of_file["layer_bottom_cm"]) == ("09:10:00", "5")


def test_a_sample_from_before_tells_no_taking(client: Client) -> None:
    sample = MicroSampleFactory()

    with override("en"):
        page = client.get(reverse("monitoring:sample", args=[sample.pk])).content.decode()

    assert "How it was taken" not in page
    assert (
        client.get("/api/v1/microplastic-samples/").json()["results"][0]["taking"]["tissue"] is None
    )
