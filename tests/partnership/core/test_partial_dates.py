import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from partnership.core import partial_dates


@pytest.mark.parametrize(
    ("text", "chinese", "english"),
    [
        ("2021-06-24", "2021年6月24日", "24 June 2021"),
        ("2021-06", "2021年6月", "June 2021"),
        ("2021", "2021年", "2021"),
        ("", "", ""),
    ],
)
def test_it_writes_a_date_as_people_do(text: str, chinese: str, english: str) -> None:
    assert partial_dates.display(text, "zh-hans") == chinese
    assert partial_dates.display(text, "en") == english


def test_it_takes_the_active_language_when_none_is_named() -> None:
    assert partial_dates.display("2021-06") == "2021年6月"


@pytest.mark.parametrize(
    ("start", "end", "ongoing", "english"),
    [
        ("2009-07", "2022", False, "July 2009 to 2022"),
        ("2009", "2009", False, "2009"),
        ("2009", "", True, "since 2009"),
        ("2009", "", False, "2009"),
        ("", "2022", False, "until 2022"),
        ("", "", True, ""),
    ],
)
def test_it_writes_a_period(start: str, end: str, ongoing: bool, english: str) -> None:
    assert partial_dates.period(start, end, ongoing=ongoing, language="en") == english


def test_it_writes_a_period_in_chinese() -> None:
    assert partial_dates.period("2009-07", "2022", language="zh-hans") == "2009年7月至2022年"
    assert partial_dates.period("2009", "", ongoing=True, language="zh-hans") == "2009年至今"
    assert partial_dates.period("", "2022", language="zh-hans") == "至2022年"


@pytest.mark.parametrize(
    "text",
    ["21", "2021-6", "2021-13", "2021-02-30", "2021-00", "２０２１", "2021-06-24T10", "June"],
)
def test_it_refuses_what_is_no_date(text: str) -> None:
    with pytest.raises(ValidationError):
        partial_dates.validate(text)


@given(st.dates(min_value=partial_dates.date(1000, 1, 1)), st.sampled_from([4, 7, 10]))
def test_it_takes_every_date_cut_to_year_or_month(day: partial_dates.date, length: int) -> None:
    text = day.isoformat()[:length]

    partial_dates.validate(text)

    assert partial_dates.parts(text) == (
        day.year,
        day.month if length > 4 else None,
        day.day if length > 7 else None,
    )
