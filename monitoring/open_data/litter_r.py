"""Files that litteR reads as they are: counts per 100 m, the types, the settings."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from monitoring.open_data.records import CountRecord, SurveyRecord
from partnership.core.figures import plain
from partnership.core.spreadsheets import csv_lines
from partnership.reference.choices import Material

ABOUT: Final = (
    "region_code", "region_name", "country_code", "country_name", "location_code",
    "location_name", "date",
)  # fmt: skip
NOT_RECORDED: Final = "NA"
YES: Final = "x"
TOP: Final = 80  # per cent, litteR's own default
GROUPS: Final = {material: material.name for material in Material}


def type_name(kind: CountRecord) -> str:
    return f"{kind.name_en} [{kind.column}]"


def counts(surveys: Iterable[SurveyRecord], kinds: Sequence[CountRecord]) -> Iterator[str]:
    """Yield the table: a location is a transect, a region a city, a number is for 100 m.

    A survey that found nothing has zeros; what others did not record is "NA". litteR takes one
    record for a location and day, so that a replicate is a location of its own.
    """

    def lines() -> Iterator[Iterable[object]]:
        yield (*ABOUT, *(type_name(kind) for kind in kinds))
        for survey in surveys:
            found = {count.item: count.count for count in survey.counts}
            yield (*_about(survey), *(_number(survey, found.get(kind.item)) for kind in kinds))

    return csv_lines(lines(), with_mark=False)


def types(kinds: Sequence[CountRecord]) -> Iterator[str]:
    """Yield the file of types: what counts in totals is included, groups are materials."""

    def lines() -> Iterator[Iterable[object]]:
        yield ("type_name", "included", *GROUPS.values())
        for kind in kinds:
            included = YES if kind.counts_in_total else ""
            materials = (YES if kind.material == material else "" for material in GROUPS)
            yield (type_name(kind), included, *materials)

    return csv_lines(lines(), with_mark=False)


def settings(first: date | None, last: date | None, files: tuple[str, str]) -> Iterator[str]:
    """Yield the settings: the period of the surveys, the names of the tables of counts and types."""
    if first and last:
        yield f"date_min: {first.isoformat()}\ndate_max: {last.isoformat()}\n"
    yield f"percentage_total_count: {TOP}\n"
    yield "file_data: {}\nfile_types: {}\n".format(*files)


def _about(survey: SurveyRecord) -> tuple[str, ...]:
    location = survey.unit if survey.replicate == 1 else f"{survey.unit}-{survey.replicate}"
    return (
        survey.city,
        survey.city_en,
        survey.country,
        survey.country_en,
        location,
        survey.site_en,
        survey.surveyed_on.isoformat(),
    )


def _number(survey: SurveyRecord, count: int | None) -> str:
    per_100_m = survey.per_100_m(0 if count is None and survey.nothing_found else count)
    return NOT_RECORDED if per_100_m is None else plain(Decimal(repr(per_100_m)))
