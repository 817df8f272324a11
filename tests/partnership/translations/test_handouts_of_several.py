"""One Word file for several objects: out, and back in whatever state."""

import itertools
import re

import pytest

from cases.models import Case
from partnership.accounts.models import User
from partnership.core.models import AuditEvent
from partnership.translations import actions
from partnership.translations.errors import OfAnotherObject
from tests.factories.cases import CaseFactory
from tests.partnership.translations.conftest import line_of, unit_of
from tests.partnership.translations.test_handouts import (
    ROW,
    hand_out,
    look_at,
    names,
    sent,
    with_xml,
    written,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def several(draft: Case, case: Case, lin: User) -> tuple[Case, bytes]:
    """A case, and a file with both texts of `draft` and the title of that case; a third has nothing
    to translate."""
    other = CaseFactory(title_en="")
    lines = [line_of(draft), line_of(case), line_of(other)]
    handouts, content = actions.hand_out(lines, by=lin)
    assert [handout.translated for handout in handouts] == [lines[0], lines[2]]
    return other, content


def filled(content: bytes) -> bytes:
    """Return a file of several objects with a text in every right cell, as its order has them."""
    number = itertools.count()

    def cell(row: re.Match[str]) -> str:
        return written(row[0], f"Text {next(number)}") if "[T-" in row[0] else row[0]

    return with_xml(content, lambda xml: ROW.sub(cell, xml))


def test_one_file_takes_several_objects_out_and_back(
    several: tuple[Case, bytes], draft: Case, lin: User
) -> None:
    other, content = several
    file = sent(filled(content), lin)

    looked = actions.look_at(file)
    taken = actions.take_in(file, by=lin)

    for found in (looked, taken):
        assert [names(each.taken) for each in found] == [["标题", "摘要"], ["标题"]]
        assert not any(each.refused or each.notices for each in found)
    assert unit_of(draft, "summary").draft == "Text 1"
    assert unit_of(other, "title").draft == "Text 2"
    assert {each.handout.returned_file for each in taken} == {file}
    assert "标题" in AuditEvent.objects.about(other)[0].note


def test_it_comes_back_on_the_page_of_any_of_its_objects(
    several: tuple[Case, bytes], lin: User
) -> None:
    other, content = several
    file = sent(filled(content), lin)

    assert len(actions.look_at(file, line_of(other))) == 2
    with pytest.raises(OfAnotherObject):
        actions.look_at(file, line_of(CaseFactory()))


def test_a_changed_source_refuses_its_own_row_alone_and_lost_keys_are_told(
    several: tuple[Case, bytes], draft: Case, lin: User
) -> None:
    _other, content = several
    draft.summary_zh_hans = "另一摘要。"
    draft.save()
    first, second = actions.look_at(sent(filled(content), lin))

    assert (names(first.refused), names(first.taken)) == (["摘要"], ["标题"])
    assert names(second.taken) == ["标题"]

    def without_second_key(xml: str) -> str:
        before, _key, after = xml.rpartition("[PT-")
        return before + after

    [only] = actions.look_at(sent(with_xml(filled(content), without_second_key), lin))
    assert str(only.refused[0].reason) == "该行属于另一文件或对象。"


def test_a_key_below_its_table_still_counts(draft: Case, lin: User) -> None:
    handout, content = hand_out(line_of(draft), by=lin)

    def moved(xml: str) -> str:
        key = f"[PT-{handout.key}]"
        return xml.replace(key, "").replace(
            "</w:tbl><w:p>", f"</w:tbl><w:p><w:r><w:t>{key}</w:t></w:r>"
        )

    assert names(look_at(line_of(draft), sent(with_xml(filled(content), moved), lin)).taken) == [
        "标题",
        "摘要",
    ]
