"""Samples of microplastics: no number without its denominator, its mesh and its sizes."""

from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from monitoring.choices import LARGEST_MICROPLASTIC, Gear, Matrix, SizeBand
from monitoring.demo import samples as demo
from monitoring.demo import surveys
from monitoring.models import MicroCount, MicroSample, SampleSubmission
from monitoring.samples.computed import concentration
from monitoring.sampling.sheet import sheet
from monitoring.statistics.microplastics import Basis
from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.core.errors import NotAllowed
from partnership.network.roles import MemberRole
from partnership.review import actions, policies, subjects
from partnership.review.models import Submission
from tests.conftest import person
from tests.factories.monitoring import MicroSampleFactory, sample_answers, sample_handed_in
from tests.factories.network import MembershipFactory
from tests.factories.reference import CityFactory, CountryFactory
from tests.factories.submissions import city_government, speaking

pytestmark = pytest.mark.django_db
SAND = {"matrix": Matrix.BEACH_SEDIMENT, "gear": Gear.QUADRAT, "volume_m3": None, "mesh_um": None}
FISH = {**SAND, "matrix": Matrix.BIOTA, "gear": Gear.OTHER, "species": "Mugil cephalus"}


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"volume_m3": None}, "denominator"),
        ({"volume_m3": 0}, "denominator"),
        (SAND, "denominator"),
        (FISH, "denominator"),
        ({**FISH, "individuals": 3, "individuals_with": 4}, "denominator"),
        ({**FISH, "individuals": 3, "individuals_with": 1, "species": ""}, "denominator"),
        ({"mesh_um": None}, "mesh"),
        ({"size_min_um": 5_000}, "sizes"),
        ({"size_max_um": 6_000}, "sizes"),
        ({"blanks": 0}, "blanks"),
        ({"recovery_pct": 101}, "recovery"),
        ({"latitude": 0, "longitude": 0}, "on_earth"),
        ({"is_demo": False}, "reviewed_or_demo"),
    ],
)
def test_it_refuses_a_sample_that_says_nothing(values: dict[str, Any], constraint: str) -> None:
    with pytest.raises(IntegrityError, match=f"monitoring_microsample_{constraint}"):
        MicroSampleFactory(**values)


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"trait": "shape", "value": "blue"}, "value_known"),
        ({"trait": "taste", "value": "blue"}, "value_known"),
        ({"trait": "colour", "value": "blue", "count": 1_000_001}, "within_reason"),
    ],
)
def test_it_refuses_particles_of_no_kind(values: dict[str, Any], constraint: str) -> None:
    with pytest.raises(IntegrityError, match=f"monitoring_microcount_{constraint}"):
        MicroCount.objects.create(**{"sample": MicroSampleFactory(), "count": 1, **values})


def test_each_value_is_told_once() -> None:
    count = MicroCount(sample=MicroSampleFactory(), trait="colour", value="blue", count=1)
    count.save()
    assert str(count) == "colour blue: 1"
    with pytest.raises(IntegrityError, match="monitoring_microcount_once"):
        MicroCount(sample=count.sample, trait="colour", value="blue", count=1).save()


def test_size_bands_neither_overlap_nor_leave_gaps() -> None:
    bounds = [tuple(map(int, band.split("-"))) for band in SizeBand.values]

    assert [low for low, _high in bounds[1:]] == [high for _low, high in bounds[:-1]]
    assert (bounds[0][0], bounds[-1][1]) == (0, LARGEST_MICROPLASTIC)


def test_a_bottle_needs_no_mesh() -> None:
    assert MicroSampleFactory(gear=Gear.BOTTLE, mesh_um=None).pk


def built(**values: Any) -> MicroSample:
    sample: MicroSample = MicroSampleFactory.build(place=None, **values)
    return sample


def test_concentrations_have_the_denominator_of_their_matrix() -> None:
    water = concentration(built(volume_m3=Decimal(100)))
    sand = concentration(built(**SAND, dry_mass_kg=Decimal("0.5")))
    fish = concentration(built(**FISH, individuals=4, individuals_with=1))

    assert (water.raw, water.basis) == (0.1, Basis.VOLUME)
    assert (sand.raw, sand.basis) == (20, Basis.DRY_MASS)
    assert (fish.raw, fish.basis) == (2.5, Basis.INDIVIDUAL)


def test_blanks_are_taken_off_and_never_below_zero() -> None:
    assert concentration(built(volume_m3=Decimal(100))).corrected == pytest.approx(0.09)
    assert concentration(built(volume_m3=Decimal(100), particles=0)).corrected == 0
    assert concentration(built(blanks=0, blank_particles=0)).corrected is None


def problems(**values: str) -> dict[str, str]:
    city = CityFactory()
    with override("en"):
        found = sheet("en").problems(sample_answers(city.code, **values))
    return {problem.path: problem.message for problem in found}


def test_a_complete_form_has_no_faults() -> None:
    assert problems() == {}


@pytest.mark.parametrize(
    ("values", "path", "said"),
    [
        ({"volume_m3": ""}, "water.volume_m3", "Volume filtered (m3) is missing"),
        ({"mesh_um": ""}, "water.mesh_um", "mesh size is missing"),
        ({"matrix": "beach-sediment", "gear": "quadrat"}, "sediment.dry_mass_kg", "is missing"),
        ({"size_min_um": "5000"}, "result.size_min_um", "below the largest"),
        ({"blanks": "2"}, "result.reason", "fewer than 3"),
        ({"blanks": "0"}, "result.reason", "0 blanks are fewer than 3"),
        ({"mouth_m2": "0.1", "tow_distance_m": "500"}, "result.reason", "differs by 100 %"),
        ({"latitude": "118", "longitude": "24"}, "taken.latitude", "have changed places"),
        ({"latitude": "118", "longitude": "100"}, "taken.latitude", "is no latitude"),
        ({"place": "nowhere"}, "taken.place", ""),
        ({"particles": "2.5"}, "result.particles", ""),
        (
            {"fibre": "7"},
            "shape.fragment",
            "These are 11 particles, more than the 10 of the sample",
        ),
        ({"300-500": "-1"}, "size.300-500", ""),
    ],
)
def test_it_says_why_a_sample_is_not_taken(values: dict[str, str], path: str, said: str) -> None:
    found = problems(**values)

    assert path in found
    assert said in found[path]


def test_animals_need_species_and_individuals() -> None:
    fish = {"matrix": "biota", "gear": "other"}

    needed = {"biota.species", "biota.individuals", "biota.individuals_with", "biota.tissue"}
    assert needed == set(problems(**fish))
    counted = {
        "species": "Mugil cephalus",
        "individuals": "3",
        "individuals_with": "4",
        "tissue": "gut",
    }
    assert list(problems(**fish, **counted)) == ["biota.individuals_with"]


def test_a_warning_is_accepted_with_a_reason() -> None:
    assert problems(blanks="2", reason="One blank broke.") == {}
    assert problems(mouth_m2="0.2", tow_distance_m="500") == {}


def test_an_accepted_sample_is_public_until_it_is_withdrawn(
    client: Client, nguyen: User, lin: User
) -> None:
    handed_in = actions.take(sample_handed_in(nguyen, remarks="Rough sea"), by=lin)
    kind = handed_in.kind
    assert kind.public_url(handed_in) == ""

    actions.accept(handed_in, by=lin)

    done = Submission.objects.get(pk=handed_in.pk)
    sample = MicroSample.objects.approved().get()
    assert (sample.particles, sample.mesh_um) == (10, Decimal(330))
    assert (sample.recovery_pct, sample.depth_m) == (None, None)
    told = set(sample.counts.values_list("trait", "value", "count"))
    assert told == {
        *(("shape", "fibre", 6), ("shape", "fragment", 4), ("shape", "film", 0)),
        ("size", "300-500", 7),
    }  # foam was not told, which is no zero
    assert kind.title(done.answers) == "2026-05-03 · 24.43 · 118.11"
    with override("en"):
        page = client.get(kind.public_url(done)).content.decode()
    assert "Rough sea" not in page
    assert "Particles by shape" in page
    assert "Of 10 particles counted" in page
    assert "300–500 μm" in page
    assert "Particles by colour" not in page
    assert list(kind.people_to_tell(done)) == [nguyen]
    assert str(done.of_sample.organisation) in [value for _label, value in kind.facts(done)]

    done.answers = sample_answers(sample.place.code, particles="12", blanks="2")
    kind.accept(done, by=lin)
    assert MicroSample.objects.get().particles == 12
    assert (sample.counts.count(), sample.blank_rows.count()) == (4, 2)

    actions.withdraw(done, by=lin, reason="The wrong bottle.")
    assert not MicroSample.objects.approved().exists()


def test_samples_are_handed_in_for_the_own_organisation_and_judged_by_others(
    nguyen: User, wang: User
) -> None:
    handed_in = sample_handed_in(nguyen)
    organisation = handed_in.of_sample.organisation
    desk = person("Colleague", "en", Role.SECRETARIAT)
    MembershipFactory(
        user=desk,
        organisation=city_government(place=organisation.place),
        role=MemberRole.DRAFTER,
    )
    drafter = person("Binh", "en", Role.MEMBER)
    MembershipFactory(user=drafter, organisation=organisation, role=MemberRole.DRAFTER)
    kind = subjects.get("microplastics")

    assert not policies.may_judge(desk, handed_in)
    assert not Submission.objects.visible_to(wang).filter(pk=handed_in.pk).exists()
    assert kind.may_write(drafter, handed_in)
    assert not kind.may_submit(drafter, handed_in)
    assert not kind.may_begin(wang)
    with pytest.raises(NotAllowed):
        actions.begin(kind, "en", by=nguyen, organisation=city_government())
    assert str(SampleSubmission.objects.get()) == handed_in.title


def test_nobody_judges_samples_of_the_own_city_whoever_took_them(nguyen: User) -> None:
    elsewhere = city_government()
    assert elsewhere.place is not None
    desk = person("Colleague", "en", Role.SECRETARIAT)
    MembershipFactory(user=desk, organisation=elsewhere, role=MemberRole.DRAFTER)

    handed_in = sample_handed_in(nguyen, place=elsewhere.place.code, reason="A joint voyage.")

    assert handed_in.of_sample.organisation.place != elsewhere.place
    assert not policies.may_judge(desk, handed_in)


def test_the_form_is_begun_in_the_browser(client: Client, nguyen: User) -> None:
    organisation = speaking(nguyen).organisation
    client.force_login(nguyen)
    with override("en"):
        begun = client.post(
            reverse("review:begin", args=["microplastics"]),
            {"language": "en", "organisation": organisation.pk},
        )
        page = client.get(begun["Location"]).content.decode()

    assert "Mesh size (μm)" in page


def page(client: Client, name: str, *arguments: object, **query: str) -> str:
    with override("en"):
        address = reverse(f"monitoring:{name}", args=arguments)
        return client.get(address, query).content.decode()


def test_the_list_shows_numbers_with_their_units_mesh_and_sizes(client: Client) -> None:
    assert "No sample has been approved yet" in page(client, "samples")
    MicroSampleFactory()
    MicroSampleFactory(**SAND, dry_mass_kg=2)

    shown = page(client, "samples")
    assert "0.1 particles/m³" in shown
    assert "5 particles/kg dry mass" in shown
    assert "330–5000 μm" in shown
    assert "particles/m³" not in page(client, "samples", matrix="beach-sediment")
    assert "Nothing matches these filters" in page(client, "samples", matrix="biota")
    assert "left out: “air”" in page(client, "samples", matrix="air")


def test_a_sample_shows_raw_and_corrected_numbers(client: Client) -> None:
    sample = MicroSampleFactory(recovery_pct=Decimal(90), depth_m=Decimal(1))
    fish = MicroSampleFactory(
        **FISH, individuals=4, individuals_with=1, blanks=0, blank_particles=0, is_demo=True
    )

    shown = page(client, "sample", sample.pk)
    assert "0.1 particles/m³" in shown
    assert "0.09 particles/m³" in shown
    assert "3, with 3 particles in all" in shown
    assert "90 %" in shown
    of_fish = page(client, "sample", fish.pk)
    assert "2.5 particles/individual" in of_fish
    assert "1 of 4" in of_fish
    assert "not measured" in of_fish


def test_lists_ask_the_same_however_many_rows_there_are(client: Client, lin: User) -> None:
    city = CityFactory()
    client.force_login(lin)
    counts: dict[str, set[int]] = {
        reverse("monitoring:samples"): set(),
        reverse("admin:monitoring_microsample_changelist"): set(),
        "/api/v1/microplastic-samples/": set(),
    }
    for more in (1, 2, 47):
        MicroSampleFactory.create_batch(more, place=city)
        for address, found in counts.items():
            client.get(address)
            with CaptureQueriesContext(connection) as asked:
                assert client.get(address).status_code == 200
            found.add(len(asked))

    assert [len(found) for found in counts.values()] == [1, 1, 1]


def test_the_api_has_the_numbers_of_the_page(client: Client) -> None:
    sample = MicroSampleFactory(counts={"shape": {"fibre": 6, "film": 0}})
    MicroSampleFactory(**SAND, dry_mass_kg=2)
    address = "/api/v1/microplastic-samples/"

    [row] = client.get(address, {"matrix": "surface-water"}).json()["results"]

    assert (row["number"], row["concentration"], row["corrected"]) == (sample.pk, 0.1, 0.09)
    assert (row["mesh_um"], row["recovery_pct"], row["city"]) == (330, None, sample.place.code)
    assert row["counts"] == [
        {"trait": "shape", "value": "fibre", "count": 6},
        {"trait": "shape", "value": "film", "count": 0},
    ]
    assert not {"reason", "remarks", "organisation"} & set(row)
    assert client.get(address, {"year": "1999"}).json()["results"] == []
    assert client.get(address, {"matrix": "air"}).status_code == 400


def test_demo_samples_are_loaded_once_and_marked() -> None:
    countries = {code: CountryFactory(code=code) for code in ("CN", "ID", "VN")}
    for code in surveys.CITIES:
        CityFactory(code=code, parent=countries[code[:2].upper()])

    assert demo.load() == 50
    assert MicroCount.objects.filter(trait="shape").count() == 150
    of_last_sand = MicroSample.objects.filter(listed__isnull=False).distinct()
    assert {each.sampled_on.year for each in of_last_sand} == {2025}
    assert of_last_sand.count() == 5
    assert MicroSample.objects.filter(is_demo=True).count() == 50
    assert demo.load() == 0


def test_a_sample_is_called_by_its_matrix_and_day() -> None:
    with override("en"):
        assert str(MicroSampleFactory.build(place=None)).startswith("surface water 20")
