"""Animals that a beach survey found: by the form, by the workbook, on the page, in API and file."""

import io
from typing import Any
from zipfile import ZipFile

import pytest
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from monitoring.models import SamplingUnit, Survey, SurveyAnimal
from monitoring.surveying.sheet import MOST_SORTS
from monitoring.workbook.columns import ANIMALS
from partnership.accounts.models import User
from partnership.core import languages
from partnership.review import actions, subjects
from partnership.review.models import Submission
from tests.factories.monitoring import (
    SamplingUnitFactory,
    SurveyFactory,
    SurveySiteFactory,
    form_list,
    survey_answers,
    survey_draft,
)
from tests.factories.submissions import speaking
from tests.factories.workbooks import filled, findings_of, saved, survey, taken

pytestmark = pytest.mark.django_db
TURTLE = {"species": "Green turtle", "state": "dead", "entanglement": "yes", "number": "2"}
GULL = {"species": "Gull", "state": "unknown", "entanglement": "unknown", "number": "1"}


@pytest.fixture
def unit(nguyen: User) -> SamplingUnit:
    form_list()
    site = SurveySiteFactory(code="CN_XIA_001", organisation=speaking(nguyen).organisation)
    return SamplingUnitFactory(site=site)


def accepted(nguyen: User, lin: User, unit: SamplingUnit, *animals: dict[str, str]) -> Survey:
    draft = survey_draft(nguyen, unit)
    answers = {**survey_answers(), "animals": list(animals)}
    draft = actions.save_answers(draft, answers, by=nguyen, revision=draft.revision)
    handed_in = actions.submit(draft, by=nguyen, revision=draft.revision)
    actions.accept(actions.take(handed_in, by=lin), by=lin)
    return Survey.objects.get(handed_in=handed_in.of_survey)


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"state": "asleep"}, "state_known"),
        ({"entanglement": "perhaps"}, "caught_known"),
        ({"species": ""}, "species"),
        ({"number": 0}, "within_reason"),
    ],
)
def test_the_database_refuses_what_says_nothing(values: dict[str, Any], constraint: str) -> None:
    survey = SurveyFactory()

    with pytest.raises(IntegrityError, match=f"monitoring_surveyanimal_{constraint}"):
        SurveyAnimal.objects.create(survey=survey, **{**TURTLE, **values})


def test_what_a_form_says_of_animals_is_public_once_it_is_accepted(
    client: Client, nguyen: User, lin: User, unit: SamplingUnit
) -> None:
    found = accepted(nguyen, lin, unit, TURTLE, GULL)

    with override("en"):
        page = client.get(reverse("monitoring:survey", args=[found.pk])).content.decode()
        file = reverse("monitoring:data-file", args=["emodnet-beach-litter"])
    [row] = client.get("/api/v1/surveys/").json()["results"]
    packed = ZipFile(io.BytesIO(b"".join(client.get(file))))

    assert "Animals found" in page
    assert "Green turtle" in page
    assert "caught in litter" in page
    assert row["animals"] == [{**TURTLE, "number": 2}, {**GULL, "number": 1}]
    animals = packed.read("animals.csv").decode()
    assert "Green turtle" in animals
    assert "Number found: 2" in animals
    header, line = packed.read("surveys.csv").decode("utf-8-sig").splitlines()[:2]
    assert dict(zip(header.split(","), line.split(","), strict=True))["AnimalsNumber"] == "3"


def test_a_survey_that_says_nothing_of_animals_shows_nothing(
    client: Client, nguyen: User, lin: User, unit: SamplingUnit
) -> None:
    found = accepted(nguyen, lin, unit)
    with override("en"):
        address = reverse("monitoring:survey", args=[found.pk])

    assert "Animals found" not in client.get(address).content.decode()
    assert client.get("/api/v1/surveys/").json()["results"][0]["animals"] == []


def test_animals_are_written_anew_when_a_survey_is_accepted_again(
    nguyen: User, lin: User, unit: SamplingUnit
) -> None:
    found = accepted(nguyen, lin, unit, TURTLE, GULL)
    done = Submission.objects.get(of_survey=found.handed_in)
    done.answers = {**done.answers, "animals": [GULL]}

    subjects.get("survey").accept(done, by=lin)

    assert list(found.animals.values_list("species", flat=True)) == ["Gull"]


# --- The workbook --------------------------------------------------------------------------------

COUNTED = [("S-1", "J7", 12)]
CLEAN = [("S-1", "Green turtle", "死亡", "yes", 2), ("S-1", "Gull")]


def test_animals_of_the_workbook_become_rows_of_the_draft(nguyen: User, unit: SamplingUnit) -> None:
    content = saved(filled(nguyen, [survey("S-1")], COUNTED, animals=CLEAN))

    taken(content, nguyen)
    again = [each.what for each in taken(content, nguyen)]

    draft = Submission.objects.get()
    assert draft.answers["animals"] == [TURTLE, GULL]
    assert again == ["same"]
    assert actions.submit(draft, by=nguyen, revision=draft.revision).submitted_at
    other = saved(filled(nguyen, [survey("S-1")], COUNTED, animals=CLEAN[:1]))
    assert [each.code for each in findings_of(other, nguyen)] == ["M053"]


def test_a_workbook_without_the_sheet_says_nothing_of_animals(
    nguyen: User, unit: SamplingUnit
) -> None:
    book = filled(nguyen, [survey("S-1")], COUNTED)
    del book[ANIMALS]

    taken(saved(book), nguyen)

    assert Submission.objects.get().answers["animals"] == []


def test_every_fault_of_the_sheet_is_found_at_its_cell(nguyen: User, unit: SamplingUnit) -> None:
    faulty: list[tuple[tuple[Any, ...], str, str]] = [
        (("S-9", "Gull"), "A", "M023"),
        ((None, "Gull"), "A", "M002"),
        (("S-1", None, "dead"), "B", "M002"),
        (("S-1", "Gull", "asleep"), "C", "M014"),
        (("S-1", "Gull", "dead", "maybe"), "D", "M014"),
        (("S-1", "Gull", "dead", "no", 0), "E", "M015"),
        (("S-1", "Gull", "dead", "no", "2 birds"), "E", "M007"),
        (("S-1", "Gull", "dead", "no", "=1+1"), "E", "M006"),
        (("EXAMPLE", "Gull"), "A", "M008"),
        (("S-1", "G" * 121), "B", "M015"),
    ]
    more = [("S-2", "Gull", "dead", "no", number) for number in range(1, MOST_SORTS + 2)]
    rows = [*(row for row, _letter, _code in faulty), *more]
    surveys = [survey("S-1"), survey("S-2", surveyed_on="2026-06-03")]
    counts = [("S-1", "J7", 12), ("S-2", "J7", 13)]
    book = filled(nguyen, surveys, counts, animals=rows)
    book[ANIMALS].cell(2, 6, "colour")

    found = findings_of(saved(book), nguyen)

    expected = {
        (ANIMALS, f"{letter}{number}", code)
        for number, (_row, letter, code) in enumerate(faulty, start=3)
    }
    expected |= {(ANIMALS, f"A{len(rows) + 2}", "M029"), (ANIMALS, "F2", "M003")}
    assert {(each.sheet, each.cell, each.code) for each in found} == expected
    assert len(found) == len(expected)
    for each in found:
        assert each.sentences[languages.CHINESE] != each.sentences[languages.ENGLISH]
