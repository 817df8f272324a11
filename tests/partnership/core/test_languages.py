"""The portal's two languages."""

import pytest
from django.test import RequestFactory
from django.utils import translation

from partnership.accounts.models import User
from partnership.core import languages


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("zh-CN,zh;q=0.9,en;q=0.5", "zh-hans"),
        ("en-SG,en;q=0.9", "en"),
        ("vi-VN,vi;q=0.9,en;q=0.5", "en"),
        ("th", "zh-hans"),
        ("", "zh-hans"),
    ],
)
def test_it_goes_by_the_browser_when_nothing_was_chosen(
    rf: RequestFactory, header: str, expected: str
) -> None:
    request = rf.get("/", headers={"Accept-Language": header})

    assert languages.preferred(request) == expected


def test_it_prefers_the_switch_to_the_account(rf: RequestFactory, nguyen: User) -> None:
    request = rf.get("/", headers={"Accept-Language": "zh-CN"})
    request.user = nguyen
    assert languages.preferred(request) == "en"

    request.COOKIES["language"] = "zh-hans"

    assert languages.preferred(request) == "zh-hans"


def test_it_names_the_column_of_the_active_language() -> None:
    with translation.override("en"):
        assert languages.column("title") == "title_en"
    assert languages.column("title", "zh-hans") == "title_zh_hans"
