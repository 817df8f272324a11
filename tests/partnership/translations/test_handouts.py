"""Word files for translators outside: out, and back in whatever state."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.utils.translation import override

from cases.models import Case
from partnership.accounts.models import User
from partnership.core.models import AuditEvent
from partnership.documents import actions as documents
from partnership.documents.models import StoredFile
from partnership.translations import actions
from partnership.translations.actions.rows import token_of
from partnership.translations.choices import State
from partnership.translations.docx.reading import read
from partnership.translations.docx.writing import Cell, Section, docx
from partnership.translations.errors import (
    HandoutDamaged,
    NotAHandout,
    NothingToHandOut,
    OfAnotherObject,
)
from partnership.translations.models import Handout, TranslatedObject, TranslationUnit
from partnership.translations.returned import Returned
from tests.factories.cases import CaseFactory
from tests.partnership.translations.conftest import line_of, unit_of

pytestmark = pytest.mark.django_db
ROW = re.compile(r"<w:tr>.*?</w:tr>", re.DOTALL)
Rewrite = Callable[[list[str]], list[str]]


def with_rows(content: bytes, rewrite: Rewrite) -> bytes:
    """Return a file whose rows below the head were rewritten."""

    def rewritten(xml: str) -> str:
        head, *rows = ROW.findall(xml)
        start, end = xml.index(head), xml.rindex("</w:tr>") + len("</w:tr>")
        return xml[:start] + head + "".join(rewrite(rows)) + xml[end:]

    return with_xml(content, rewritten)


def with_xml(content: bytes, rewrite: Callable[[str], str]) -> bytes:
    """Return a file whose text was rewritten."""
    archive = zipfile.ZipFile(io.BytesIO(content))
    parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = rewrite(parts["word/document.xml"].decode()).encode()
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as copy:
        for name, part in parts.items():
            copy.writestr(name, part)
    return file.getvalue()


def written(row: str, text: str) -> str:
    """Return a row with `text` in its right cell."""
    left, right = row.split("</w:tc>", 1)
    paragraph = f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
    return f"{left}</w:tc>{re.sub(r'<w:p>.*</w:p>', paragraph, right)}"


def translated(rows: list[str]) -> list[str]:
    return [written(row, f"Text {number}") for number, row in enumerate(rows)]


def sent(content: bytes, by: User, name: str = "back.docx") -> StoredFile:
    return documents.upload(ContentFile(content, name), by=by)


def hand_out(line: TranslatedObject, **how: Any) -> tuple[Handout, bytes]:
    """Hand out one object."""
    [handout], content = actions.hand_out([line], **how)
    return handout, content


def look_at(line: TranslatedObject, file: StoredFile) -> Returned:
    """Look at a file of one object."""
    [found] = actions.look_at(file, line)
    return found


def take_in(line: TranslatedObject, file: StoredFile, *, by: User) -> Returned:
    """Take in a file of one object."""
    [found] = actions.take_in(file, line, by=by)
    return found


def handed_out(case: Case, by: User) -> tuple[TranslatedObject, bytes]:
    line = line_of(case)
    return line, hand_out(line, by=by)[1]


def names(lines: list[object]) -> list[str]:
    return [line.name for line in lines]  # type: ignore[attr-defined]


def test_the_file_has_two_columns_and_a_key_for_each_row(
    draft: Case, lin: User, tmp_path: Path
) -> None:
    handout, content = hand_out(line_of(draft), by=lin)
    path = tmp_path / "out.docx"
    path.write_bytes(content)

    [found] = read(path)

    assert found.key == handout.key
    assert [row.key for row in found.rows] == [key for key, _token in handout.rows]
    assert [row.source for row in found.rows] == [draft.title_zh_hans, "摘要 & <一>。\n第二行。"]
    assert [row.text for row in found.rows] == ["", ""]
    assert sent(content, lin).is_available
    assert "2" in AuditEvent.objects.about(draft)[0].note


def test_everything_can_be_handed_out_and_nothing_left_is_said(case: Case, lin: User) -> None:
    line = line_of(case)

    with pytest.raises(NothingToHandOut):
        hand_out(line, by=lin)
    handout, _content = hand_out(line, by=lin, everything=True)
    assert len(handout.rows) == line.approved


def test_what_comes_back_waits_for_approval(draft: Case, lin: User) -> None:
    line, content = handed_out(draft, lin)
    file = sent(with_rows(content, translated), lin)

    looked = look_at(line, file)
    assert unit_of(draft, "title").draft == ""
    taken = take_in(line, file, by=lin)

    assert names(looked.taken) == names(taken.taken) == ["标题", "摘要"]
    assert (looked.refused, looked.notices) == ([], [])
    unit = unit_of(draft, "summary")
    assert (unit.state, unit.draft) == (State.IN_REVIEW, "Text 1")
    assert Case.objects.get(pk=draft.pk).summary_en == ""
    assert taken.handout.returned_file == file


def test_a_second_try_changes_nothing(draft: Case, lin: User) -> None:
    line, content = handed_out(draft, lin)
    file = sent(with_rows(content, translated), lin)
    take_in(line, file, by=lin)

    again = take_in(line, file, by=lin)

    assert (again.taken, again.refused) == ([], [])


def test_a_row_whose_source_changed_is_refused_by_name(draft: Case, lin: User) -> None:
    line, content = handed_out(draft, lin)
    draft.summary_zh_hans = "另一摘要。"
    draft.save()

    taken = take_in(line, sent(with_rows(content, translated), lin), by=lin)

    assert names(taken.taken) == ["标题"]
    assert names(taken.refused) == ["摘要"]
    assert taken.refused[0].text == "Text 1"
    assert "原文已有改动" in str(taken.refused[0].reason)
    assert unit_of(draft, "summary").draft == ""


def test_a_colleagues_draft_is_not_overwritten(draft: Case, lin: User, zhao: User) -> None:
    line, content = handed_out(draft, lin)
    unit = unit_of(draft, "title")
    actions.save_draft(unit, "Zhao's", by=zhao, token=token_of(unit))

    taken = take_in(line, sent(with_rows(content, translated), lin), by=lin)

    assert names(taken.refused) == ["标题"]
    assert unit_of(draft, "title").draft == "Zhao's"


def test_missing_rows_are_named_and_stay_as_they_are(draft: Case, lin: User) -> None:
    line, content = handed_out(draft, lin)

    looked = look_at(line, sent(with_rows(content, lambda rows: translated(rows)[1:]), lin))

    assert looked.notices == ["文件中缺少、系统内不变：标题。"]
    assert names(looked.taken) == ["摘要"]


def test_rows_in_another_order_are_matched_by_their_keys(draft: Case, lin: User) -> None:
    line, content = handed_out(draft, lin)
    file = sent(with_rows(content, lambda rows: translated(rows)[::-1]), lin)

    looked = look_at(line, file)

    assert looked.notices == ["各行顺序已变，已按标识逐行对应。"]
    assert {each.name: each.text for each in looked.taken} == {"标题": "Text 0", "摘要": "Text 1"}


def test_a_doubled_row_is_taken_once_and_refused_when_its_texts_differ(
    draft: Case, lin: User
) -> None:
    line, content = handed_out(draft, lin)

    def doubled(rows: list[str]) -> list[str]:
        first, second = translated(rows)
        return [first, first, second, written(second, "Other text")]

    looked = look_at(line, sent(with_rows(content, doubled), lin))

    assert looked.notices == ["文件中重复出现：标题、摘要。"]
    assert names(looked.taken) == ["标题"]
    assert [each.text for each in looked.refused] == ["Text 1", "Other text"]


def test_rows_of_another_object_and_rows_without_a_key_are_refused(draft: Case, lin: User) -> None:
    line, content = handed_out(draft, lin)
    other = CaseFactory(title_en="")
    foreign = f"[T-{unit_of(other, 'title').pk}]"

    def strange(rows: list[str]) -> list[str]:
        first, second = translated(rows)
        return [re.sub(r"\[T-\d+\]", foreign, first), re.sub(r"\[T-\d+\]", "", second)]

    looked = look_at(line, sent(with_rows(content, strange), lin))

    assert looked.taken == []
    assert len(looked.refused) == 2
    assert "另一文件或对象" in str(looked.refused[0].reason)
    assert "标识已丢失" in str(looked.refused[1].reason)


def test_a_file_of_another_object_is_refused_with_its_name(draft: Case, lin: User) -> None:
    _line, content = handed_out(draft, lin)
    other = CaseFactory()

    with pytest.raises(OfAnotherObject) as refused:
        look_at(line_of(other), sent(content, lin))
    assert draft.title_zh_hans in str(refused.value)


def test_a_file_that_was_not_made_here_is_refused(draft: Case, lin: User) -> None:
    strange = docx([], [Section("Title", "–", [(Cell("a", "en"), Cell("b", "en"))])])

    with pytest.raises(NotAHandout):
        look_at(line_of(draft), sent(strange, lin))


def test_a_renamed_object_is_told_and_the_rest_is_taken_in(draft: Case, lin: User) -> None:
    line, content = handed_out(draft, lin)
    before = draft.title_zh_hans
    draft.title_zh_hans = "新名称"
    draft.save()
    line.refresh_from_db()

    looked = look_at(line, sent(with_rows(content, translated), lin))

    assert looked.notices == [f"导出文件时该对象名为“{before}”，现名为“新名称”。"]
    assert names(looked.refused) == ["标题"]
    assert names(looked.taken) == ["摘要"]


def test_whatever_is_wrong_with_a_file_is_answered_in_english_too(draft: Case, lin: User) -> None:
    line, content = handed_out(draft, lin)
    before = draft.title_zh_hans
    draft.title_zh_hans = "新名称"
    draft.save()
    line.refresh_from_db()

    def confused(rows: list[str]) -> list[str]:
        first, second = translated(rows)
        return [second, first, written(second, "Other")]

    with override("en"):
        looked = look_at(line, sent(with_rows(content, confused), lin))
        less = look_at(line, sent(with_rows(content, lambda rows: translated(rows)[1:]), lin))
        reasons = {each.name: str(each.reason) for each in looked.refused}

    assert looked.notices == [
        f"When the file was made, the object was called “{before}”; now it is “新名称”.",
        "Several times in the file: Summary.",
        "The rows stand in another order; each was matched by its key.",
    ]
    assert "Missing in the file, unchanged here: Title." in less.notices
    assert "The source has changed since the file was made" in reasons["Title"]
    assert "stands in the file several times" in reasons["Summary"]
    assert unit_of(draft, "summary").draft == ""


def test_rows_left_empty_are_named(draft: Case, lin: User) -> None:
    line, content = handed_out(draft, lin)

    looked = look_at(line, sent(content, lin))

    assert looked.notices == ["文件中留空、系统内不变：标题、摘要。"]
    assert (looked.taken, looked.refused) == ([], [])


def test_a_text_that_is_too_long_and_a_row_that_is_gone_are_refused(draft: Case, lin: User) -> None:
    draft.blocks.create(title_zh_hans="举措")
    line, content = handed_out(draft, lin)
    draft.blocks.get().delete()

    def long(rows: list[str]) -> list[str]:
        return [written(row, "x" * 201) for row in rows]

    looked = look_at(line, sent(with_rows(content, long), lin))

    assert [str(each.reason) for each in looked.refused] == [
        "译文有201个字符，最多200个。",
        "该文本已不属于此对象。",
    ]
    assert names(looked.taken) == ["摘要"]


def test_an_object_now_translated_the_other_way_takes_nothing_in(draft: Case, lin: User) -> None:
    draft.title_en = "Title"
    draft.save()
    line, content = handed_out(draft, lin)
    draft.source_language = "en"
    draft.save()
    line.refresh_from_db()

    looked = look_at(line, sent(with_rows(content, translated), lin))

    assert looked.taken == []
    assert {str(each.reason) for each in looked.refused} == {"该对象的翻译方向已改变。"}


def test_what_word_makes_of_a_file_is_read(draft: Case, lin: User) -> None:
    """Runs in pieces, tracked changes, tabs and line breaks, content controls around cells."""
    line, content = handed_out(draft, lin)

    def by_word(rows: list[str]) -> list[str]:
        pieces = (
            "<w:r><w:t>Bea</w:t></w:r><w:ins><w:r><w:t>ch</w:t></w:r></w:ins>"
            "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:tab/><w:t>x</w:t><w:br/></w:r>"
        )
        left, right = rows[0].split("</w:tc>", 1)
        made = re.sub(
            r"<w:p>.*</w:p>", f"<w:p>{pieces}</w:p><w:p><w:r><w:t>end</w:t></w:r></w:p>", right
        )
        key = re.sub(r"\[T-(\d)", r"[T-</w:t></w:r><w:r><w:t>\1", left)
        return [f"{key}</w:tc>{made}"]

    looked = look_at(line, sent(with_rows(content, by_word), lin))

    assert [each.text for each in looked.taken] == ["Beach\tx\n\nend"]


def test_a_refused_or_broken_file_is_answered(draft: Case, lin: User, tmp_path: Path) -> None:
    line = line_of(draft)
    virus = sent(b"PK\x03\x04 no archive", lin)
    with pytest.raises(HandoutDamaged):
        look_at(line, virus)
    for name, content in (("broken.docx", b"nothing"), ("empty.docx", _without_text())):
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(HandoutDamaged):
            read(path)


def test_a_text_too_large_to_be_one_is_not_read(
    draft: Case, lin: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "large.docx"
    path.write_bytes(handed_out(draft, lin)[1])
    monkeypatch.setattr("partnership.translations.docx.reading.LARGEST", 10)

    with pytest.raises(HandoutDamaged):
        read(path)


def _without_text() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("other.xml", "<a/>")
    return file.getvalue()


def test_rows_of_a_case_are_handed_out_in_its_order(case: Case, lin: User) -> None:
    second = case.blocks.create(title_zh_hans="第二", order=1)
    first = case.blocks.get(order=0)
    first.title_zh_hans = "改了"
    first.save()

    handout, _content = hand_out(line_of(case), by=lin)

    keys = [key for key, _token in handout.rows]
    units = TranslationUnit.objects.in_bulk(keys)
    assert [units[key].object_id for key in keys] == [first.pk, second.pk]
