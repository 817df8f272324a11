"""Points for sets of cases: bit 0 of a set is the latest case."""

from hypothesis import given
from hypothesis import strategies as st

from cases.points import Points

GIFTS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 2**40 - 1)), max_size=12)


def points_of(gifts: list[tuple[int, int]]) -> Points:
    points = Points()
    for number, cases in gifts:
        points.give(number, cases)
    return points


def test_it_puts_the_case_with_most_points_first() -> None:
    points = points_of([(3, 0b0110), (4, 0b1000), (1, 0b0100), (1, 0b1000)])

    assert list(points.best(0b1110)) == [3, 2, 1]


def test_the_later_case_wins_a_draw() -> None:
    assert list(points_of([(2, 0b1111)]).best(0b1111)) == [0, 1, 2, 3]


def test_it_looks_among_the_cases_it_is_asked_about_only() -> None:
    points = points_of([(5, 0b001), (1, 0b110)])

    assert list(points.best(0b110)) == [1, 2]
    assert list(points.best(0)) == []


@given(GIFTS, st.integers(0, 2**40 - 1))
def test_it_counts_as_one_does_by_hand(gifts: list[tuple[int, int]], among: int) -> None:
    places = [place for place in range(40) if among >> place & 1]
    by_hand = {
        place: sum(number for number, cases in gifts if cases >> place & 1) for place in places
    }

    assert list(points_of(gifts).best(among)) == sorted(
        places, key=lambda place: (-by_hand[place], place)
    )
