"""Axes with round numbers."""

import math
from dataclasses import dataclass

SMALLEST_RANGE = 1e-9  # ticks are rounded to ten decimals
STEPS = (1, 2, 2.5, 5, 10)
MOST_POWERS = 6  # steps of an axis of magnitudes


@dataclass(frozen=True)
class Scale:
    """Maps values between `low` and `high` to positions between `start` and `end` (in px)."""

    low: float
    high: float
    step: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 2)

    @property
    def ticks(self) -> list[float]:
        count = round((self.high - self.low) / self.step)
        return [round(self.low + index * self.step, 10) for index in range(count + 1)]


@dataclass(frozen=True)
class MagnitudeScale:
    """Maps values above zero by their logarithm; `low` and `high` are powers of ten."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        share = math.log(value / self.low) / math.log(self.high / self.low)
        return round(self.start + share * (self.end - self.start), 2)

    @property
    def ticks(self) -> list[float]:
        """Every power of ten; of many, every second or third."""
        first, last = round(math.log10(self.low)), round(math.log10(self.high))
        every = math.ceil((last - first) / MOST_POWERS)
        return [float(f"1e{power}") for power in range(first, last + 1, every)]


def magnitude_scale_for(values: list[float], start: float, end: float) -> MagnitudeScale:
    """Return a scale between the powers of ten around `values`, which are above zero."""
    low = 10.0 ** math.floor(math.log10(min(values)))
    high = 10.0 ** math.ceil(math.log10(max(values)))
    return MagnitudeScale(low, max(high, 10 * low), start, end)


def scale_for(values: list[float], start: float, end: float, ticks: int = 4) -> Scale:
    """Return a scale that holds `values` and zero, with about `ticks` round steps; whole numbers
    get whole steps, since half a city says nothing.

    Zero is always part of it: a bar cut off at its foot, or a line on a stretched axis, would
    say more than the numbers do.
    """
    low, high = min([0.0, *values]), max([0.0, *values])
    if high - low < SMALLEST_RANGE:
        high = low + 1
    step = round_step((high - low) / ticks)
    if all(float(value).is_integer() for value in values):
        step = whole_step(step)
    return Scale(math.floor(low / step) * step, math.ceil(high / step) * step, step, start, end)


def whole_step(step: float) -> float:
    """Return the next round step that is a whole number; of those above one only 2.5 is none."""
    if float(step).is_integer():
        return step
    return 1.0 if step < 1 else 5.0


def round_step(raw: float) -> float:
    """Return the smallest of 1, 2, 2.5, 5 times a power of ten that is not under `raw`."""
    power = 10 ** math.floor(math.log10(raw))
    return next(step * power for step in STEPS if step * power >= raw * (1 - 1e-9))
