"""The data sets on offer: what each holds, and how its file is made from what is chosen."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from django.db.models import Max, Min
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from monitoring.choices import FORM_LIST
from monitoring.open_data import exchange, geojson, icc, litter_r, ncei
from monitoring.open_data.archives import zipped
from monitoring.open_data.emodnet import ANIMALS, BEACHES, LITTER, SEAFLOOR, SURVEYS
from monitoring.open_data.fields import (
    BLANK,
    LISTED,
    LONG,
    PARTICLE,
    SAMPLE,
    SURVEY,
    Field,
    dictionary,
    table,
)
from monitoring.open_data.questions import (
    Chosen,
    card_lines,
    columns_of,
    homes,
    site_records,
    survey_records,
)
from monitoring.open_data.samples import (
    blank_records,
    listed_records,
    particle_records,
    sample_records,
)
from monitoring.open_data.sea import AT_SEA, ITEM_AT_SEA, LONG_AT_SEA, sea_records
from monitoring.open_data.tables import long_table, wide_table
from monitoring.open_data.terms import terms
from monitoring.open_data.waste import WASTE
from monitoring.waste.records import each as each_value

ZIP: Final = "application/zip"
GEOJSON: Final = "application/geo+json"
LONG_FILE, WIDE_FILE = "surveys-long.csv", "surveys-wide.csv"
SAMPLE_FILE, BLANK_FILE, PARTICLE_FILE = "samples.csv", "blanks.csv", "particles.csv"
LISTED_FILE = "particles-one-by-one.csv"
SEA_FILE, SEA_LONG_FILE = "surveys-at-sea.csv", "surveys-at-sea-long.csv"
WASTE_FILE: Final = "waste-of-cities.csv"
CARD_FILE, CLEANUP_FILE = "icc-card.csv", "clean-ups.csv"
LITTER_R: Final = ("litter-counts.csv", "litter-types.csv")

Pieces = Iterator[bytes]


@dataclass(frozen=True)
class DataSet:
    """A file on offer; `counted` names what is counted in it, `fields` explains its tables.

    `columns` are those of tables whose columns somebody else has laid down, to be read there.
    """

    slug: str
    title: str | Promise
    holds: str | Promise
    counted: str
    write: Callable[[Chosen], Pieces]
    media_type: str = ZIP
    ending: str = "zip"
    fields: dict[str, tuple[Field, ...]] = field(default_factory=dict)
    columns: dict[str, tuple[str, ...]] = field(default_factory=dict)


def surveys_zip(chosen: Chosen) -> Pieces:
    surveys = chosen.surveys()

    def files() -> Iterator[tuple[str, Iterable[str]]]:
        yield LONG_FILE, long_table(survey_records(surveys))
        yield WIDE_FILE, wide_table(survey_records(surveys), columns_of(surveys))
        yield "data-dictionary.csv", dictionary(OWN_TABLES)
        yield "LICENCE.txt", terms(chosen)

    return zipped(files())


def emodnet_zip(chosen: Chosen) -> Pieces:
    surveys = chosen.surveys().on_beaches()
    sites = chosen.sites().filter(pk__in=surveys.order_by().values("unit__site"))

    def files() -> Iterator[tuple[str, Iterable[str]]]:
        beaches = [exchange.beach(site) for site in site_records(sites)]
        yield BEACHES.name, BEACHES.lines(beaches)
        yield SURVEYS.name, SURVEYS.lines(map(exchange.beach_survey, survey_records(surveys)))
        animals = (row for each in survey_records(surveys) for row in exchange.animals(each))
        yield ANIMALS.name, ANIMALS.lines(animals)
        places = homes(FORM_LIST, exchange.TARGET)
        litter = (row for each in survey_records(surveys) for row in exchange.litter(each, places))
        yield LITTER.name, LITTER.lines(litter)
        yield "LICENCE.txt", terms(chosen)

    return zipped(files())


def litter_r_zip(chosen: Chosen) -> Pieces:
    surveys = chosen.surveys().on_beaches().for_indicators()
    days = surveys.aggregate(first=Min("surveyed_on"), last=Max("surveyed_on"))

    def files() -> Iterator[tuple[str, Iterable[str]]]:
        kinds = columns_of(surveys)
        yield LITTER_R[0], litter_r.counts(survey_records(surveys), kinds)
        yield LITTER_R[1], litter_r.types(kinds)
        yield "settings.yaml", litter_r.settings(days["first"], days["last"], LITTER_R)
        yield "LICENCE.txt", terms(chosen)

    return zipped(files())


def sea_zip(chosen: Chosen) -> Pieces:
    surveys = chosen.at_sea()

    def files() -> Iterator[tuple[str, Iterable[str]]]:
        yield SEA_FILE, table(AT_SEA, sea_records(surveys))
        yield SEA_LONG_FILE, long_table(sea_records(surveys), AT_SEA, ITEM_AT_SEA)
        yield "data-dictionary.csv", dictionary(SEA_TABLES)
        yield "LICENCE.txt", terms(chosen)

    return zipped(files())


def seafloor_zip(chosen: Chosen) -> Pieces:
    surveys = chosen.hauls()

    def files() -> Iterator[tuple[str, Iterable[str]]]:
        places = homes(FORM_LIST, exchange.TARGET)
        hauls = (row for each in sea_records(surveys) for row in exchange.hauls(each, places))
        yield SEAFLOOR.name, SEAFLOOR.lines(hauls)
        yield "LICENCE.txt", terms(chosen)

    return zipped(files())


def microplastics_zip(chosen: Chosen) -> Pieces:
    samples = chosen.samples()

    def files() -> Iterator[tuple[str, Iterable[str]]]:
        yield SAMPLE_FILE, table(SAMPLE, sample_records(samples))
        yield BLANK_FILE, table(BLANK, blank_records(samples))
        yield PARTICLE_FILE, table(PARTICLE, particle_records(samples))
        yield LISTED_FILE, table(LISTED, listed_records(samples))
        yield "ncei.csv", table(ncei.FIELDS, sample_records(samples))
        yield "data-dictionary.csv", dictionary(SAMPLE_TABLES)
        yield "LICENCE.txt", terms(chosen)

    return zipped(files())


def waste_zip(chosen: Chosen) -> Pieces:
    values = chosen.waste().in_order()

    def files() -> Iterator[tuple[str, Iterable[str]]]:
        yield WASTE_FILE, table(WASTE, each_value(values))
        yield "data-dictionary.csv", dictionary({WASTE_FILE: WASTE})
        yield "LICENCE.txt", terms(chosen)

    return zipped(files())


def icc_zip(chosen: Chosen) -> Pieces:
    cleanups = chosen.cleanups()

    def files() -> Iterator[tuple[str, Iterable[str]]]:
        places = homes(FORM_LIST, icc.CARD)
        yield (
            CARD_FILE,
            table(icc.CARD_FIELDS, icc.card(survey_records(cleanups), card_lines(), places)),
        )
        yield CLEANUP_FILE, table(icc.CLEANUP_FIELDS, survey_records(cleanups))
        yield "data-dictionary.csv", dictionary(CARD_TABLES)
        yield "LICENCE.txt", terms(chosen)

    return zipped(files())


def sites_geojson(chosen: Chosen) -> Pieces:
    return _encoded(geojson.of_sites(site_records(chosen.sites())))


def surveys_geojson(chosen: Chosen) -> Pieces:
    return _encoded(geojson.of_surveys(survey_records(chosen.surveys())))


def _encoded(pieces: Iterable[str]) -> Pieces:
    return (piece.encode() for piece in pieces)


CARD_TABLES: Final = {CARD_FILE: icc.CARD_FIELDS, CLEANUP_FILE: icc.CLEANUP_FIELDS}
SAMPLE_TABLES: Final = {
    SAMPLE_FILE: SAMPLE,
    BLANK_FILE: BLANK,
    PARTICLE_FILE: PARTICLE,
    LISTED_FILE: LISTED,
}
SEA_TABLES: Final = {SEA_FILE: AT_SEA, SEA_LONG_FILE: LONG_AT_SEA}
OWN_TABLES: Final = {LONG_FILE: LONG, WIDE_FILE: SURVEY}
DATA_SETS: Final = {
    each.slug: each
    for each in (
        DataSet(
            "surveys",
            _("Surveys of beach litter"),
            _(
                "Every approved survey with its effort and its counts: a long table with a row for "
                "each count, a wide one with a column for each kind of item."
            ),
            "surveys",
            surveys_zip,
            fields=OWN_TABLES,
        ),
        DataSet(
            "survey-sites",
            _("Survey sites"),
            _("Where beaches are surveyed, also those that have not been surveyed yet."),
            "sites",
            sites_geojson,
            GEOJSON,
            "geojson",
        ),
        DataSet(
            "surveys-map",
            _("Surveys on the map"),
            _("Approved surveys with their totals, at their transect or their site."),
            "surveys",
            surveys_geojson,
            GEOJSON,
            "geojson",
        ),
        DataSet(
            "surveys-at-sea",
            _("Surveys of litter at sea"),
            _(
                "Approved surveys of floating litter and of the seabed, with effort and densities per "
                "km²; a long table has a row for each count. Each method stands by itself."
            ),
            "sea",
            sea_zip,
            fields=SEA_TABLES,
        ),
        DataSet(
            "microplastics",
            _("Samples of microplastics"),
            _(
                "Approved samples with mesh, sizes, method and blanks, and the same in the columns of the "
                "collection of NOAA NCEI."
            ),
            "samples",
            microplastics_zip,
            fields=SAMPLE_TABLES,
            columns={"ncei.csv": tuple(each.name for each in ncei.FIELDS)},
        ),
        DataSet(
            "waste-of-cities",
            _("Waste of cities"),
            _(
                "The approved values of the waste profiles of cities, a row for each, with period, "
                "definition, source and evidence grade."
            ),
            "waste",
            waste_zip,
            fields={WASTE_FILE: WASTE},
        ),
        DataSet(
            "emodnet-beach-litter",
            _("Beach litter for EMODnet"),
            _(
                "The four sheets of the exchange format of EMODnet Chemistry. Counts by the EU "
                "Joint List are told in G-codes where an item has one place there; the others keep "
                "their code."
            ),
            "surveys",
            emodnet_zip,
            columns={each.name: each.order for each in (BEACHES, SURVEYS, ANIMALS, LITTER)},
        ),
        DataSet(
            "emodnet-seafloor-litter",
            _("Litter of the seabed for EMODnet"),
            _(
                "Monitoring by bottom trawls in the 34 columns of the exchange format for the sea "
                "floor; codes of institutes, ships and projects are blank."
            ),
            "seabed",
            seafloor_zip,
            columns={SEAFLOOR.name: SEAFLOOR.order},
        ),
        DataSet(
            "litter-r",
            _("Beach litter for litteR"),
            _(
                "Counts for 100 m of beach, types and settings, as the program litteR reads them: "
                "monitoring on transects longer than 10 m. What was not recorded is “NA”."
            ),
            "indicators",
            litter_r_zip,
            columns={LITTER_R[0]: litter_r.ABOUT},
        ),
        DataSet(
            "icc-card",
            _("Clean-ups on the card of the International Coastal Cleanup"),
            _(
                "Clean-ups alone, apart from monitoring: the lines of the card with all items, and "
                "each clean-up with its length and weight. How many people took part is not told."
            ),
            "cleanups",
            icc_zip,
            fields=CARD_TABLES,
        ),
    )
}
