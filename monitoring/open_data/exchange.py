"""Our sites and surveys as rows of EMODnet's sheets."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from monitoring.choices import Access, Back, BottomGear, Cleaning, SurveyType
from monitoring.open_data.emodnet import Animal, Beach, BeachSurvey, Haul, Litter
from monitoring.open_data.emodnet.litter import LIST_NAMES
from monitoring.open_data.records import (
    CountRecord,
    HomeRecord,
    SeaRecord,
    SiteRecord,
    SurveyRecord,
)

TARGET: Final = "tsg-ml"  # the list that counts by a list unknown to EMODnet are told in
# The words stand in the examples, but for “Monitoring”, which is our reading; others stay blank.
TYPES: Final = {SurveyType.MONITORING: "Monitoring", SurveyType.CLEANUP: "Cleaning"}
CLEANED: Final = {Cleaning.DAILY: "Daily", Cleaning.WEEKLY: "Weekly"}
ACCESS: Final = {str(Access.FOOT): "Pedestrian"}
BACKS: Final = {str(Back.ROCKS): "Rocks"}
# The example has this word for a bottom trawl; that both trawls bear it is our reading.
GEARS: Final = {BottomGear.OTTER: "BOT", BottomGear.BEAM: "BOT"}
PER_HAUL: Final = "items/haul"
NUMBER_FOUND: Final = "Number found"
NO_LITTER: Final = "No litter found."
DEMO: Final = "Demo data, not to be quoted."
Homes = Mapping[int, HomeRecord]


def beach(site: SiteRecord) -> Beach:
    return Beach(
        code=site.code,
        name=site.name_en,
        country=site.country,
        latitude=site.latitude,
        longitude=site.longitude,
        width_low=site.width_low_m,
        width_high=site.width_high_m,
        length=site.beach_length_m,
        access=ACCESS.get(site.access, ""),
        back=BACKS.get(site.back, ""),
        cleaning_frequency=CLEANED.get(Cleaning(site.cleaning), ""),
        notes=DEMO if site.is_demo else "",
    )


def beach_survey(survey: SurveyRecord) -> BeachSurvey:
    return BeachSurvey(
        beach=survey.site,
        code=survey.code,
        survey_type=TYPES.get(SurveyType(survey.survey_type), ""),
        surveyed_on=survey.surveyed_on,
        start_latitude=survey.start_latitude,
        start_longitude=survey.start_longitude,
        end_latitude=survey.end_latitude,
        end_longitude=survey.end_longitude,
        length=survey.length_m,
        width=survey.width_m,
        last_cleaned_on=survey.last_cleaned_on,
        animals=sum(each.number for each in survey.animals) or None,
        notes=_notes(survey),
    )


def animals(survey: SurveyRecord) -> Iterator[Animal]:
    """Yield one row for each species and state."""
    for each in survey.animals:
        yield Animal(
            survey=survey.code, species=each.species, comments=f"{NUMBER_FOUND}: {each.number}"
        )


def litter(survey: SurveyRecord, homes: Homes) -> Iterator[Litter]:
    """Yield one row for each kind; several kinds with one place in the other list are added up.

    What has no place there, or one of another material, keeps the code of its own list: a wider
    item is never divided by guessing, and no item is lost.
    """
    for (list_name, code, name), counts in _in_places(survey.counts, homes):
        yield Litter(
            survey=survey.code,
            list_name=list_name,
            code=code,
            name=name,
            original_name="; ".join(f"{count.code} {count.name_en}" for count in counts),
            number=sum(count.count for count in counts),
        )


def hauls(survey: SeaRecord, homes: Homes) -> Iterator[Haul]:
    """Yield one row of the table of the sea floor for each kind, added up as in `litter`; a haul that
    held nothing keeps a row with 0 items of no kind."""
    kinds = [
        (list_name, code, sum(count.count for count in counts))
        for (list_name, code, _name), counts in _in_places(survey.counts, homes)
    ]
    for list_name, code, number in kinds or [("", "", 0)]:
        yield Haul(
            survey=survey.site,
            hauled_on=survey.surveyed_on,
            gear=GEARS.get(BottomGear(survey.gear), ""),
            country=survey.country,
            station=survey.site,
            haul=str(survey.track),
            shoot_latitude=survey.start_latitude,
            shoot_longitude=survey.start_longitude,
            haul_latitude=survey.end_latitude,
            haul_longitude=survey.end_longitude,
            depth=survey.depth_m,
            distance=survey.length_m,
            ground_speed=survey.speed_kn,
            wing_spread=survey.width_m,
            list_name=list_name,
            item=code,
            items=number,
            items_unit=PER_HAUL,
        )


def _in_places(
    counts: Iterable[CountRecord], homes: Homes
) -> Iterable[tuple[tuple[str, str, str], list[CountRecord]]]:
    """Return the counts by list, code and name of the place in which they are told."""
    told = defaultdict[tuple[str, str, str], list[CountRecord]](list)
    for count in counts:
        told[_told(count, homes)].append(count)
    return told.items()


def _notes(survey: SurveyRecord) -> str:
    said = ((survey.is_demo, DEMO), (survey.nothing_found, NO_LITTER))
    return " ".join(text for holds, text in said if holds)


def _told(count: CountRecord, homes: Homes) -> tuple[str, str, str]:
    home = homes.get(count.item)
    if count.item_list not in LIST_NAMES and home and home.material == count.material:
        return LIST_NAMES[TARGET], home.code, home.name_en
    return LIST_NAMES.get(count.item_list, count.item_list), count.code, count.name_en
