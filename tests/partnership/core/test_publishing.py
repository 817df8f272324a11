"""Documents set by Typst."""

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from partnership.core.publishing import (
    MissingGlyphs,
    PublishingFailed,
    document,
    make_pdf,
    missing_glyphs,
)

DATED = datetime(2026, 11, 1, tzinfo=UTC)
SOURCE = """#import "portal.typ": *
#show: document-frame.with(title: data.title, lang: "zh")
= #data.title
#paragraphs(data.text)
"""


@pytest.fixture
def templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    frame = (document.TEMPLATES / "portal.typ").read_text(encoding="utf-8")
    (tmp_path / "portal.typ").write_text(frame, encoding="utf-8")
    (tmp_path / "note.typ").write_text(SOURCE, encoding="utf-8")
    monkeypatch.setattr(document, "TEMPLATES", tmp_path)
    return tmp_path


def text_of(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def test_it_sets_chinese_and_english_with_title_and_language(templates: Path) -> None:
    pdf = make_pdf("note", {"title": "净滩", "text": "海洋垃圾\n\nMarine litter"}, dated=DATED)

    reader = PdfReader(io.BytesIO(pdf))
    assert reader.metadata is not None
    assert reader.metadata.title == "净滩"
    assert reader.trailer["/Root"]["/Lang"] == "zh-CN"
    assert "海洋垃圾" in text_of(pdf)
    assert "Marine litter" in text_of(pdf)


def test_it_prints_markup_in_a_text_literally(templates: Path) -> None:
    pdf = make_pdf("note", {"title": "x", "text": '#panic("no") *bold* $x$'}, dated=DATED)

    assert '#panic("no") *bold* $x$' in text_of(pdf)


def test_the_same_data_give_the_same_bytes(templates: Path) -> None:
    data = {"title": "x", "text": "y"}

    assert make_pdf("note", data, dated=DATED) == make_pdf("note", data, dated=DATED)


def test_it_refuses_a_character_no_font_has(templates: Path) -> None:
    with pytest.raises(MissingGlyphs, match="𓀀"):
        make_pdf("note", {"title": "x", "text": "a 𓀀 b"}, dated=DATED)


def test_it_knows_the_scripts_of_the_region() -> None:
    names = ["王小明", "Đà Nẵng", "กรุงเทพ", "ວຽງຈັນ", "ភ្នំពេញ", "ရန်ကုန်", "a\u200bb\n"]

    assert missing_glyphs({"names": names}) == []
    assert missing_glyphs([{"name": "𓀀x𓀀"}]) == ["𓀀"]


def test_it_says_why_typst_refused(templates: Path) -> None:
    (templates / "note.typ").write_text("#unknown", encoding="utf-8")

    with pytest.raises(PublishingFailed, match="unknown variable"):
        make_pdf("note", {}, dated=DATED)


def test_it_gives_up_after_its_time(templates: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "TIME_LIMIT", 0.001)

    with pytest.raises(PublishingFailed):
        make_pdf("note", {"title": "x", "text": "y"}, dated=DATED)
