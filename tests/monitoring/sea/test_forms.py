"""The forms of surveys at sea: what the protocols declare, and why something is not taken."""

from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, connection
from django.utils.translation import override

from monitoring.choices import SIZES_OF, BottomGear, SeaMethod
from monitoring.models import SeaCount
from monitoring.protocols import protocols
from monitoring.sea.forms import ELSEWHERE, ENDS, NAMES
from monitoring.sea.sheet import sheet
from partnership.core import languages
from tests.factories.monitoring import SeaSurveyFactory, form_list, sea_answers
from tests.factories.reference import LitterItemFactory

pytestmark = pytest.mark.django_db
TRAWL = {"method": SeaMethod.TRAWL, "size_class": "small", "mesh_um": 330}
SEABED = {"method": SeaMethod.SEABED, "size_class": "", "gear": BottomGear.BEAM, "depth_m": 12}


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"length_m": 0}, "effort"),
        ({"width_m": 0}, "effort"),
        ({"people": 0}, "effort"),
        ({**TRAWL, "mesh_um": None}, "mesh"),
        ({**TRAWL, "mesh_um": 0}, "mesh"),
        ({"size_class": ""}, "sizes"),
        ({"size_class": "small"}, "sizes"),
        ({**TRAWL, "size_class": "large"}, "sizes"),
        ({**SEABED, "size_class": "small"}, "sizes"),
        ({**SEABED, "gear": ""}, "bottom"),
        ({**SEABED, "depth_m": None}, "bottom"),
        ({"sea_state": 10}, "sea_state"),
        ({"weight_kg": 1}, "weight"),
        ({"weight_kg": -1, "nothing_found": False}, "weight"),
        ({"start_latitude": 24}, "positions"),
        ({"end_latitude": 0, "end_longitude": 0}, "positions"),
        ({"method": "drone"}, "method_known"),
        ({"is_demo": False}, "reviewed_or_demo"),
    ],
)
def test_the_database_refuses_what_says_nothing(values: dict[str, Any], constraint: str) -> None:
    with pytest.raises(IntegrityError, match=f"monitoring_seasurvey_{constraint}"):
        SeaSurveyFactory(**values)


def test_a_day_has_several_tracks_each_with_a_number() -> None:
    first = SeaSurveyFactory()
    SeaSurveyFactory(site=first.site, surveyed_on=first.surveyed_on, replicate_no=2)
    SeaSurveyFactory(site=first.site, surveyed_on=first.surveyed_on, **TRAWL)

    with pytest.raises(IntegrityError, match="monitoring_seasurvey_once"):
        SeaSurveyFactory(site=first.site, surveyed_on=first.surveyed_on)


@pytest.mark.parametrize(("nothing", "count"), [(True, 3), (False, 0)])
def test_counts_above_zero_and_nothing_found_exclude_each_other(nothing: bool, count: int) -> None:
    SeaSurveyFactory(nothing_found=nothing, counts={LitterItemFactory(): count})

    with pytest.raises(IntegrityError, match="not both"):
        at_commit()


def test_the_last_find_of_a_survey_cannot_be_taken_out() -> None:
    survey = SeaSurveyFactory(nothing_found=False, counts={LitterItemFactory(): 3})
    at_commit()

    with pytest.raises(IntegrityError, match="not both"):
        SeaCount.objects.filter(survey=survey).delete()


@pytest.mark.parametrize("method", SeaMethod)
@pytest.mark.parametrize("language", languages.LANGUAGES)
def test_a_form_asks_what_its_protocol_declares(method: SeaMethod, language: str) -> None:
    form_list()
    protocol = protocols()[method]
    with override(language):
        effort = sheet(method, language).parts[0].form.base_fields
        labels = [str(field.label) for field in effort.values()]

        for asked in protocol.fields:
            if asked.key in ELSEWHERE or asked.key in ENDS or asked.kind == "flag":
                continue
            field: Any = effort[NAMES.get(asked.key, asked.key)]
            assert f"{asked.label} ({asked.unit})" in labels or asked.label in labels
            assert field.required == asked.is_required
            if asked.kind == "number":
                assert field.max_value == asked.most
                assert (field.min_value, field.decimal_places) in {
                    (asked.least, asked.decimals),
                    (float(Decimal(1).scaleb(-asked.decimals)), asked.decimals),
                }
    asks_for = {asked.key for asked in protocol.fields}
    assert ("mesh_um" in effort) == ("mesh_um" in asks_for)
    assert {"people", "counts", "start_position", "end_position"} <= asks_for
    assert {"start_latitude", "end_longitude", "nothing_found", "replicate_no"} <= set(effort)


@pytest.fixture
def _list() -> None:
    form_list()


def problems(method: str, answers: dict[str, Any]) -> dict[str, str]:
    with override("en"):
        found = sheet(SeaMethod(method), "en").problems(answers)
        return {problem.path: problem.message for problem in found}


@pytest.mark.usefixtures("_list")
@pytest.mark.parametrize("method", SeaMethod)
def test_a_complete_form_has_no_faults(method: SeaMethod) -> None:
    assert problems(method, sea_answers(method)) == {}
    place = {"start_latitude": "24.43", "start_longitude": "118.11"}
    assert problems(method, sea_answers(method, **place)) == {}


@pytest.mark.usefixtures("_list")
@pytest.mark.parametrize(
    ("method", "effort", "path", "said"),
    [
        ("floating-visual", {"length_m": ""}, "length_m", "Length of the track (m) is missing"),
        (
            "floating-visual",
            {"width_m": ""},
            "width_m",
            "Width of the strip watched (m) is missing",
        ),
        ("floating-visual", {"width_m": "0"}, "width_m", "greater than or equal to 0.01"),
        ("floating-visual", {"width_m": "501"}, "width_m", "less than or equal to 500"),
        ("floating-visual", {"size_class": "small"}, "size_class", "small"),
        ("floating-visual", {"sea_state": "10"}, "sea_state", "9"),
        ("floating-visual", {"surveyed_on": "2999-01-01"}, "surveyed_on", "ahead"),
        ("floating-trawl", {"width_m": ""}, "width_m", "Width of the net (m) is missing"),
        ("floating-trawl", {"mesh_um": ""}, "mesh_um", "mesh size is missing"),
        ("floating-trawl", {"mesh_um": "5001"}, "mesh_um", "5000"),
        ("floating-trawl", {"length_m": "20001"}, "length_m", "20000"),
        ("seabed", {"width_m": ""}, "width_m", "Wing spread (m) is missing"),
        ("seabed", {"gear": ""}, "gear", "required"),
        ("seabed", {"depth_m": ""}, "depth_m", "required"),
        ("seabed", {"nothing_found": "on", "weight_kg": ""}, "nothing_found", "there are counts"),
        ("seabed", {"start_latitude": "24.4"}, "start_longitude", "both latitude and longitude"),
        (
            "seabed",
            {"end_latitude": "118.1", "end_longitude": "24.4"},
            "end_latitude",
            "have changed places",
        ),
    ],
)
def test_it_says_why_a_survey_is_not_taken(
    method: str, effort: dict[str, str], path: str, said: str
) -> None:
    found = problems(method, sea_answers(method, **effort))

    assert list(found) == [f"effort.{path}"]
    assert said in found[f"effort.{path}"]


@pytest.mark.usefixtures("_list")
def test_an_empty_form_is_no_empty_sea() -> None:
    answers = sea_answers("floating-visual")
    answers["counts-plastic-fc"] = {"J7": ""}
    assert "All counts are zero" in problems("floating-visual", answers)["effort.nothing_found"]

    answers["effort"]["nothing_found"] = "on"
    assert problems("floating-visual", answers) == {}


def test_what_is_seen_and_what_a_net_holds_have_sizes_of_their_own() -> None:
    seen, trawled = (set(SIZES_OF[each]) for each in (SeaMethod.VISUAL, SeaMethod.TRAWL))

    assert not seen & trawled


def at_commit() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
