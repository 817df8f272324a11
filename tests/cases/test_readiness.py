from typing import Any

import pytest

from cases import readiness
from cases.models import Case
from tests.factories.cases import (
    CaseFactory,
    IndicatorFactory,
    ReadyCaseFactory,
    SourceFactory,
)

pytestmark = pytest.mark.django_db


def codes(case: Case, language: str = "zh-hans") -> list[str]:
    return [finding.code for finding in readiness.findings(case, language)]


def obstacles(case: Case, language: str = "zh-hans") -> list[str]:
    return [finding.code for finding in readiness.obstacles(case, language)]


def figure(case: Case, **fields: Any) -> Any:
    return IndicatorFactory(case=case, source=case.sources.get(), **fields)


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_nothing_forbids_to_publish_a_ready_case(language: str) -> None:
    case = ReadyCaseFactory()
    figure(case)

    assert obstacles(case, language) == []


@pytest.mark.parametrize("name", ["title", "short_title", "summary", "slug"])
@pytest.mark.parametrize("missing", ["zh_hans", "en"])
@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_short_texts_are_needed_in_both_languages(name: str, missing: str, language: str) -> None:
    case = ReadyCaseFactory()
    setattr(case, f"{name}_{missing}", None if name == "slug" else "")

    assert obstacles(case, language) == ["short-text-missing"]


@pytest.mark.parametrize("name", ["background", "results"])
def test_full_texts_are_needed_in_the_language_to_publish(name: str) -> None:
    case = ReadyCaseFactory(**{f"{name}_en": ""})

    assert obstacles(case, "en") == ["full-text-missing"]
    assert obstacles(case, "zh-hans") == []


def test_a_measure_is_needed_in_the_language_to_publish() -> None:
    case = ReadyCaseFactory()
    case.blocks.update(done_en="")

    assert obstacles(case, "en") == ["measures-missing"]
    assert obstacles(case, "zh-hans") == []


@pytest.mark.parametrize("name", ["hierarchy_step", "scale", "phase"])
def test_it_must_be_classified(name: str) -> None:
    assert obstacles(ReadyCaseFactory(**{name: ""})) == ["not-classified"]


@pytest.mark.parametrize(
    ("rows", "code"),
    [("themes", "theme-missing"), ("places", "place-missing"), ("sources", "source-missing")],
)
def test_it_needs_theme_place_and_source(rows: str, code: str) -> None:
    case = ReadyCaseFactory()
    getattr(case, rows).all().delete()

    assert obstacles(case) == [code]


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({"period_zh_hans": ""}, "时段"),
        ({"definition_zh_hans": ""}, "口径"),
        ({"name_zh_hans": ""}, "指标名称"),
        ({"source": None, "grade": ""}, "来源"),
        ({"period_zh_hans": "", "source": None, "grade": ""}, "时段、来源"),
    ],
)
def test_a_figure_without_period_definition_or_source_forbids_publication(
    fields: dict[str, Any], missing: str
) -> None:
    case = ReadyCaseFactory()
    figure(case)
    IndicatorFactory(case=case, **({"source": case.sources.get(), "order": 1} | fields))

    (finding,) = readiness.obstacles(case, "zh-hans")

    assert finding.code == "indicator-incomplete"
    name = "清理量" if "name_zh_hans" not in fields else "Litter removed"
    assert str(finding) == (
        f"第2项指标“{name}”缺少中文内容：{missing}。数据必须有时段、口径和来源才能公开。"
    )


def test_the_finding_speaks_both_languages() -> None:
    case = ReadyCaseFactory()
    figure(case, period_en="", definition_en="")

    (finding,) = readiness.obstacles(case, "en")

    assert readiness.in_both_languages(finding) == {
        "zh-hans": "第1项指标“Litter removed”缺少英文内容：时段、口径。数据必须有时段、口径和来源才能公开。",
        "en": (
            "Indicator 1 “Litter removed” lacks in English: period, definition. "
            "A figure is published only with its period, definition and source."
        ),
    }


def test_it_warns_of_two_figures_nothing_distinguishes() -> None:
    case = ReadyCaseFactory()
    figure(case)
    figure(case, order=1, value=99)

    findings = [f for f in readiness.findings(case, "en") if f.code == "indicators-alike"]

    assert [(str(found), found.is_obstacle) for found in findings] == [
        ("第1、2项指标“清理量”的时段和口径相同。请写明区别，或删除其一。", False)
    ]


@pytest.mark.parametrize(
    "fields",
    [
        {"period_zh_hans": "2024年全年"},
        {"definition_zh_hans": "仅塑料"},
        {"unit_zh_hans": "件"},
        {"as_of": "2024"},
    ],
)
def test_figures_may_differ_in_period_definition_unit_or_date(fields: dict[str, str]) -> None:
    case = ReadyCaseFactory()
    figure(case)
    figure(case, order=1, **fields)

    assert "indicators-alike" not in codes(case)


@pytest.mark.parametrize(
    ("summary", "warned"),
    [("字" * 99, True), ("字" * 100, False), ("字" * 150, False), ("字" * 151, True)],
)
def test_it_warns_of_a_chinese_summary_that_does_not_fit(summary: str, warned: bool) -> None:
    case = ReadyCaseFactory(summary_zh_hans=summary)

    assert ("summary-length" in codes(case)) is warned


@pytest.mark.parametrize(("words", "warned"), [(59, True), (60, False), (90, False), (91, True)])
def test_it_warns_of_an_english_summary_that_does_not_fit(words: int, warned: bool) -> None:
    case = ReadyCaseFactory(summary_en="word " * words)

    assert ("summary-length" in codes(case, "en")) is warned


@pytest.mark.parametrize(
    ("field", "language", "fits", "too_long"),
    [
        ("short_title_zh_hans", "zh-hans", "字" * 20, "字" * 21),
        ("short_title_en", "en", "x" * 60, "x" * 61),
    ],
)
def test_it_warns_of_a_short_title_that_does_not_fit(
    field: str, language: str, fits: str, too_long: str
) -> None:
    case = ReadyCaseFactory()

    setattr(case, field, fits)
    assert "short-title-length" not in codes(case, language)
    setattr(case, field, too_long)
    assert "short-title-length" in codes(case, language)


def test_it_warns_of_figures_in_one_language_only() -> None:
    case = ReadyCaseFactory(results_zh_hans="清理12吨。", results_en="We removed 13 t.")

    (finding,) = (f for f in readiness.findings(case, "en") if f.code == "figures-differ")

    assert str(finding) == "“实施成效”中的数字只出现在一种语言里：12、13。请对照两种文本。"
    assert not finding.is_obstacle


def test_it_compares_figures_only_where_both_texts_exist() -> None:
    case = ReadyCaseFactory(difficulties_zh_hans="3年", difficulties_en="")

    assert "figures-differ" not in codes(case)


def test_obstacles_come_first() -> None:
    found = readiness.findings(ReadyCaseFactory(scale=""), "en")

    assert [finding.is_obstacle for finding in found] == sorted(
        (finding.is_obstacle for finding in found), reverse=True
    )


def test_the_grade_of_a_case_is_that_of_its_figures() -> None:
    case = CaseFactory()
    source = SourceFactory(case=case, grade="C")
    assert readiness.evidence_grade(case) == "C"

    for order, grade in enumerate("AAB"):
        IndicatorFactory(case=case, source=source, grade=grade, order=order)

    assert readiness.evidence_grade(Case.objects.get()) == "A"
