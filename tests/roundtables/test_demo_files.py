"""Files of outcome documents and projects: a check of them, and what is wrong with them."""

from pathlib import Path

import pytest
import yaml

from roundtables import demo
from roundtables.demo import outcomes, projects
from roundtables.models import Outcome, Project

pytestmark = pytest.mark.django_db


def test_a_check_writes_nothing(reference_data: None) -> None:
    assert demo.load_projects(check_only=True).faults == []
    assert not Project.objects.exists()


@pytest.mark.parametrize("room", [outcomes, projects])
@pytest.mark.parametrize("content", [{"theme": "nothing"}, ["a"]])
def test_a_fault_in_a_file_is_named(tmp_path: Path, room: object, content: object) -> None:
    (tmp_path / "bad.yaml").write_text(yaml.safe_dump(content), encoding="utf-8")

    report = room.load(tmp_path)  # type: ignore[attr-defined]

    assert [fault.file for fault in report.faults] == ["bad.yaml"]
    assert not Outcome.objects.exists()
