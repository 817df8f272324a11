"""The judge of languages itself."""

import pytest

from tests.browser.language import judge


@pytest.mark.parametrize(
    ("tongue", "text", "found"),
    [
        ("en", "Beach clean-up 净滩", ["净滩"]),
        ("en", "Beach clean-up", []),
        ("zh-Hans", "净滩 beach clean-up 活动", ["beach clean-up"]),
        ("zh-Hans", "净滩（ICC）活动 API", []),
        ("zh-Hans", "数据来自Natural Earth", []),
        ("vi", "Đà Nẵng City Hall", []),
        ("", "anything 任何", []),
    ],
)
def test_it_judges_a_text_by_its_language(tongue: str, text: str, found: list[str]) -> None:
    assert judge(tongue, text) == found
