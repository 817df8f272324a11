"""Files of demo events: a check of them, and what is wrong with them."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from partnership.core.content_files import Report
from partnership.events import demo
from partnership.events.choices import Kind
from partnership.events.models import Event
from tests.partnership.events.test_demo import LOADERS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference_data")]


@pytest.mark.parametrize("load", LOADERS)
def test_a_check_writes_nothing(load: Callable[..., Report]) -> None:
    assert load(check_only=True).faults == []
    assert not Event.objects.exists()


GOOD = {
    "place": "cn-xiamen",
    "themes": [],
    "days": 1,
    "at": "09:00",
    "hours": 1,
    "opens": 0,
    "closes": 0,
    "programme": {},
    "title_zh": "题",
    "title_en": "T",
}


@pytest.mark.parametrize(
    ("content", "key"),
    [
        ({"place": "cn-xiamen"}, "at"),
        (["a"], "file"),
        ({**GOOD, "place": "nowhere"}, "place"),
        ({**GOOD, "themes": ["none"]}, "themes"),
        ({**GOOD, "hours": -1}, "__all__"),
    ],
)
def test_a_fault_in_a_file_is_named(tmp_path: Path, content: object, key: str) -> None:
    (tmp_path / "bad.yaml").write_text(yaml.safe_dump(content), encoding="utf-8")

    report = demo.load(tmp_path, Kind.DIALOGUE, lambda *_: None)

    assert key in {fault.key for fault in report.faults}
    assert not Event.objects.exists()
