"""Particles of a sample one by one: pasted as a table, held by the database, shown and in the open data."""

import csv
import io
from collections import Counter
from decimal import Decimal
from typing import Any, Final

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from monitoring.choices import SizeBand, Trait
from monitoring.models import MicroCount, MicroParticle, MicroSample
from monitoring.models.micro_particle import band_of
from monitoring.sampling.particles import COLUMNS, MOST_LISTED, read
from monitoring.sampling.sheet import sheet
from partnership.accounts.models import User
from partnership.review import actions
from partnership.review.models import Submission
from tests.factories.monitoring import MicroSampleFactory, sample_answers, sample_handed_in
from tests.factories.reference import CityFactory
from tests.monitoring.open_data.test_files import files, rows

pytestmark = pytest.mark.django_db
HEAD: Final = "length_um,width_um,mass_mg,shape,colour,transparency,polymer"
THREE: Final = f"""{HEAD}
350.5,20,0.0123,fibre,blue,opaque,PE
700,,,fibre,none,transparent,
1000,900,,film,,,polyethylene (PE)
"""


def at_commit() -> None:
    """Let the database judge now what it otherwise judges when the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def listed(sample: MicroSample, *lengths: float, **values: Any) -> list[MicroParticle]:
    return MicroParticle.objects.bulk_create(
        MicroParticle(sample=sample, number=number, length_um=length, **values)
        for number, length in enumerate(lengths, start=1)
    )


def counted(sample: MicroSample, trait: str, **counts: int) -> None:
    MicroCount.objects.bulk_create(
        MicroCount(sample=sample, trait=trait, value=value, count=count)
        for value, count in counts.items()
    )


# --- What the database holds ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"length_um": 0}, "length"),
        ({"length_um": 5_000}, "length"),
        ({"width_um": 101}, "length_is_longest"),
        ({"height_um": 0}, "length_is_longest"),
        ({"area_um2": 10_001}, "length_is_longest"),
        ({"mass_mg": 0}, "mass"),
        ({"match_pct": 101}, "match"),
        ({"shape": "cube"}, "shape_known"),
        ({"colour": "transparent"}, "colour_known"),
        ({"transparency": "blue"}, "transparency_known"),
        ({"polymer": "wood"}, "polymer_known"),
    ],
)
def test_it_refuses_a_particle_that_cannot_be(values: dict[str, Any], constraint: str) -> None:
    sample = MicroSampleFactory(particles=1)
    with pytest.raises(IntegrityError, match=f"monitoring_microparticle_{constraint}"):
        MicroParticle.objects.create(**{"sample": sample, "number": 1, "length_um": 100, **values})


def test_the_size_follows_from_the_length_in_the_database_as_in_the_form() -> None:
    edges = [0.1, 19.9, 20, 99.9, 100, 300, 500, 999.9, 1_000, 4_999.9]
    sample = MicroSampleFactory(particles=len(edges))
    listed(sample, *edges)
    counted(sample, "size", **Counter(band_of(edge).value for edge in edges))

    told = dict(sample.listed.values_list("length_um", "size"))

    assert told == {Decimal(str(edge)): band_of(edge).value for edge in edges}
    assert told[Decimal(20)] == SizeBand.UNDER_100


@pytest.mark.parametrize(
    ("lengths", "counts"),
    [
        ((350,), {"shape": {"fibre": 1}, "size": {"300-500": 1}}),  # two were counted
        ((350, 700), {"shape": {"fibre": 1}, "size": {"300-500": 1, "500-1000": 1}}),
        ((350, 700), {"size": {"300-500": 1, "500-1000": 1}}),  # fibres are told and not counted
        ((350, 700), {"shape": {"fibre": 2}, "size": {"300-500": 2}}),
        (
            (350, 700),
            {"shape": {"fibre": 2}, "size": {"300-500": 1, "500-1000": 1}, "colour": {"red": 1}},
        ),
    ],
)
def test_particles_that_do_not_agree_with_what_was_counted_are_refused(
    lengths: tuple[float, ...], counts: dict[str, dict[str, int]]
) -> None:
    sample = MicroSampleFactory(particles=2)
    listed(sample, *lengths, shape="fibre")
    for trait, values in counts.items():
        counted(sample, trait, **values)

    with pytest.raises(IntegrityError, match="particles do not agree"):
        at_commit()


def test_particles_that_agree_stay_so() -> None:
    sample = MicroSampleFactory(particles=2)
    listed(sample, 350, 700, shape="fibre")
    counted(sample, "shape", fibre=2, film=0)
    counted(sample, "size", **{"300-500": 1, "500-1000": 1})
    at_commit()

    for change in (
        lambda: MicroSample.objects.filter(pk=sample.pk).update(particles=3),
        lambda: sample.listed.filter(number=1).delete(),
        lambda: sample.listed.filter(number=1).update(length_um=900),
        lambda: sample.counts.filter(value="fibre").update(count=1),
        lambda: sample.counts.filter(value="fibre").delete(),
    ):
        with pytest.raises(IntegrityError, match="particles do not agree"), transaction.atomic():
            change()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    sample.delete()  # with everything that belongs to it


# --- The table that is pasted ---------------------------------------------------------------------


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_it_is_read_whatever_stands_between_its_cells(delimiter: str) -> None:
    particles, faults = read(THREE.replace(",", delimiter).replace("\n", "\r\n"))

    assert faults == []
    first, second, third = particles
    assert (first["length_um"], first["width_um"], first["mass_mg"]) == (
        Decimal("350.5"), Decimal(20), Decimal("0.0123"),
    )  # fmt: skip
    assert (first["shape"], first["polymer"], first["transparency"]) == ("fibre", "pe", "opaque")
    assert (second["width_um"], second["polymer"]) == (None, "")
    assert (third["polymer"], third["height_um"]) == ("pe", None)


def test_headings_and_words_are_read_in_either_language() -> None:
    with override("en"):
        table = "长度（μm）\t形状\tColour\n３５０\t纤维\t蓝色\n"
        particles, faults = read(table)

    assert faults == []
    assert (particles[0]["length_um"], particles[0]["shape"], particles[0]["colour"]) == (
        Decimal(350), "fibre", "blue",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("length_um\nabc", "row 2, “Length (μm)”: “abc” cannot be used"),
        ("length_um\n-1", "greater than or equal to 0.1"),
        ("length_um\n5000", "less than or equal to 4999.9"),
        (
            "length_um,shape\n100,\n100,cube",
            "row 3, “Shape”: “cube” cannot be used. one of: fragment",
        ),
        ("length_um,width_um\n100,200", "“200” cannot be used. more than the length allows"),
        ("width_um\n100", "The column “Length (μm)” is missing"),
        ("length_um,taste\n100,1", "“taste”"),
        ("length_um,length_um\n100,1", "stands there twice"),
        ("length_um,shape\n100,fibre,1", "more cells than there are headings"),
        ('length_um,shape\n100,"fibre', "quotation mark"),
        ("length_um\n" + "100\n" * (MOST_LISTED + 1), "more than 3,000 particles"),
    ],
)
def test_it_says_which_cell_is_wrong(table: str, said: str) -> None:
    with override("en"):
        _particles, faults = read(table)

    assert any(said in fault for fault in faults), faults


def problems(**values: str) -> dict[str, str]:
    city = CityFactory()
    blank = dict.fromkeys(("fibre", "fragment", "film", "300-500"), "")
    answers = sample_answers(city.code, **{"particles": "3", **blank, **values})
    answers["particles"] = {"listed": values.get("listed", THREE)}
    with override("en"):
        return {problem.path: problem.message for problem in sheet("en").problems(answers)}


@pytest.mark.parametrize(
    ("values", "path", "said"),
    [
        ({}, "", ""),
        ({"fibre": "2"}, "", ""),
        ({"particles": "4"}, "particles.listed", "has 3 particles, but 4 were counted"),
        ({"size_min_um": "400"}, "particles.listed", "400 to 5000 μm: 1"),
        ({"fibre": "3"}, "shape.fibre", "This says 3, the table of particles 2"),
        ({"listed": "length_um\n" + "x\n" * 25}, "particles.listed", ""),
    ],
)
def test_a_table_agrees_with_number_sizes_and_counts(
    values: dict[str, str], path: str, said: str
) -> None:
    found = problems(**values)

    assert list(found) == ([path] if path else [])
    assert said in found.get(path, "")


def test_no_more_than_twenty_faults_are_told_at_once() -> None:
    city = CityFactory()
    answers = sample_answers(city.code) | {"particles": {"listed": "length_um\n" + "x\n" * 25}}
    with override("en"):
        found = [each.message for each in sheet("en").problems(answers)]

    assert len(found) == 21
    assert found[-1] == "5 more faults."


# --- What becomes of it ---------------------------------------------------------------------------


@pytest.fixture
def accepted(nguyen: User, lin: User) -> MicroSample:
    blank = dict.fromkeys(("fibre", "fragment", "film", "300-500"), "")
    handed_in = sample_handed_in(nguyen, **{"particles": "3", **blank}, table=THREE)
    actions.accept(actions.take(handed_in, by=lin), by=lin)
    sample: MicroSample = MicroSample.objects.get()
    return sample


def test_an_accepted_table_is_kept_row_by_row_and_counted(
    client: Client, accepted: MicroSample
) -> None:
    at_commit()
    counts = set(accepted.counts.values_list("trait", "value", "count"))

    assert accepted.listed.count() == 3
    assert counts == {
        ("shape", "fibre", 2), ("shape", "film", 1), ("size", "300-500", 1), ("size", "500-1000", 1),
        ("size", "1000-5000", 1), ("colour", "blue", 1), ("colour", "none", 1),
        ("transparency", "opaque", 1), ("transparency", "transparent", 1), ("polymer", "pe", 2),
    }  # fmt: skip
    for language, expected in (
        (
            "en",
            ["Particles one by one", "700 (350–1,000) μm", "Particles by transparency", "350.5"],
        ),
        ("zh-hans", ["逐个颗粒", "按透明度", "纤维"]),
    ):
        with override(language):
            page = client.get(reverse("monitoring:sample", args=[accepted.pk])).content.decode()
        for each in expected:
            assert each in page


def test_a_sample_accepted_anew_without_a_table_has_none(accepted: MicroSample, lin: User) -> None:
    done = Submission.objects.get()
    done.answers = sample_answers(accepted.place.code)
    done.kind.accept(done, by=lin)

    assert not MicroParticle.objects.exists()
    at_commit()


def test_each_particle_has_a_row_in_the_open_data(client: Client, accepted: MicroSample) -> None:
    found = rows(files(client, "microplastics")["particles-one-by-one.csv"])

    assert [(row["number"], row["length_um"], row["size"]) for row in found] == [
        ("1", "350.5", "300-500"), ("2", "700", "500-1000"), ("3", "1000", "1000-5000"),
    ]  # fmt: skip
    assert (found[1]["width_um"], found[0]["transparency"]) == ("", "opaque")


def test_the_empty_table_can_be_filled_in_and_pasted(client: Client) -> None:
    content = client.get(reverse("monitoring:particle-table")).content.decode("utf-8-sig")
    headings = next(csv.reader(io.StringIO(content)))

    assert [each.split(" ")[0] for each in headings] == list(COLUMNS)
    assert "长度" in headings[0]
    particles, faults = read(content + "100" + "," * (len(headings) - 1))
    assert (faults, len(particles)) == ([], 1)


def test_every_trait_of_a_particle_has_a_column() -> None:
    assert {trait.value for trait in Trait} - {Trait.SIZE.value} == set(COLUMNS) & set(Trait.values)


def test_the_page_asks_as_much_for_fifty_particles_as_for_one(client: Client) -> None:
    pages = []
    for number in (1, 50):
        sample = MicroSampleFactory(particles=number)
        listed(sample, *range(101, 101 + number))
        counted(sample, "size", **{"100-300": number})
        pages.append(reverse("monitoring:sample", args=[sample.pk]))
    client.get(pages[0])
    asked = []
    for page in pages:
        with CaptureQueriesContext(connection) as queries:
            client.get(page)
        asked.append(len(queries))

    assert asked[0] == asked[1]
