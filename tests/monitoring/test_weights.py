"""Weights by material: no more together than all litter, and nothing where nothing was found."""

from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, connection
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from monitoring.models import Survey, SurveyWeight
from monitoring.surveying.sheet import sheet
from partnership.accounts.models import User
from partnership.review import actions
from tests.factories.monitoring import SurveyFactory, form_list, survey_answers, survey_draft
from tests.monitoring.open_data.test_files import files, rows

pytestmark = pytest.mark.django_db


def at_once() -> None:
    """Ask now what the database asks at the end of a transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")


@pytest.mark.parametrize(
    ("values", "constraint"),
    [({"material": "air"}, "material_known"), ({"weight_kg": -1}, "not_below_zero")],
)
def test_it_refuses_a_weight_of_nothing(values: dict[str, Any], constraint: str) -> None:
    facts = {"survey": SurveyFactory(), "material": "plastic", "weight_kg": 0}

    with pytest.raises(IntegrityError, match=f"monitoring_surveyweight_{constraint}"):
        SurveyWeight.objects.create(**{**facts, **values})


@pytest.mark.parametrize(
    ("survey", "weight", "is_refused"),
    [
        ({"nothing_found": True, "weight_kg": None}, 1, True),
        ({"nothing_found": True, "weight_kg": None}, 0, False),
        ({"nothing_found": False, "weight_kg": 2}, 3, True),
        ({"nothing_found": False, "weight_kg": 2}, 2, False),
        ({"nothing_found": False, "weight_kg": None}, 9, False),
    ],
)
def test_the_database_holds_that_parts_weigh_no_more_than_the_whole(
    survey: dict[str, Any], weight: int, is_refused: bool
) -> None:
    with connection.cursor() as cursor:  # whether counts agree is another rule's matter
        cursor.execute("ALTER TABLE monitoring_survey DISABLE TRIGGER USER")
    row = SurveyFactory(**survey)
    SurveyWeight.objects.create(survey=row, material="plastic", weight_kg=weight)

    if is_refused:
        with pytest.raises(IntegrityError, match="weigh more than all of it"):
            at_once()
    else:
        at_once()


def problems(weights: dict[str, str], **effort: str) -> list[tuple[str, str]]:
    form_list()
    answers = survey_answers(**effort) | {"weights": weights}
    with override("en"):
        found = sheet("en").problems(answers)
    return [(problem.path, problem.message) for problem in found]


def test_materials_may_weigh_as_much_as_all_litter() -> None:
    assert problems({"plastic_kg": "3", "metal_kg": "0.25", "wood_kg": "0"}) == []


def test_materials_that_weigh_more_than_the_total_are_refused() -> None:
    [(path, said)] = problems({"plastic_kg": "3", "metal_kg": "0.26"})

    assert path == "effort.weight_kg"
    assert "The materials weigh 3.26 kg together, more than the total of 3.25 kg" in said


def test_weights_are_on_the_page_in_the_api_and_in_the_files(
    client: Client, nguyen: User, lin: User
) -> None:
    form_list()
    draft = survey_draft(nguyen)
    answers = draft.answers | {"weights": {"plastic_kg": "2.5", "metal_kg": "0", "wood_kg": ""}}
    draft = actions.save_answers(draft, answers, by=nguyen, revision=draft.revision)
    handed_in = actions.submit(draft, by=nguyen, revision=draft.revision)
    actions.accept(actions.take(handed_in, by=lin), by=lin)
    survey = Survey.objects.get()

    with override("en"):
        page = client.get(reverse("monitoring:survey", args=[survey.pk])).content.decode()
    [of_api] = client.get("/api/v1/surveys/").json()["results"]
    [of_file, *_more] = rows(files(client, "surveys")["surveys-long.csv"])

    told = dict(survey.weights.values_list("material", "weight_kg"))
    assert told == {"plastic": Decimal("2.5"), "metal": 0}  # wood was not weighed, which is no zero
    assert "Weights by material" in page
    assert "2.5 kg" in page
    assert of_api["weights_kg"] == {"plastic": 2.5, "metal": 0}
    assert (of_file["weight_plastic_kg"], of_file["weight_metal_kg"]) == ("2.5", "0")
    assert of_file["weight_wood_kg"] == ""
