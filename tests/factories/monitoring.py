"""Sites and surveys: invented ones, marked as demo data unless they were handed in."""

from datetime import date, timedelta
from typing import Any

import factory
from factory.django import DjangoModelFactory

from monitoring.choices import (
    FORM_LIST,
    Cleaner,
    Cleaning,
    Gear,
    Identification,
    Matrix,
    Nearby,
    SeaMethod,
    Season,
    SizeClass,
    SurveyType,
    Urbanisation,
)
from monitoring.models import (
    LitterCount,
    MicroCount,
    MicroSample,
    PreparedFile,
    SamplingUnit,
    SeaCount,
    SeaSurvey,
    SiteSurrounding,
    Survey,
    SurveySite,
    Upload,
)
from monitoring.sampling.taking import OF_BIOTA, OF_NET, OF_PLACE, OF_SEDIMENT
from partnership.accounts.models import User
from partnership.reference.choices import Material
from partnership.reference.models import ItemList, LitterItem
from partnership.review import actions, subjects
from partnership.review.models import Submission
from tests.factories.network import PersonFactory
from tests.factories.reference import CityFactory, ItemListFactory, LitterItemFactory
from tests.factories.submissions import city_government, speaking


class SurveySiteFactory(DjangoModelFactory):
    class Meta:
        model = SurveySite

    code = factory.Sequence(lambda number: f"CN_DEM_{number % 1000:03}")
    name_zh_hans = factory.LazyAttribute(lambda site: f"海滩{site.code}")
    name_en = factory.LazyAttribute(lambda site: f"Beach {site.code}")
    place = factory.SubFactory(CityFactory)
    organisation = factory.LazyAttribute(lambda site: city_government(place=site.place))
    latitude = "24.43000"
    longitude = "118.11000"
    urbanisation = Urbanisation.URBAN
    cleaning = Cleaning.UNKNOWN
    cleaning_season = Season.UNKNOWN
    cleaned_by = Cleaner.UNKNOWN


class SiteSurroundingFactory(DjangoModelFactory):
    """A river mouth three kilometres to the north-east."""

    class Meta:
        model = SiteSurrounding

    site = factory.SubFactory(SurveySiteFactory)
    kind = Nearby.RIVER
    name_zh_hans = "九龙江口"
    name_en = "Mouth of the Jiulong"
    distance_km = "3.25"
    bearing_deg = 45


class SamplingUnitFactory(DjangoModelFactory):
    class Meta:
        model = SamplingUnit

    site = factory.SubFactory(SurveySiteFactory)
    code = "A"
    length_m = 100
    width_m = 30


class UploadFactory(DjangoModelFactory):
    """A file that waits to be read."""

    class Meta:
        model = Upload

    sent_by = factory.SubFactory(PersonFactory)
    organisation = factory.LazyFunction(city_government)
    language = "en"
    file_name = "surveys.xlsx"
    sha256 = factory.Sequence(lambda number: f"{number:064x}")
    content = b"not a workbook"


class PreparedFileFactory(DjangoModelFactory):
    """A large file of open data that waits to be made."""

    class Meta:
        model = PreparedFile

    data_set = "surveys"
    language = "en"
    data_state = factory.Sequence(lambda number: f"{number:064x}")


class SurveyFactory(DjangoModelFactory):
    """A demo survey that found nothing; `counts` are numbers by item."""

    class Meta:
        model = Survey
        skip_postgeneration_save = True

    unit = factory.SubFactory(SamplingUnitFactory)
    survey_type = SurveyType.MONITORING
    protocol = "beach-100m"
    protocol_version = "2023"
    item_list = factory.SubFactory(ItemListFactory)
    surveyed_on = factory.Sequence(lambda number: date(2020, 1, 1) + timedelta(days=number))
    length_m = 100
    lower_size_mm = 25
    nothing_found = True
    is_demo = True

    @factory.post_generation
    def counts(self: Any, _create: bool, counts: dict[LitterItem, int] | None) -> None:
        LitterCount.objects.bulk_create(
            LitterCount(survey=self, item=item, count=count)
            for item, count in (counts or {}).items()
        )


def form_list() -> ItemList:
    """Return the list of the form with a bottle, a cigarette butt and a can."""
    joint = ItemListFactory(code=FORM_LIST)
    LitterItemFactory(
        item_list=joint, code="pl_fc_", use="fc", is_recordable=False, name_en="Food packaging"
    )
    LitterItemFactory(item_list=joint, code="J7", type_code="pl_fc_b&c_", name_en="Drink bottle")
    LitterItemFactory(item_list=joint, code="J27", type_code="pl_sm_but_", name_en="Butt")
    LitterItemFactory(
        item_list=joint,
        code="J175",
        type_code="me_fc_",
        material=Material.METAL,
        name_en="Drink can",
    )
    return joint


def survey_answers(counts: dict[str, str] | None = None, **effort: Any) -> dict[str, Any]:
    """Return a form filled completely: twelve bottles, no butts, cans not recorded."""
    return {
        "effort": {
            "transect": "CN_DEM_001-A Beach",
            "surveyed_on": "2026-05-03",
            "replicate_no": "1",
            "survey_type": "monitoring",
            "length_m": "100",
            "width_m": "30",
            "lower_size_mm": "25",
            "last_cleaned_on": "2026-04-01",
            "is_cleaning_unknown": "",
            "last_storm_on": "",
            "weight_kg": "3.25",
            "nothing_found": "",
            "reason": "",
            "remarks": "",
            **effort,
        },
        "counts-plastic-fc": {"J7": "12", **(counts or {})},
        "counts-plastic-sm": {"J27": "0"},
        "counts-metal": {"J175": ""},
        "team": {"leader": "A. Person", "people": "4", "hours": "2"},
    }


def survey_draft(by: User, unit: SamplingUnit | None = None, **effort: Any) -> Submission:
    """Return a complete draft for a transect of the city `by` speaks for."""
    if unit is None:
        unit = SamplingUnitFactory(site__organisation=speaking(by).organisation)
    begun = actions.begin(subjects.get("survey"), "en", by=by, unit=unit)
    return actions.save_answers(begun, survey_answers(**effort), by=by, revision=0)


def survey_handed_in(by: User, unit: SamplingUnit | None = None, **effort: Any) -> Submission:
    draft = survey_draft(by, unit, **effort)
    return actions.submit(draft, by=by, revision=draft.revision)


class SeaSurveyFactory(DjangoModelFactory):
    """A demo survey from a ship, 1000 m by 10 m, that saw nothing; `counts` are numbers by item."""

    class Meta:
        model = SeaSurvey
        skip_postgeneration_save = True

    site = factory.SubFactory(SurveySiteFactory)
    method = SeaMethod.VISUAL
    protocol_version = "2023"
    survey_type = SurveyType.MONITORING
    item_list = factory.SubFactory(ItemListFactory)
    surveyed_on = factory.Sequence(lambda number: date(2020, 1, 1) + timedelta(days=number))
    length_m = 1_000
    width_m = 10
    size_class = SizeClass.LARGE_AND_ABOVE
    nothing_found = True
    is_demo = True

    @factory.post_generation
    def counts(self: Any, _create: bool, counts: dict[LitterItem, int] | None) -> None:
        SeaCount.objects.bulk_create(
            SeaCount(survey=self, item=item, count=count) for item, count in (counts or {}).items()
        )


# What the forms of the three methods ask for beside each other's fields.
EFFORT_AT_SEA = {
    "floating-visual": {"width_m": "40", "size_class": "large-extra", "sea_state": "2"},
    "floating-trawl": {
        "width_m": "0.61",
        "mesh_um": "330",
        "size_class": "small-medium",
        "weight_kg": "0.05",
    },
    "seabed": {"width_m": "12.5", "depth_m": "18", "gear": "otter", "weight_kg": "4"},
}


def sea_answers(method: str, /, **effort: str) -> dict[str, Any]:
    """Return a form filled completely: five bottles, no butts, cans not recorded."""
    answers = survey_answers({"J7": "5"})
    return answers | {
        "effort": {
            "site": "CN_DEM_001 Beach",
            "surveyed_on": "2026-05-03",
            "replicate_no": "1",
            "survey_type": "monitoring",
            "length_m": "2000",
            **EFFORT_AT_SEA[method],
            **effort,
        }
    }


def sea_handed_in(by: User, method: str, **effort: str) -> Submission:
    """Hand a survey in off a site of the city `by` speaks for."""
    site = SurveySiteFactory(organisation=speaking(by).organisation)
    begun = actions.begin(subjects.get(method), "en", by=by, site=site)
    draft = actions.save_answers(begun, sea_answers(method, **effort), by=by, revision=0)
    return actions.submit(draft, by=by, revision=draft.revision)


class MicroSampleFactory(DjangoModelFactory):
    """A demo sample of surface water: ten particles in a hundred cubic metres."""

    class Meta:
        model = MicroSample
        skip_postgeneration_save = True

    place = factory.SubFactory(CityFactory)
    matrix = Matrix.SURFACE_WATER
    sampled_on = factory.Sequence(lambda number: date(2020, 1, 1) + timedelta(days=number))
    latitude = "24.43000"
    longitude = "118.11000"
    gear = Gear.MANTA
    mesh_um = 330
    volume_m3 = 100
    size_min_um = 330
    size_max_um = 5_000
    identification = Identification.FTIR
    particles = 10
    blanks = 3
    blank_particles = 3
    is_demo = True

    @factory.post_generation
    def counts(self: Any, _create: bool, counts: dict[str, dict[str, int]] | None) -> None:
        """Keep numbers by value, trait by trait."""
        MicroCount.objects.bulk_create(
            MicroCount(sample=self, trait=trait, value=value, count=count)
            for trait, values in (counts or {}).items()
            for value, count in values.items()
        )


def sample_answers(city: str, /, **values: str) -> dict[str, Any]:
    """Return a form filled completely; `values` are told by field, whatever its part; `blanks` is how many there
    are, each with one particle."""
    parts: dict[str, dict[str, str]] = {
        "taken": {
            "place": city,
            "sampled_on": "2026-05-03",
            "latitude": "24.43",
            "longitude": "118.11",
            "matrix": "surface-water",
            "depth_m": "",
            "gear": "manta",
            **dict.fromkeys(OF_PLACE, ""),
        },
        "water": {
            "mesh_um": "330",
            "volume_m3": "100",
            "mouth_m2": "",
            "tow_distance_m": "",
            **dict.fromkeys(OF_NET, ""),
        },
        "sediment": {"dry_mass_kg": "", **dict.fromkeys(OF_SEDIMENT, "")},
        "biota": {
            "species": "",
            "individuals": "",
            "individuals_with": "",
            **dict.fromkeys(OF_BIOTA, ""),
        },
        "result": {
            "size_min_um": "330",
            "size_max_um": "5000",
            "identification": "ftir",
            "particles": "10",
            "reason": "",
            "remarks": "",
        },
        "preparation": {
            "digestion": "koh",
            "digestion_celsius": "40",
            "digestion_hours": "48",
            "separation": "zncl2",
            "density_g_cm3": "1.6",
            "sieves_um": "5000, 300",
        },
        "counted": {"counting": "visual", "magnification": "40", "confirmed_pct": "25"},
        "quality": {
            "correction": "none",
            "recovery_pct": "",
            "recovery_cv_pct": "",
            "spike_polymer": "",
            "lod_particles": "2",
            "loq_particles": "",
            "is_air_filtered": "yes",
            "is_clothing_ruled": "yes",
            "is_without_plastic": "no",
            "is_sealed": "yes",
        },
        "shape": {"fibre": "6", "fragment": "4", "film": "0", "foam": ""},
        "size": {"300-500": "7"},
        "colour": {},
        "polymer": {},
    }
    told: dict[str, Any] = {
        part: {name: values.get(name, value) for name, value in fields.items()}
        for part, fields in parts.items()
    }
    kinds = ["field", "procedural", "procedural"][: int(values.get("blanks", "3"))]
    return told | {"blanks": [{"kind": kind, "particles": "1"} for kind in kinds]}


def sample_handed_in(by: User, *, table: str = "", **values: str) -> Submission:
    """Hand a sample in for an organisation `by` speaks for, with a table of its particles."""
    membership = speaking(by)
    begun = actions.begin(
        subjects.get("microplastics"), "en", by=by, organisation=membership.organisation
    )
    answers = sample_answers(membership.organisation.place.code, **values)
    answers["particles"] = {"listed": table}
    draft = actions.save_answers(begun, answers, by=by, revision=0)
    return actions.submit(draft, by=by, revision=draft.revision)
