"""Demo pictures: drawn, not stored in the repository, and marked as what they are."""

import io
from pathlib import Path

import pytest
import yaml
from PIL import Image

from cases.demo import pictures
from cases.demo.drawings import MOTIFS, drawn
from cases.demo.pictures import ALT_TEXTS
from cases.demo.scenery import LIGHTS, SHORES, SIZE
from cases.demo.shape import FOLDER
from partnership.documents.models import Picture
from tests.architecture.sources import tracked
from tests.factories.cases import CaseFactory


@pytest.mark.parametrize("theme", MOTIFS)
def test_every_motif_is_drawn(theme: str) -> None:
    with Image.open(io.BytesIO(drawn(theme, "a"))) as picture:
        assert (picture.format, picture.size) == ("JPEG", SIZE)
        assert len(picture.resize((160, 100)).getcolors(20_000)) > 20


def test_a_drawing_is_the_same_every_time() -> None:
    assert drawn("plastic-policy", "a") == drawn("plastic-policy", "a")


def test_no_two_cases_have_the_same_drawing() -> None:
    """Not even nearly: seen as small as a thumb, any two of one theme differ."""
    names = [path.stem for path in FOLDER.glob("*.yaml")]
    seen = set()
    for name in names:
        with Image.open(io.BytesIO(drawn("zero-waste-city", name))) as picture:
            small = picture.convert("L").resize((16, 10))
            seen.add(bytes(value // 8 for value in small.tobytes()))

    assert len(seen) == len(names) >= 32
    assert len(LIGHTS) * len(SHORES) * (len(SHORES) - 1) > 100


def test_every_drawing_is_described_in_both_languages() -> None:
    assert set(ALT_TEXTS) == set(MOTIFS)


def test_no_picture_of_a_demo_case_lies_in_the_repository() -> None:
    assert not [file for file in tracked("cases/**") if file.suffix in {".jpg", ".png", ".webp"}]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two cases with a motif, one without, and a file that cannot be read."""
    for name, themes in (
        ("floats", ["mangroves", "fishing-gear"]),
        ("bags", ["plastic-policy"]),
        ("none", ["mangroves"]),
    ):
        (tmp_path / f"{name}.yaml").write_text(yaml.safe_dump({"themes": themes}), "utf-8")
    (tmp_path / "broken.yaml").write_text("a: [", "utf-8")
    return tmp_path


@pytest.mark.django_db
def test_loading_draws_what_is_not_there_yet(folder: Path) -> None:
    assert pictures.load(folder, check_only=True).created == []
    assert not Picture.objects.exists()

    assert pictures.load(folder).created == ["bags", "floats"]
    assert pictures.load(folder).unchanged == ["bags", "floats"]

    assert Picture.objects.clear().count() == 2
    assert all("演示数据" in picture.credit_zh_hans for picture in Picture.objects.all())


@pytest.mark.django_db
def test_a_case_gets_its_own_drawing_once(folder: Path) -> None:
    pictures.load(folder)
    case, other = CaseFactory(), CaseFactory()

    assert pictures.attach(case, "bags")
    assert not pictures.attach(case, "floats")
    assert not pictures.attach(other, "none")

    assert [row.picture.file.label for row in case.pictures.all()] == ["demo-bags.jpg"]
