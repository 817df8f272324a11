"""Why a file is refused; `documents.reasons` has the sentence for each cause."""

from enum import StrEnum


class Cause(StrEnum):
    """What is wrong with a file."""

    EMPTY = "empty"
    TOO_LARGE = "too-large"
    UNKNOWN_KIND = "unknown-kind"
    NOT_HERE = "not-here"
    NAME_LIES = "name-lies"
    PHONE_PICTURE = "phone-picture"
    OTHER_PICTURE = "other-picture"
    OLD_OFFICE = "old-office"
    MARKUP = "markup"
    PROGRAM = "program"
    ARCHIVE = "archive"
    DAMAGED = "damaged"
    TOO_MANY_PIXELS = "too-many-pixels"
    TOO_LONG_SIDE = "too-long-side"
    TOO_HARD = "too-hard"
    PASSWORD = "password"  # noqa: S105, the name of a fault
    ACTIVE_CONTENT = "active-content"
    UNPACKS_TOO_LARGE = "unpacks-too-large"
    ENCODING = "encoding"
    CONTROL_CHARACTERS = "control-characters"
    FORMULA = "formula"
    NO_TABLE = "no-table"
    TABLE_TOO_LARGE = "table-too-large"
    NO_GEOJSON = "no-geojson"
    TOO_DEEP = "too-deep"
    TOO_MANY_POINTS = "too-many-points"
    COORDINATES = "coordinates"
    VIRUS = "virus"
    TAKEN_OUT = "taken-out"


class Refused(Exception):
    """Ends the examination; `details` fill the places of the cause's sentence."""

    def __init__(self, cause: Cause, **details: str | int | float) -> None:
        super().__init__(cause)
        self.cause = cause
        self.details = details
