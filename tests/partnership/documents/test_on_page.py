"""What is said about a picture on a page."""

import pytest

from partnership.documents.on_page import PictureOnPage


def picture(author: str, credit: str = "") -> PictureOnPage:
    return PictureOnPage("token", (480,), 480, 300, "", author, credit, "cc-by")


@pytest.mark.parametrize(("author", "tag"), [("Nguyen An", ""), ("林海", "zh-Hans"), ("<An>", "")])
def test_a_name_is_in_no_language_but_its_own(author: str, tag: str) -> None:
    shown = picture(author, "A & B").made_by_html

    name = author.replace("<", "&lt;").replace(">", "&gt;")
    assert f'<bdi lang="{tag}">{name}</bdi>' in shown
    assert shown.endswith(" · A &amp; B")


def test_a_picture_nobody_made_says_nothing() -> None:
    assert picture("").made_by_html == ""
