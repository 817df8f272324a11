"""Lists stay calm, whatever is asked of them."""

import pytest
from django.http import QueryDict
from django.utils import translation

from partnership.core.asking import LONGEST_TEXT, Asked
from partnership.core.models import AuditEvent
from partnership.core.paging import CappedPaginator, page_of

ROWS = list(range(45))


@pytest.fixture(autouse=True)
def _in_english() -> object:
    with translation.override("en"):
        yield


@pytest.mark.parametrize(
    ("number", "first"), [("", 0), ("1", 0), ("2", 20), ("003", 40), (" 2 ", 20)]
)
def test_it_shows_the_page_that_was_asked_for(number: str, first: int) -> None:
    found = page_of(ROWS, number)

    assert found.page.object_list[0] == first
    assert found.notices == []


@pytest.mark.parametrize("number", ["0", "-1", "abc", "1.5", "٢", "²", "1e3", "\n0", "' OR 1=1"])
def test_what_is_no_number_leads_to_the_first_page(number: str) -> None:
    found = page_of(ROWS, number)

    assert found.page.number == 1
    assert "is no page number" in found.notices[0]


@pytest.mark.parametrize("number", ["4", "999999999", "1" + "0" * 30, "9" * 10_000])
def test_a_page_past_the_end_leads_to_the_last_page(number: str) -> None:
    found = page_of(ROWS, number)

    assert found.page.number == 3
    assert "This is its last page." in found.notices[0]
    assert len(found.notices[0]) < 120


def test_an_empty_list_has_one_page() -> None:
    assert page_of([], "7").page.number == 1


def test_it_stops_counting_at_the_cap(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("partnership.core.paging.COUNT_CAP", 2)
    for name in ("a", "b", "c", "d"):
        AuditEvent.objects.create(occurred_at="2026-11-01T00:00Z", verb="viewed", note=name)

    paginator = CappedPaginator(AuditEvent.objects.newest_first(), 1)

    assert (paginator.count, paginator.is_capped) == (3, True)


def test_it_keeps_the_values_it_knows_and_names_the_others() -> None:
    asked = Asked(QueryDict("country=CN&country=XX&country=VN&country=CN&country="))

    assert asked.choices("country", {"CN", "VN"}, "Country") == ["CN", "VN"]
    assert asked.notices == ["Not known under “Country” and left out: “XX”"]


def test_it_names_three_unknown_values_at_most_and_shortens_them() -> None:
    asked = Asked(QueryDict("&".join(f"year={n:x<100}" for n in "abcdefgh")))

    assert asked.choice("year", ["2026"], "Year") == ""
    assert len(asked.notices) == 1
    assert len(asked.notices[0]) < 220
    assert asked.notices[0].endswith("…")


def test_one_choice_is_the_first_it_knows() -> None:
    assert (
        Asked(QueryDict("year=x&year=2025&year=2026")).choice("year", ["2025", "2026"], "")
        == "2025"
    )


def test_it_says_nothing_when_nothing_is_asked() -> None:
    asked = Asked(QueryDict("utm_source=letter"))

    assert asked.choices("country", {"CN"}, "Country") == []
    assert asked.text("q") == ""
    assert asked.notices == []


def test_it_cuts_a_long_text_and_says_so() -> None:
    asked = Asked(QueryDict("q=" + "净滩 " * 3_400))

    assert len(asked.text("q")) <= LONGEST_TEXT
    assert "only its first 200 characters" in asked.notices[0]


def test_blanks_of_a_text_are_folded() -> None:
    assert Asked(QueryDict("q=  beach%0A%09clean-up ")).text("q") == "beach clean-up"
