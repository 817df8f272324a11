"""What is not computed, each with a code that doors turn into a sentence for people."""


class StatisticRefused(ValueError):
    """Something that must not be computed; the text says what is missing."""

    code = "statistic-refused"


class MissingDenominator(StatisticRefused):
    """A density without the length, area, volume or mass it refers to."""

    code = "missing-denominator"


class NoConversion(StatisticRefused):
    """Units that measure different things, such as items per length and items per area."""

    code = "no-conversion"


class NotComparable(StatisticRefused):
    """A microplastic value without its mesh, or values gained by different methods."""

    code = "not-comparable"


class NotANumber(StatisticRefused):
    """An amount that is negative or not finite."""

    code = "not-a-number"


class NotAPartition(StatisticRefused):
    """Materials that leave something out or count it twice."""

    code = "not-a-partition"


class UnequalLengths(StatisticRefused):
    """Two lists that should belong together, entry by entry."""

    code = "unequal-lengths"
