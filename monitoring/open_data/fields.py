"""The columns of our own tables, said once: files, dictionary and page come from here."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any, Final

from django.conf import settings
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from monitoring.open_data.records import CountRecord
from partnership.core.api.texts import sentence
from partnership.core.figures import number
from partnership.core.spreadsheets import csv_lines
from partnership.reference.choices import Material

DIGITS: Final = 12  # significant ones of what is computed
PER_100_M: Final = 4  # decimals; litter is counted in whole items
DICTIONARY_HEAD: Final = ("file", "column", "meaning_zh", "meaning_en", "unit")
Sentence = str | Promise


@dataclass(frozen=True)
class Field:
    """One column: what it means, its unit, and how its value is found in a row."""

    name: str
    meaning: Sentence
    value: Callable[[Any], object]
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """A row of a long table: a survey and one of its counts; None where it has no counts."""

    survey: Any  # of a beach or at sea
    count: CountRecord | None


def plain(name: str, meaning: Sentence, unit: str = "") -> Field:
    return Field(name, meaning, lambda row: getattr(row, name), unit)


def of_count(name: str, meaning: Sentence) -> Field:
    return Field(
        f"item_{name}", meaning, lambda row: getattr(row.count, name) if row.count else None
    )


def two_languages(name: str, meaning: Sentence) -> tuple[Field, Field]:
    return plain(f"{name}_zh", meaning), plain(f"{name}_en", meaning)


LICENCE: Final = Field("licence", _("licence"), lambda _row: settings.DATA_LICENCE)
DEMO: Final = plain("is_demo", _("demo data"))


def of_material(material: Material) -> Field:
    """Return the column of what one material weighed; blank where it was not weighed."""
    return Field(
        f"weight_{material.value.replace('-', '_')}_kg",
        format_lazy(_("weight of {material}; blank: not weighed"), material=material.label),
        lambda row: row.weights.get(material.value),
        "kg",
    )


SURVEY: Final = (
    plain("code", _("name of the survey: transect, day, number of the replicate")),
    plain("site", _("site code")),
    *two_languages("site", _("survey site")),
    Field("latitude", _("latitude of the site"), lambda row: row.site_latitude, "°"),
    Field("longitude", _("longitude of the site"), lambda row: row.site_longitude, "°"),
    plain("city", _("code of the city")),
    *two_languages("city", _("city")),
    plain("country", _("code of the country")),
    plain("transect", _("code of the transect")),
    plain("surveyed_on", _("day of the survey")),
    plain("replicate", _("replicate number")),
    plain("compartment", _("compartment")),
    plain("survey_type", _("why the survey was made")),
    plain("protocol", pgettext_lazy("column", "protocol")),
    plain("protocol_version", _("version of the protocol")),
    plain("item_list", _("list of litter items")),
    plain("item_list_version", _("version of the list")),
    plain("length_m", _("length surveyed"), "m"),
    plain("width_m", _("width surveyed"), "m"),
    plain("lower_size_mm", _("smallest size that was counted"), "mm"),
    plain("last_cleaned_on", _("day of the last cleaning; blank: unknown")),
    plain("nothing_found", _("the survey says that there was no litter")),
    plain("weight_kg", _("weight of all litter; blank: not weighed"), "kg"),
    *(of_material(material) for material in Material),
    plain("items", _("items of all kinds; blank: nothing was recorded")),
    plain("items_in_total", _("items that count in totals, as the European threshold has them")),
    Field(
        "items_per_100_m",
        _("the same for 100 m of beach"),
        lambda row: rounded(row.per_100_m(row.items_in_total)),
        "1/100 m",
    ),
    DEMO,
    LICENCE,
)
ITEM: Final = (
    of_count("code", _("code of the item")),
    of_count("name_zh", _("name of the item")),
    of_count("name_en", _("name of the item")),
    of_count("material", _("material")),
    of_count("counts_in_total", _("whether the item counts in totals")),
    of_count("count", _("items counted; 0: looked for, none found")),
    Field(
        "item_per_100_m",
        _("items counted for 100 m of beach"),
        lambda row: rounded(row.survey.per_100_m(row.count.count)) if row.count else None,
        "1/100 m",
    ),
)
LONG: Final = (*SURVEY, *ITEM)


def of_method(name: str, meaning: Any, unit: str = "") -> Field:
    """Return a column of what the laboratory did; blank where it was not told."""
    return Field(name, meaning, lambda row: row.method.get(name), unit)


def of_taking(name: str, meaning: Any, unit: str = "") -> Field:
    """Return a column of how a sample was taken; blank where it was not told."""
    return Field(name, meaning, lambda row: row.taking.get(name), unit)


TAKING: Final = (
    of_taking("started_at", _("time of day at the begin")),
    of_taking("ended_at", _("time of day at the end")),
    of_taking("end_latitude", _("latitude at the end"), "°"),
    of_taking("end_longitude", _("longitude at the end"), "°"),
    of_taking("net_width_m", _("width of the net"), "m"),
    of_taking("net_height_m", _("height of the net"), "m"),
    of_taking("immersed_height_m", _("height of the net in the water"), "m"),
    of_taking("tow_minutes", _("duration of the tow"), "min"),
    of_taking("speed_kn", _("speed of the vessel"), "kn"),
    of_taking("flow_start", _("flow meter at the start")),
    of_taking("flow_end", _("flow meter at the end")),
    of_taking("flow_constant", _("metres for a unit of the flow meter"), "m"),
    of_taking("quadrat_m2", _("area sampled"), "m²"),
    of_taking("layer_top_cm", _("top of the layer"), "cm"),
    of_taking("layer_bottom_cm", _("bottom of the layer"), "cm"),
    of_taking("water_pct", _("water in the sediment"), "%"),
    of_taking("grain_um", _("median grain size"), "µm"),
    of_taking("carbon_pct", _("total organic carbon"), "%"),
    of_taking("tissue", _("tissue")),
    of_taking("wet_mass_g", _("wet mass of all individuals"), "g"),
    of_taking("length_mm", _("mean length of the individuals"), "mm"),
)
METHOD: Final = (
    of_method("digestion", _("digestion: with what organic matter was removed")),
    of_method("digestion_celsius", _("temperature of the digestion"), "°C"),
    of_method("digestion_hours", _("duration of the digestion"), "h"),
    of_method("separation", _("solution in which plastic was separated by its density")),
    of_method("density_g_cm3", _("density of the solution"), "g/cm³"),
    of_method("sieves_um", _("mesh sizes of sieves, with commas"), "µm"),
    of_method("filter_material", _("material of the filter")),
    of_method("filter_mm", _("diameter of the filter"), "mm"),
    of_method("pore_um", _("pores of the filter"), "µm"),
    of_method("counting", _("how particles were found")),
    of_method("magnification", _("magnification")),
    of_method("library", _("spectral library")),
    of_method("threshold_pct", _("least match with the library"), "%"),
    of_method("analysed_pct", _("share of the sample analysed"), "%"),
    of_method("confirmed_pct", _("share of particles whose polymer was confirmed"), "%"),
    of_method(
        "correction",
        _("how the laboratory corrects its own results for blanks; never applied to these counts"),
    ),
    of_method("recovery_cv_pct", _("coefficient of variation of the recovery"), "%"),
    of_method("spike_polymer", _("polymer of the spike")),
    of_method("spike_um", _("size of the spike"), "µm"),
    of_method("spike_particles", _("particles of the spike")),
    of_method("lod_um", _("smallest size detected"), "µm"),
    of_method("lod_particles", _("limit of detection, particles in a sample")),
    of_method("loq_particles", _("limit of quantification, particles in a sample")),
    of_method("is_air_filtered", _("whether the air was filtered, or a laminar flow used")),
    of_method("is_clothing_ruled", _("whether clothing of cotton was worn, by rule")),
    of_method("is_without_plastic", _("whether plastic tools were kept out")),
    of_method("is_sealed", _("whether samples were kept closed")),
)
SAMPLE: Final = (
    plain("number", _("number of the sample")),
    plain("city", _("code of the city")),
    *two_languages("city", _("city")),
    plain("country", _("code of the country")),
    plain("organisation", _("organisation that handed the sample in")),
    plain("matrix", _("matrix")),
    plain("sampled_on", _("day of the sample")),
    plain("latitude", _("latitude"), "°"),
    plain("longitude", _("longitude"), "°"),
    plain("depth_m", _("depth"), "m"),
    plain("gear", _("gear")),
    plain("mesh_um", _("mesh size"), "µm"),
    plain("volume_m3", _("volume filtered"), "m³"),
    plain("dry_mass_kg", _("dry mass"), "kg"),
    plain("species", _("species")),
    plain("individuals", _("individuals")),
    plain("individuals_with", _("individuals with microplastics")),
    plain("size_min_um", _("smallest size analysed"), "µm"),
    plain("size_max_um", _("largest size analysed"), "µm"),
    plain("identification", _("how particles are known to be plastic")),
    plain("particles", _("microplastics counted")),
    plain("blanks", _("number of blanks")),
    plain("blank_particles", _("microplastics in all blanks")),
    plain("recovery_pct", _("recovery; blank: not measured"), "%"),
    plain(
        "concentration",
        _("particles in a cubic metre of water, a kilogram of dry sediment or an individual"),
    ),
    plain("corrected", _("the same less the mean of the blanks; blank: no blanks")),
    *TAKING,
    *METHOD,
    DEMO,
    LICENCE,
)
BLANK: Final = (
    plain("sample", _("number of the sample")),
    plain("number", _("number of the blank of its sample")),
    plain("kind", _("kind of blank: field, laboratory, procedural or airborne")),
    plain("particles", _("microplastics found in it")),
    LICENCE,
)
PARTICLE: Final = (
    plain("sample", _("number of the sample")),
    plain(
        "trait", _("what is told of the particles: shape, size, colour, transparency or polymer")
    ),
    plain("value", _("which shape, size in micrometres, colour, transparency or polymer")),
    plain("count", _("particles counted; 0: looked for, none of them")),
    LICENCE,
)

LISTED: Final = (
    plain("sample", _("number of the sample")),
    plain("number", _("number of the particle in its sample")),
    plain("length_um", _("length, the longest side"), "µm"),
    plain("width_um", _("width"), "µm"),
    plain("height_um", _("height"), "µm"),
    plain("mass_mg", _("mass"), "mg"),
    plain("area_um2", _("area"), "µm²"),
    plain("match_pct", _("match of the spectrum with the library"), "%"),
    plain("size", _("size in micrometres, from the length: the upper end belongs to the next")),
    plain("shape", _("shape")),
    plain("colour", _("colour")),
    plain("transparency", _("transparency")),
    plain("polymer", _("polymer")),
    LICENCE,
)


def rounded(value: float | None) -> int | float | None:
    """Return the figure to four decimals, whole where it is whole."""
    return number(None if value is None else round(Decimal(value), PER_100_M))


def cell(value: object) -> object:
    """Return a value as the files have it: ISO days, true and false, figures without idle zeros."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return number(value)
    if isinstance(value, float):
        return float(f"{value:.{DIGITS}g}")
    return value.isoformat() if isinstance(value, date | time) else value


def cells(fields: Iterable[Field], row: Any) -> list[object]:
    return [cell(field.value(row)) for field in fields]


def table(fields: Iterable[Field], rows: Iterable[Any]) -> Iterator[str]:
    """Yield the lines of a file, UTF-8 with byte order mark once it is encoded."""
    columns = list(fields)

    def lines() -> Iterator[Iterable[object]]:
        yield [field.name for field in columns]
        yield from (cells(columns, row) for row in rows)

    return csv_lines(lines())


def dictionary(files: Mapping[str, Iterable[Field]]) -> Iterator[str]:
    """Yield the lines of the file that says what each column of the others means."""

    def lines() -> Iterator[Iterable[object]]:
        yield DICTIONARY_HEAD
        for file, fields in files.items():
            for field in fields:
                yield file, field.name, *sentence(field.meaning).values(), field.unit

    return csv_lines(lines())
