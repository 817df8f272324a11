"""Demo pictures: drawn, not stored in the repository, and marked as what they are."""

import io

import pytest
from PIL import Image

from cases.demo import pictures
from cases.demo.drawings import MOTIFS, SIZE, drawn
from cases.demo.pictures import ALT_TEXTS
from partnership.documents.models import Picture
from tests.architecture.sources import tracked

TWO = {"fishing-gear": MOTIFS["fishing-gear"], "plastic-policy": MOTIFS["plastic-policy"]}


@pytest.mark.parametrize("theme", MOTIFS)
def test_every_motif_is_drawn(theme: str) -> None:
    with Image.open(io.BytesIO(drawn(theme))) as picture:
        assert (picture.format, picture.size) == ("JPEG", SIZE)
        assert len(picture.resize((160, 100)).getcolors(20_000)) > 20


def test_a_drawing_is_the_same_every_time() -> None:
    assert drawn("plastic-policy") == drawn("plastic-policy")


def test_every_drawing_is_described_in_both_languages() -> None:
    assert set(ALT_TEXTS) == set(MOTIFS)


def test_no_picture_of_a_demo_case_lies_in_the_repository() -> None:
    assert not [file for file in tracked("cases/**") if file.suffix in {".jpg", ".png", ".webp"}]


@pytest.mark.django_db
def test_loading_draws_what_is_not_there_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MOTIFS", TWO)
    assert pictures.load(check_only=True).created == []
    assert not Picture.objects.exists()

    assert pictures.load().created == [*TWO]
    assert pictures.load().unchanged == [*TWO]

    assert Picture.objects.clear().count() == len(TWO)
    assert all("演示数据" in picture.credit_zh_hans for picture in Picture.objects.all())
