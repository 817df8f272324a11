"""Dates and times as pages write them."""

from datetime import UTC, datetime

import pytest
from django.template import Context, Template
from django.utils.translation import override

MOMENT = datetime(2026, 11, 30, 16, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "written"),
    [("zh-hans", "2026年12月1日 00:05（北京时间）"), ("en", "1 December 2026, 00:05 (UTC+8)")],
)
def test_a_moment_says_whose_time_it_is(language: str, written: str) -> None:
    with override(language):
        page = Template('{{ moment|date:"DATETIME_FORMAT" }}').render(Context({"moment": MOMENT}))

    assert page == written
