"""The length of a whole text: what the form shows is what submitting asks."""

import re
from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from cases.submitting import sheet as of_case
from partnership.accounts.models import User
from partnership.review.sheets import Sheet, Whole
from tests.factories.review import Report, answers
from tests.factories.submissions import case_draft

COUNTED = re.compile(r'<(?:textarea|input)[^>]*name="([a-z_0-9-]+)"[^>]*data-whole-part')


def parts_of(report: Report, whole: Whole) -> Sheet:
    sheet = report.sheet("en")
    return replace(
        sheet, parts=tuple(replace(part, is_counted=True) for part in sheet.parts), whole=whole
    )


def test_every_typed_text_of_the_counted_parts_counts_once(report: Report) -> None:
    sheet = parts_of(report, Whole("All", most=5, limit=6))

    assert sheet.length(answers(title="One two", text="three")) == 2 + 1 + 2  # and a figure's row
    assert sheet.length({}) == 0


def test_it_is_refused_beyond_the_limit_and_not_before(report: Report) -> None:
    whole = Whole("All", least=2, most=5, limit=6)
    sheet = parts_of(report, whole)

    assert sheet.problems(answers(title="One two", text="three four")) == []
    [problem] = sheet.problems(answers(title="One two", text="three four five"))
    assert problem.path == "story.title"
    assert "7" in problem.message
    assert "6" in problem.message
    assert whole.range == "2–5"


def test_a_first_part_with_rows_leads_to_its_first_row(report: Report) -> None:
    sheet = report.sheet("en")
    figures = replace(sheet.parts[1], is_counted=True)
    sheet = replace(sheet, parts=(sheet.parts[0], figures), whole=Whole("All", most=0, limit=0))

    assert [problem.path for problem in sheet.problems(answers())] == ["figures.0.name"]


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_page_counts_the_very_fields_that_submitting_counts(
    client: Client, nguyen: User, language: str
) -> None:
    draft = case_draft(nguyen, language)
    sheet, whole = of_case.sheet(language), of_case.WHOLE[language]
    client.force_login(nguyen)

    page = client.get(reverse("review:edit", args=[draft.key])).content.decode()

    marked = {name.replace("-", ".") for name in COUNTED.findall(page)}
    for path in marked:
        part, *_row, name = path.split(".")
        longer = {**draft.answers, part: _with(draft.answers[part], name, "词 " * 7)}
        assert sheet.length(longer) > sheet.length(draft.answers), path
    assert marked == {
        "background.background",
        "measures.0.title",
        "measures.0.done",
        "measures.0.who",
        "measures.0.enabling_factors",
        "results.results",
        "lessons.success_factors",
        "lessons.difficulties",
        "lessons.did_not_work",
        "lessons.replication_conditions",
        "lessons.replications_known",
    }
    assert f'data-whole="{whole.most}" data-range="{whole.range}"' in page
    assert f">{sheet.length(draft.answers)} / {whole.range}</output>" in page


def _with(values: object, name: str, text: str) -> object:
    if isinstance(values, list):
        return [{**values[0], name: f"{values[0][name]} {text}"}, *values[1:]]
    assert isinstance(values, dict)
    return {**values, name: f"{values[name]} {text}"}
