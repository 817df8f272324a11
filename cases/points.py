"""Points given to whole sets of cases at once.

A set is a whole number with one bit per case (`cases.index`). The points of all cases are kept as
the digits of binary numbers, each digit being the set of the cases that have it; adding to a set
is then carrying sets from digit to digit, which takes microseconds whatever the number of cases.
"""

from collections.abc import Iterator

from cases.index import Cases


class Points:
    """How many points each case has; none in the beginning."""

    def __init__(self) -> None:
        self._digits: list[Cases] = []  # the lowest first

    def give(self, points: int, cases: Cases) -> None:
        """Add the same number of points to each of the cases."""
        for digit in range(points.bit_length()):
            if points >> digit & 1:
                self._carry(cases, digit)

    def _carry(self, cases: Cases, digit: int) -> None:
        while cases:
            if digit >= len(self._digits):
                self._digits += [0] * (digit + 1 - len(self._digits))
            before = self._digits[digit]
            self._digits[digit], cases = before ^ cases, before & cases
            digit += 1

    def best(self, among: Cases) -> Iterator[int]:
        """Yield the places of the cases with most points first; the later case wins a draw."""
        while among:
            leading = among
            for having in reversed(self._digits):
                leading = leading & having or leading
            latest = leading & -leading
            yield latest.bit_length() - 1
            among ^= latest
