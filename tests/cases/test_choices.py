import pytest
from django.db import models
from django.utils.translation import override

from cases import choices

VOCABULARIES = [
    vocabulary
    for vocabulary in vars(choices).values()
    if isinstance(vocabulary, type)
    and issubclass(vocabulary, models.TextChoices)
    and vocabulary.__module__ == "cases.choices"
]


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_it_has_a_chinese_label_for_every_value(vocabulary: type[models.TextChoices]) -> None:
    with override("en"):
        english = [str(value.label) for value in vocabulary]
    with override("zh-hans"):
        chinese = [str(value.label) for value in vocabulary]

    assert [label for label in chinese if not any(mark >= "\u4e00" for mark in label)] == []
    assert len(set(chinese)) == len(set(english)) == len(vocabulary)


def test_it_knows_all_169_targets_of_the_sustainable_development_goals() -> None:
    assert len(choices.SDG_TARGETS) == len(set(choices.SDG_TARGETS)) == 169
    assert {"1.a", "12.5", "12.c", "14.1", "14.7", "17.19"} <= set(choices.SDG_TARGETS)
    assert not {"12.9", "14.8", "17.a", "18.1"} & set(choices.SDG_TARGETS)


@pytest.mark.parametrize(
    ("grades", "grade"),
    [
        (["A"], "A"),
        (["A", "B"], "A"),
        (["A", "B", "C"], "B"),
        (["C", "A", "C"], "C"),
        (["A", "", ""], ""),
        ([], ""),
    ],
)
def test_it_takes_the_grade_at_least_half_of_the_evidence_reaches(
    grades: list[str], grade: str
) -> None:
    assert choices.typical(grades) == grade
