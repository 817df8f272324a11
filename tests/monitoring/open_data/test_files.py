"""The files of monitoring data: approved surveys only, nobody in them, blank never zero."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any
from zipfile import ZipFile

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from monitoring.choices import APPROVED, Gear, Matrix, SeaMethod, SurveyType
from monitoring.models import MicroCount, SamplingUnit, Survey, SurveySite
from monitoring.open_data import questions
from monitoring.open_data.datasets import DATA_SETS
from monitoring.open_data.questions import Chosen
from partnership.accounts.models import User
from partnership.core import privacy
from partnership.reference.choices import Material, Relation
from partnership.reference.models import ItemMap, LitterItem
from partnership.review.choices import State, Step
from partnership.review.models import Submission
from tests.factories.monitoring import (
    MicroSampleFactory,
    SamplingUnitFactory,
    SeaSurveyFactory,
    SurveyFactory,
    SurveySiteFactory,
    form_list,
    survey_draft,
)
from tests.factories.reference import ItemListFactory, LitterItemFactory
from tests.factories.submissions import speaking

pytestmark = pytest.mark.django_db

MARKER = "ZZ-PERSON-ZZ"
SEABED = {"method": SeaMethod.SEABED, "size_class": "", "gear": "otter", "depth_m": 20}


@pytest.fixture
def bottle() -> LitterItem:
    return LitterItemFactory(
        item_list=ItemListFactory(code="eu-joint"), code="J7", name_en="Drink bottle"
    )


@pytest.fixture
def butt(bottle: LitterItem) -> LitterItem:
    return LitterItemFactory(item_list=bottle.item_list, code="J27", name_en="Butt")


@pytest.fixture
def unit() -> SamplingUnit:
    return SamplingUnitFactory(
        site__code="CN_XIA_001",
        site__latitude="-24.5",
        start_latitude="-24.5",
        start_longitude="118.1",
        end_latitude="-24.6",
        end_longitude="118.2",
    )


@pytest.fixture
def survey(unit: SamplingUnit, bottle: LitterItem) -> Survey:
    """Twelve bottles on 50 m; butts were not looked for."""
    return SurveyFactory(
        unit=unit,
        surveyed_on=date(2026, 5, 3),
        length_m=50,
        nothing_found=False,
        item_list=bottle.item_list,
        counts={bottle: 12},
    )


@pytest.fixture
def clean(unit: SamplingUnit, bottle: LitterItem) -> Survey:
    return SurveyFactory(
        unit=unit, surveyed_on=date(2025, 5, 3), item_list=bottle.item_list, weight_kg=Decimal(0)
    )


def sent(client: Client, slug: str, query: str = "") -> bytes:
    answer: Any = client.get(f"/en/monitoring/data/{slug}/{query}")
    assert answer.status_code == 200
    return b"".join(answer.streaming_content)


def files(client: Client, slug: str, query: str = "") -> dict[str, str]:
    with ZipFile(io.BytesIO(sent(client, slug, query))) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name).decode() for name in archive.namelist()}


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def everything(client: Client) -> Iterator[str]:
    for slug, data_set in DATA_SETS.items():
        if data_set.ending == "zip":
            yield from files(client, slug).values()
        else:
            yield sent(client, slug).decode()
    for name in ("surveys", "survey-sites", "surveys-at-sea"):
        yield client.get(f"/api/v1/{name}/").content.decode()


def test_a_long_and_a_wide_table_have_dictionary_and_licence(
    client: Client, survey: Survey, clean: Survey, butt: LitterItem
) -> None:
    SurveyFactory(unit=survey.unit, nothing_found=False, counts={butt: 0, LitterItemFactory(): 3})

    found = files(client, "surveys")

    assert list(found) == [
        "surveys-long.csv",
        "surveys-wide.csv",
        "data-dictionary.csv",
        "LICENCE.txt",
    ]
    assert all(found[name].startswith("\ufeff") for name in found if name.endswith(".csv"))
    described = {(row["file"], row["column"]) for row in rows(found["data-dictionary.csv"])}
    long = rows(found["surveys-long.csv"])
    assert {column for file, column in described if file == "surveys-long.csv"} == set(long[0])
    assert "CC BY 4.0" in found["LICENCE.txt"]
    assert "许可" in found["LICENCE.txt"]


def test_blank_is_never_zero(
    client: Client, survey: Survey, clean: Survey, butt: LitterItem
) -> None:
    looked = SurveyFactory(
        unit=survey.unit,
        surveyed_on=date(2026, 6, 3),
        nothing_found=False,
        counts={butt: 0, LitterItemFactory(counts_in_total=False): 3},
    )

    found = files(client, "surveys")
    wide = {row["surveyed_on"]: row for row in rows(found["surveys-wide.csv"])}
    long = [row for row in rows(found["surveys-long.csv"]) if row["surveyed_on"] == "2026-05-03"]

    assert wide["2026-05-03"]["eu-joint:J7"] == "12"
    assert wide["2026-05-03"]["eu-joint:J27"] == ""
    assert wide["2026-05-03"]["weight_kg"] == ""
    assert wide["2025-05-03"]["weight_kg"] == "0"
    assert (wide["2025-05-03"]["items"], wide["2025-05-03"]["nothing_found"]) == ("0", "true")
    assert wide[looked.surveyed_on.isoformat()]["eu-joint:J27"] == "0"
    assert wide[looked.surveyed_on.isoformat()]["items"] == "3"
    assert wide[looked.surveyed_on.isoformat()]["items_in_total"] == "0"
    [row] = long
    assert (row["item_code"], row["item_count"], row["item_per_100_m"]) == ("J7", "12", "24")


def test_a_survey_that_found_nothing_keeps_its_row(client: Client, clean: Survey) -> None:
    [row] = rows(files(client, "surveys")["surveys-long.csv"])

    assert (row["nothing_found"], row["item_code"], row["item_count"]) == ("true", "", "")
    assert row["item_per_100_m"] == ""


def test_emodnet_gets_its_four_sheets(client: Client, survey: Survey, clean: Survey) -> None:
    bare = SurveySiteFactory()

    found = files(client, "emodnet-beach-litter")
    [beach] = rows(found["beaches.csv"])
    surveys = {row["SurveyDate"]: row for row in rows(found["surveys.csv"])}

    assert list(found)[:4] == ["beaches.csv", "surveys.csv", "animals.csv", "litter.csv"]
    assert (beach["BeachCode"], beach["CoordinateSystem"]) == ("CN_XIA_001", "4326")
    assert bare.code not in found["beaches.csv"]
    assert surveys["2026-05-03"]["SurveyCode"] == "CN_XIA_001-A_2026-05-03"
    assert surveys["2026-05-03"]["SurveyType"] == "Monitoring"
    assert surveys["2026-05-03"]["SurveyStartLatitude"] == "-24.50000"
    assert surveys["2025-05-03"]["Notes"] == "Demo data, not to be quoted. No litter found."


def test_emodnet_gets_g_codes_where_an_item_has_one_place(
    client: Client, survey: Survey, bottle: LitterItem, butt: LitterItem
) -> None:
    codes = ItemListFactory(code="tsg-ml")
    drinks = LitterItemFactory(item_list=codes, code="G6", name_en="Bottles")
    metal = LitterItemFactory(item_list=codes, code="G175", material=Material.METAL)
    small = LitterItemFactory(item_list=bottle.item_list, code="J8", name_en="Small bottle")
    for item, home in ((bottle, drinks), (small, drinks), (butt, metal)):
        ItemMap.objects.create(
            from_item=item,
            from_list=item.item_list,
            to_item=home,
            to_list=codes,
            relation=Relation.NARROWER,
        )
    own = LitterItemFactory(item_list=codes, code="G99", name_en="Tampons")
    SurveyFactory(
        unit=survey.unit,
        surveyed_on=date(2026, 6, 3),
        replicate_no=2,
        nothing_found=False,
        counts={bottle: 5, small: 2, butt: 1, own: 4},
    )

    told = {
        (row["LitterReferenceList"], row["ItemCode"]): row
        for row in rows(files(client, "emodnet-beach-litter", "?year=2026")["litter.csv"])
        if row["SurveyCode"] == "CN_XIA_001-A_2026-06-03_2"
    }

    assert {key: row["NoItems"] for key, row in told.items()} == {
        ("TSG-ML", "G6"): "7",
        ("eu-joint", "J27"): "1",
        ("TSG-ML", "G99"): "4",
    }
    assert told["TSG-ML", "G6"]["ParameterOriginalName"] == "J7 Drink bottle; J8 Small bottle"


def test_litter_r_reads_numbers_for_100_m(
    client: Client, survey: Survey, clean: Survey, butt: LitterItem
) -> None:
    SurveyFactory(
        unit=survey.unit,
        surveyed_on=date(2026, 5, 3),
        replicate_no=2,
        nothing_found=False,
        counts={butt: 3},
    )
    SurveyFactory(unit=survey.unit, survey_type=SurveyType.CLEANUP)

    found = files(client, "litter-r")
    counts = {(row["location_code"], row["date"]): row for row in rows(found["litter-counts.csv"])}
    types = {row["type_name"]: row for row in rows(found["litter-types.csv"])}

    bottles, butts = "Drink bottle [eu-joint:J7]", "Butt [eu-joint:J27]"
    assert len(counts) == 3
    assert counts["CN_XIA_001-A", "2026-05-03"][bottles] == "24"
    assert counts["CN_XIA_001-A", "2026-05-03"][butts] == "NA"
    assert counts["CN_XIA_001-A-2", "2026-05-03"][butts] == "3"
    assert counts["CN_XIA_001-A", "2025-05-03"][butts] == "0"
    assert (types[bottles]["included"], types[bottles]["PLASTIC"]) == ("x", "x")
    assert "date_min: 2025-05-03\ndate_max: 2026-05-03\n" in found["settings.yaml"]
    assert "file_data: litter-counts.csv" in found["settings.yaml"]


def test_surveys_at_sea_have_their_densities_and_the_seabed_goes_to_emodnet(
    client: Client, unit: SamplingUnit, bottle: LitterItem, butt: LitterItem
) -> None:
    of_hauls = {
        **SEABED,
        "site": unit.site,
        "item_list": bottle.item_list,
        "surveyed_on": date(2026, 5, 3),
    }
    SeaSurveyFactory(
        **of_hauls,
        width_m=Decimal("12.5"),
        nothing_found=False,
        weight_kg=Decimal("0.5"),
        counts={bottle: 5, butt: 0},
        start_latitude="24.41",
        start_longitude="118.1",
    )
    SeaSurveyFactory(**of_hauls, replicate_no=2)
    SeaSurveyFactory(site=unit.site, surveyed_on=date(2026, 5, 4))

    found = files(client, "surveys-at-sea")
    text = files(client, "emodnet-seafloor-litter")["seafloor.tsv"]
    [first, _none, second] = csv.DictReader(io.StringIO(text), delimiter="\t")

    by_code = {row["code"]: row for row in rows(found["surveys-at-sea.csv"])}
    assert list(by_code) == [
        "CN_XIA_001_floating-visual_2026-05-04",
        "CN_XIA_001_seabed_2026-05-03",
        "CN_XIA_001_seabed_2026-05-03_2",
    ]
    told = by_code["CN_XIA_001_seabed_2026-05-03"]
    # 5 items and 0.5 kg on 1000 m x 12.5 m
    assert (told["area_m2"], told["items_per_km2"], told["kg_per_km2"]) == ("12500.0", "400", "40")
    none = by_code["CN_XIA_001_seabed_2026-05-03_2"]
    assert (none["items"], none["nothing_found"], none["kg_per_km2"]) == ("0", "true", "")
    long = rows(found["surveys-at-sea-long.csv"])
    counted = [(row["item_code"], row["item_count"], row["item_per_km2"]) for row in long]
    assert counted == [("", "", ""), ("J7", "5", "400"), ("J27", "0", "0"), ("", "", "")]
    assert (first["PARAM"], first["LT_Items"], first["UnitItem"]) == ("J7", "5", "items/haul")
    assert (first["Distance"], first["WingSpread"], first["Depth"]) == ("1000.0", "12.50", "20.0")
    assert (first["Gear"], first["ShootLat"], first["HaulNo"]) == ("BOT", "24.41000", "1")
    assert (second["PARAM"], second["LT_Items"], second["HaulNo"]) == ("", "0", "2")
    assert (first["Ship"], first["Originator"]) == ("", "")
    assert rows(files(client, "surveys-at-sea", "?year=2026")["surveys-at-sea.csv"])


def test_what_is_told_of_particles_has_a_table(client: Client) -> None:
    sample = MicroSampleFactory()
    for value, count in (("fibre", 6), ("film", 0)):
        MicroCount.objects.create(sample=sample, trait="shape", value=value, count=count)

    found = rows(files(client, "microplastics")["particles.csv"])

    told = [(row["sample"], row["trait"], row["value"], row["count"]) for row in found]
    assert told == [(str(sample.pk), "shape", "fibre", "6"), (str(sample.pk), "shape", "film", "0")]


def test_without_surveys_files_are_headings(client: Client) -> None:
    assert rows(files(client, "surveys")["surveys-long.csv"]) == []
    assert "date_min" not in files(client, "litter-r")["settings.yaml"]
    assert json.loads(sent(client, "surveys-map"))["features"] == []


def test_geojson_is_longitude_first(client: Client, survey: Survey) -> None:
    SurveyFactory()
    bare = SurveySiteFactory()

    sites = {each["id"]: each for each in json.loads(sent(client, "survey-sites"))["features"]}
    surveys = json.loads(sent(client, "surveys-map"))["features"]

    assert sites["CN_XIA_001"]["geometry"] == {"type": "Point", "coordinates": [118.11, -24.5]}
    assert sites[bare.code]["properties"]["surveys"] == 0
    assert sites[bare.code]["properties"]["last_survey"] is None
    [line] = [each for each in surveys if each["properties"]["site"] == "CN_XIA_001"]
    assert line["geometry"]["coordinates"] == [[118.1, -24.5], [118.2, -24.6]]
    assert line["properties"]["items"] == 12
    assert line["properties"]["weight_kg"] is None
    assert line["properties"]["nothing_found"] is False
    assert {each["geometry"]["type"] for each in surveys} == {"LineString", "Point"}


@pytest.mark.parametrize(
    ("volume", "expected"),
    [
        (100_000, ("0-0.0005", "Very Low")),
        (10_000, ("0.0005-0.005", "Low")),
        (100, ("0.005-1", "Medium")),
        (10, ("1-10", "High")),
        (1, (">=10", "Very High")),
    ],
)
def test_the_class_of_a_sample_follows_from_its_number(
    client: Client, volume: int, expected: tuple[str, str]
) -> None:
    MicroSampleFactory(volume_m3=volume, sampled_on=date(2026, 5, 3))

    [row] = rows(files(client, "microplastics")["ncei.csv"])

    assert (row["Density Range"], row["Density Class"]) == expected
    assert (row["Unit"], row["Date"]) == ("pieces/m3", "5/3/2026 12:00:00 AM")
    assert row["Sampling Method"] == "Manta net"
    assert row["Keywords"].startswith("demo data; surface-water; mesh 330 um; sizes 330-5000 um")
    assert len(row) == 22


def test_samples_of_mud_and_animals_have_no_class(client: Client) -> None:
    MicroSampleFactory(
        matrix=Matrix.BEACH_SEDIMENT, gear=Gear.QUADRAT, mesh_um=None, dry_mass_kg=2, blanks=0,
        blank_particles=0,
    )  # fmt: skip
    MicroSampleFactory(
        matrix=Matrix.BIOTA, gear=Gear.OTHER, mesh_um=None, species="Mugil", individuals=5,
        individuals_with=1,
    )  # fmt: skip

    found = files(client, "microplastics")
    ncei, samples = rows(found["ncei.csv"]), rows(found["samples.csv"])

    assert [row["Unit"] for row in ncei] == ["pieces/kg d.w.", "pieces/individual"]
    assert {row["Density Class"] for row in ncei} == {""}
    assert "mesh" not in ncei[0]["Keywords"]
    assert [row["concentration"] for row in samples] == ["5.0", "2.0"]
    assert [row["corrected"] for row in samples] == ["", "1.8"]
    assert [row["mesh_um"] for row in samples] == ["", ""]


def test_what_is_not_approved_is_in_no_file(client: Client, nguyen: User) -> None:
    submission = of_survey(nguyen)

    for state in State:
        put_in(submission, state)
        [row] = SurveySite.objects.with_facts()
        found = "\n".join(everything(client))
        assert ("2019-02-03" in found) is (state in APPROVED), state
        assert row.survey_count == int(state in APPROVED)


def test_nobody_is_in_any_file(client: Client, nguyen: User) -> None:
    """Every field about a person, and every free text, bears a mark that no file may show."""
    nguyen.name = MARKER
    nguyen.save()
    submission = of_survey(nguyen)
    put_in(submission, State.ACCEPTED)
    marks = {"leader": MARKER, "people": 31_337, "hours": Decimal("98765.4")}
    assert set(marks) == {
        each.field for each in privacy.registered() if each.model == "monitoring.survey"
    }
    Survey.objects.update(**marks, reason=MARKER, remarks=MARKER)
    MicroSampleFactory(reason=MARKER, remarks=MARKER)
    SeaSurveyFactory(**SEABED, **marks, reason=MARKER, remarks=MARKER)

    found = "\n".join(everything(client))

    assert "2019-02-03" in found
    for mark in (MARKER, "31337", "98765.4", nguyen.email):
        assert mark not in found


@pytest.mark.parametrize("query", ["?city=CN-XX-NOWHERE", "?year=1066", "?year=x"])
def test_a_file_of_an_unknown_choice_is_not_there(client: Client, query: str) -> None:
    assert client.get(f"/en/monitoring/data/surveys/{query}").status_code == 404
    assert client.get("/en/monitoring/data/no-such-set/").status_code == 404


def test_a_file_holds_what_was_chosen_and_says_so(
    client: Client, survey: Survey, clean: Survey
) -> None:
    other = SurveyFactory(surveyed_on=date(2026, 1, 1))
    MicroSampleFactory(sampled_on=date(2026, 1, 1))
    city = survey.unit.site.place.code

    answer = client.get(f"/en/monitoring/data/surveys/?city={city}&year=2026")
    found = files(client, "surveys", f"?city={city}&year=2026")
    samples = files(client, "microplastics", f"?city={city}&year=2026")

    name = f'filename="surveys-{city}-2026-'
    assert name in answer.headers["Content-Disposition"]
    assert [row["surveyed_on"] for row in rows(found["surveys-long.csv"])] == ["2026-05-03"]
    assert f"City: {city}. Year: 2026." in found["LICENCE.txt"]
    assert rows(samples["samples.csv"]) == []
    sites = json.loads(sent(client, "survey-sites", f"?city={city}"))["features"]
    assert other.unit.site.code not in {each["id"] for each in sites}


def test_a_file_asks_the_same_for_one_and_for_fifty(client: Client) -> None:
    """As long as surveys are fetched together; a further 200 cost the same again."""
    unit, item = SamplingUnitFactory(), LitterItemFactory()
    sent(client, "surveys")  # each process keeps the names of places
    counted: dict[str, list[int]] = {slug: [] for slug in DATA_SETS}
    for number in (1, 2, 47):
        for _each in range(number):
            SurveyFactory(
                unit=unit, item_list=item.item_list, nothing_found=False, counts={item: 2}
            )
            MicroSampleFactory(place=unit.site.place)
            SeaSurveyFactory(
                site=unit.site,
                **SEABED,
                item_list=item.item_list,
                nothing_found=False,
                counts={item: 2},
            )
        for slug, numbers in counted.items():
            with CaptureQueriesContext(connection) as asked:
                sent(client, slug)
            numbers.append(len(asked))

    assert {slug: len(set(numbers)) for slug, numbers in counted.items()} == dict.fromkeys(
        DATA_SETS, 1
    )


def test_surveys_are_fetched_in_parts(
    client: Client, unit: SamplingUnit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(questions, "AT_ONCE", 2)
    made = [SurveyFactory(unit=unit) for _each in range(3)]

    found = questions.survey_records(Chosen().surveys())

    assert [row.number for row in found] == [each.pk for each in made]


def of_survey(author: User) -> Submission:
    """Return a draft that a survey of 3 February 2019 was made from."""
    unit = SamplingUnitFactory(site__organisation=speaking(author).organisation)
    form_list()
    submission = survey_draft(author, unit)
    SurveyFactory(
        unit=unit, handed_in=submission.of_survey, is_demo=False, surveyed_on=date(2019, 2, 3)
    )
    return submission


def put_in(submission: Submission, state: State) -> None:
    """Let the submission have come as far as `state`, by whichever way."""
    Submission.objects.filter(pk=submission.pk).update(
        state=state,
        step=Step.DESK_CHECK if state == State.IN_REVIEW else "",
        submitted_at=timezone.now(),
        accepted_at=timezone.now(),
        accepted_by=submission.author,
        notice_from=date(2026, 6, 1),
        notice_until=date(2026, 6, 8),
        closed_at=timezone.now(),
        reason="For the test.",
    )
