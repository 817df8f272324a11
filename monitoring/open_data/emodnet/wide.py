"""Surveys as spreadsheets have them, one column per kind of item, as rows of the exchange format."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final

from monitoring.open_data.emodnet.beaches import Beach
from monitoring.open_data.emodnet.litter import Litter
from monitoring.open_data.emodnet.surveys import BeachSurvey

LIST: Final = ""  # the column of the list of items has no heading
ABOUT: Final = (
    "RefNo", "Beach name", "Country", "SurveyName", "Survey date", "SurveyType", LIST,
    "CoordinatesStart100m LAT", "CoordinatesStart100m LON", "CoordinatesEnd100m LAT",
    "CoordinatesEnd100m LON", "Collator", "Policy",
)  # fmt: skip
NOT_SAID: Final = ""

Cells = Mapping[str, str]


@dataclass
class Surveyed:
    """The rows of the three sheets; each beach once."""

    beaches: dict[str, Beach] = field(default_factory=dict)
    surveys: list[BeachSurvey] = field(default_factory=list)
    litter: list[Litter] = field(default_factory=list)


def surveyed(rows: Iterable[Cells], names: Mapping[str, str]) -> Surveyed:
    """Take surveys apart; `names` are those of items by their codes.

    An empty cell says that a kind was not recorded, and gives no row.
    """
    found = Surveyed()
    for row in rows:
        found.beaches.setdefault(row["RefNo"], _beach(row))
        found.surveys.append(_survey(row))
        found.litter.extend(_litter(row, names))
    return found


def _beach(row: Cells) -> Beach:
    """The spreadsheet has no position of a beach: that of its transect stands in."""
    return Beach(
        code=row["RefNo"],
        name=row["Beach name"],
        country=row["Country"],
        latitude=_number(row["CoordinatesStart100m LAT"]),
        longitude=_number(row["CoordinatesStart100m LON"]),
        coordinate_system=NOT_SAID,
    )


def _survey(row: Cells) -> BeachSurvey:
    return BeachSurvey(
        beach=row["RefNo"],
        code=row["SurveyName"],
        survey_type=row["SurveyType"],
        surveyed_on=date.fromisoformat(row["Survey date"]),
        policy=row["Policy"],
        collator=row["Collator"],
        start_latitude=_number(row["CoordinatesStart100m LAT"]),
        start_longitude=_number(row["CoordinatesStart100m LON"]),
        end_latitude=_number(row["CoordinatesEnd100m LAT"]),
        end_longitude=_number(row["CoordinatesEnd100m LON"]),
        coordinate_system=NOT_SAID,
    )


def _litter(row: Cells, names: Mapping[str, str]) -> Iterator[Litter]:
    for code, number in row.items():
        if code not in ABOUT and number:
            yield Litter(
                survey=row["SurveyName"],
                list_name=row[LIST],
                code=code,
                name=names[code],
                original_name=names[code],
                number=int(number),
            )


def _number(text: str) -> Decimal | None:
    return Decimal(text) if text else None
