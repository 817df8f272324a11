from pathlib import Path

import pytest
import yaml
from django.db import IntegrityError

from cases import actions, demo
from cases.models import Case
from partnership.accounts.models import User
from partnership.core.models import AuditEvent
from tests.factories.cases import ReadyCaseFactory
from tests.factories.reference import CityFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def both(text: str) -> dict[str, str]:
    return {"zh": f"{text}。", "en": f"{text}."}


@pytest.fixture
def data() -> dict:
    """The smallest file that can be published."""
    city, theme = CityFactory(), ThemeFactory()
    texts = (
        "title", "short_title", "summary", "lead_organisation", "background", "results",
        "success_factors", "difficulties", "did_not_work", "replication_conditions",
    )  # fmt: skip
    return {
        "number": "CN-AS-2026-001",
        "slug": "beach",
        "slug_zh": "海滩",
        "source_language": "zh-hans",
        "published": ["zh-hans"],
        **{name: both("x") for name in texts},
        "places": [{"place": city.code}],
        "themes": [theme.code],
        "hierarchy_step": "cleanup",
        "waste_streams": ["mixed"],
        "instruments": ["organisation"],
        "business_model": "none",
        "scale": "city",
        "phase": "pilot",
        "sdg_targets": ["14.1"],
        "blocks": [{"title": both("x"), "done": both("x")}],
        "indicators": [
            {
                "name": both("x"),
                "qualifier": "about",
                "value": 12,
                "unit": both("t"),
                "as_of": "2021",
                "period": both("x"),
                "definition": both("x"),
                "baseline": {"value": 20, "note": both("x")},
                "source": "s1",
                "grade": "B",
            }
        ],
        "sources": [{"key": "s1", "type": "report", "title": "x", "language": "en", "grade": "B"}],
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def write(folder: Path, data: dict) -> Path:
    file = folder / f"{data['slug']}.yaml"
    file.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    return folder


def test_it_creates_and_publishes_a_marked_case(folder: Path, data: dict) -> None:
    report = demo.load(write(folder, data))

    case = Case.objects.get()
    assert (report.created, report.faults) == (["CN-AS-2026-001"], [])
    assert (case.is_demo, case.published_languages) == (True, ["zh-hans"])
    assert (case.slug_zh_hans, case.slug_en) == ("海滩", "beach")
    figure = case.indicators.get()
    assert (figure.source.key, figure.baseline_value, figure.baseline_note_en) == ("s1", 20, "x.")
    assert {e.verb for e in AuditEvent.objects.about(case)} == {"imported", "published"}


def test_a_second_run_changes_nothing(folder: Path, data: dict) -> None:
    demo.load(write(folder, data))
    version = Case.objects.get().version

    report = demo.load(folder)

    assert (report.unchanged, report.created, report.changed) == (["CN-AS-2026-001"], [], [])
    assert Case.objects.get().version == version


def test_it_follows_a_changed_file(folder: Path, data: dict) -> None:
    data["blocks"] *= 2
    demo.load(write(folder, data))
    data["title"]["en"] = "A new title"
    data["blocks"].pop()
    data["published"] = ["zh-hans", "en"]
    data["themes"].append(ThemeFactory().code)

    report = demo.load(write(folder, data))

    case = Case.objects.get()
    assert report.changed == ["CN-AS-2026-001"]
    assert (case.title_en, case.blocks.count(), case.themes.count()) == ("A new title", 1, 2)
    assert case.published_languages == ["zh-hans", "en"]


@pytest.mark.parametrize(
    "deed",
    [
        lambda case, zhao: actions.mark_as_real(case, by=zhao, reason="Confirmed."),
        lambda case, zhao: actions.withdraw_from_publication(
            case, "zh-hans", by=zhao, reason="Wrong."
        ),
    ],
)
def test_it_leaves_alone_what_people_have_touched(
    folder: Path, data: dict, zhao: User, deed
) -> None:
    demo.load(write(folder, data))
    touched = deed(Case.objects.get(), zhao)
    data["title"]["en"] = "A new title"

    report = demo.load(write(folder, data))

    assert report.kept == ["CN-AS-2026-001"]
    assert Case.objects.get().version == touched.version


def test_it_leaves_alone_a_real_case_of_that_number(folder: Path, data: dict) -> None:
    ReadyCaseFactory(number="CN-AS-2026-001")

    assert demo.load(write(folder, data)).kept == ["CN-AS-2026-001"]
    assert not Case.objects.get().is_demo


def test_the_check_writes_nothing(folder: Path, data: dict) -> None:
    report = demo.load(write(folder, data), check_only=True)

    assert (report.created, Case.objects.count()) == (["CN-AS-2026-001"], 0)


FAULTS = [
    ({"slug": "other", "slug_zh": "别的"}, None, "slug: the file must be named other.yaml"),
    ({"themes": ["fishing"]}, None, "themes: fishing is no theme"),
    ({"published": ["zh-hans", "fr"]}, None, "published: fr is no language"),
    ({"places": [{"place": "XX"}]}, None, "places[1].place: XX is no place"),
    ({"scale": "planet"}, None, "case.scale"),
    ({"number": "CN-1"}, None, "case.number"),
    ({"started": "2021", "ended": "2020"}, None, "case.__all__: The end is before the beginning."),
    ({"places": []}, None, "published zh-hans: The case has no place."),
    ({}, {"source": "s9"}, "indicators[1].source: s9 is no key of a source"),
    ({}, {"as_of": "soon"}, "indicators[1].as_of"),
    ({}, {"period": {"zh": "", "en": "x"}}, "lacks in Chinese: period"),
    ({"hierarchy_step": None}, None, "hierarchy_step: write a word"),
]


@pytest.mark.parametrize(("change", "figure", "expected"), FAULTS)
def test_it_names_a_fault_and_writes_nothing(
    folder: Path, data: dict, change: dict, figure: dict | None, expected: str
) -> None:
    data |= change
    data["indicators"][0] |= figure or {}
    (write(folder, data) / f"{data['slug']}.yaml").rename(folder / "beach.yaml")

    report = demo.load(folder)

    assert expected in str(report.faults[0])
    assert report.faults[0].file == "beach.yaml"
    assert Case.objects.count() == 0


def test_it_names_the_faults_of_all_files_and_writes_none(folder: Path, data: dict) -> None:
    write(folder, data)
    write(folder, data | {"slug": "b", "number": "CN-AS-2026-002", "slug_zh": "b", "scale": "x"})
    write(folder, data | {"slug": "c", "number": "CN-AS-2026-003", "slug_zh": "c", "phase": "x"})
    (folder / "d.yaml").write_text("- a", encoding="utf-8")

    report = demo.load(folder)

    assert [fault.file for fault in report.faults] == ["b.yaml", "c.yaml", "d.yaml"]
    assert Case.objects.count() == 0


def test_an_edit_that_would_break_a_public_case_is_a_fault(folder: Path, data: dict) -> None:
    demo.load(write(folder, data))
    data["sources"][0]["title"] = "y"
    data["blocks"] = []

    report = demo.load(write(folder, data))

    assert "No building block" in str(report.faults[0])
    assert Case.objects.get().blocks.count() == 1


def test_a_refusal_nobody_foresaw_surfaces(
    folder: Path, data: dict, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_options: object) -> None:
        raise IntegrityError

    monkeypatch.setattr(Case, "save", refuse)

    with pytest.raises(IntegrityError):
        demo.load(write(folder, data))


def test_it_warns_of_what_an_editor_should_look_at(folder: Path, data: dict) -> None:
    data["summary"]["zh"] = "很短。"

    report = demo.load(write(folder, data))

    assert "The summary in Chinese has a length of 2" in str(report.warnings[0])
