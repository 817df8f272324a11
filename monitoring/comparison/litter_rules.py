"""What litteR warns of and refuses when it reads a file, by what it says."""

from enum import StrEnum


class Warned(StrEnum):
    MISSING_TYPES = "types in the type file are missing in the data file"
    EXCLUDED = "columns will be excluded from analysis"
    NON_NATURAL = "Non-natural numbers"
    ONLY_ZEROES = "contain(s) only zeroes"
    DUPLICATED = "records are duplicated"
    SAME_DAY = "different counts for the same"


class Refused(StrEnum):
    DELIMITER = "Incorrect column delimiter"
    NO_COLUMN = "missing in the data file"
    BAD_DATE = "Invalid date or date format"
    MIXED_DATES = "Dates should be either"
    NO_LITTER = "No columns with litter data found"
    EMPTY_CELLS = "contain empty cells"
    TEXT = "contain(s) text"
    NEGATIVE = "Negative litter counts"
    TWICE = "the same name twice"  # ours: columns that differ in capitals only
    TWO_REGIONS = "one location in two regions"  # ours: litteR counts its surveys twice


class LitterRefused(ValueError):
    """A file that is not read; `rule` says by which rule, the text what is wrong where."""

    def __init__(self, rule: Refused, detail: str, warnings: tuple[Warned, ...] = ()) -> None:
        super().__init__(f"{rule}: {detail}")
        self.rule = rule
        self.warnings = warnings


class UnreadableFile(ValueError):
    """A file that is not what its name says; the text is for people."""
