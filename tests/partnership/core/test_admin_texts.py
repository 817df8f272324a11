"""No page of the admin is half English: every string it can show has Chinese."""

import pytest
from django.template.loader import render_to_string

from partnership.core import messages
from partnership.core.languages import CHINESE

PACKAGES = (*messages.FOREIGN_PACKAGES, *messages.PARTLY_TRANSLATED)


def ours() -> set[messages.Key]:
    return {
        (entry.msgctxt or "", entry.msgid)
        for entry in messages.load(CHINESE)
        if messages.is_translated(entry)
    }


def strings_of(package: str) -> set[messages.Key]:
    return {
        (context, msgid)
        for file in messages.files_of(package)
        for context, msgid, _plural in messages.strings_in(file)
        if msgid not in messages.NO_STRINGS
    }


@pytest.mark.parametrize("package", PACKAGES)
def test_it_has_chinese_for_every_string_of_the_package(package: str) -> None:
    strings = strings_of(package)

    assert strings
    assert sorted(strings - ours() - messages.translated_by_packages()) == []


def test_it_knows_what_the_packages_bring_themselves() -> None:
    brought = messages.translated_by_packages()

    assert ("", "Delete") in brought
    assert ("", "Apply Filters") not in brought


@pytest.mark.parametrize("faults", [{"a": 1}, {"a": 1, "b": 2}])
def test_it_says_in_chinese_that_a_form_has_errors(faults: dict[str, int]) -> None:
    note = render_to_string("unfold/helpers/messages/errornote.html", {"errors": faults})

    assert "请更正以下错误。" in note
