"""What the laboratory did with a sample, and its blanks: kept beside the count and never taken off it."""

from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from monitoring.models import MicroBlank, MicroMethod, MicroSample
from monitoring.sampling.sheet import sheet
from partnership.accounts.models import User
from partnership.core.models import AuditEvent
from partnership.review import actions
from tests.factories.monitoring import MicroSampleFactory, sample_answers, sample_handed_in
from tests.factories.reference import CityFactory
from tests.monitoring.open_data.test_files import files, rows

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"kind": "sky"}, "kind_known"),
        ({"particles": 100_001}, "within_reason"),
        ({"number": 0}, "within_reason"),
    ],
)
def test_it_refuses_blanks_of_no_kind(values: dict[str, Any], constraint: str) -> None:
    facts = {"sample": MicroSampleFactory(), "number": 1, "kind": "field", "particles": 3}

    with pytest.raises(IntegrityError, match=f"monitoring_microblank_{constraint}"):
        MicroBlank.objects.create(**{**facts, **values})


def at_once() -> None:
    """Ask now what the database asks at the end of a transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")


def blanks(sample: MicroSample, *particles: int) -> None:
    MicroBlank.objects.bulk_create(
        MicroBlank(sample=sample, number=number, kind="procedural", particles=found)
        for number, found in enumerate(particles, start=1)
    )
    at_once()


def test_blanks_told_one_by_one_agree_with_what_the_sample_says() -> None:
    sample = MicroSampleFactory(blanks=3, blank_particles=3)  # from before: sums alone
    at_once()
    for wrong in ((1, 2), (1, 1, 2), (0, 0, 0, 3)):
        with pytest.raises(IntegrityError, match="do not agree"), transaction.atomic():
            blanks(sample, *wrong)

    blanks(sample, 0, 1, 2)

    MicroSample.objects.update(blank_particles=4)
    with pytest.raises(IntegrityError, match="do not agree"):
        at_once()


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"digestion": "fire"}, "digestion"),
        ({"digestion_hours": 3}, "digested"),
        ({"digestion": "none", "digestion_celsius": 40}, "digested"),
        ({"separation": "nacl"}, "density"),
        ({"density_g_cm3": Decimal("1.2")}, "density"),
        ({"separation": "nacl", "density_g_cm3": Decimal("0.9")}, "density"),
        ({"filter_mm": 101}, "bounds"),
        ({"pore_um": 0}, "bounds"),
        ({"magnification": 1_001}, "bounds"),
        ({"threshold_pct": 101}, "shares"),
        ({"recovery_cv_pct": -1}, "shares"),
        ({"sieves_um": "fine"}, "sieves"),
        ({"spike_um": 0}, "spike"),
        ({"lod_um": 0}, "limits"),
        ({"loq_particles": 3}, "limits"),
        ({"lod_particles": 3, "loq_particles": 2}, "limits"),
    ],
)
def test_it_refuses_a_method_that_says_nothing(values: dict[str, Any], constraint: str) -> None:
    with pytest.raises(IntegrityError, match=f"monitoring_micromethod_{constraint}"):
        MicroMethod.objects.create(sample=MicroSampleFactory(), **values)


@pytest.mark.parametrize(
    ("values", "path", "said"),
    [
        ({"digestion": ""}, "preparation.digestion", "required"),
        ({"digestion": "none"}, "preparation.digestion_celsius", "Say with what"),
        ({"density_g_cm3": ""}, "preparation.density_g_cm3", "Give the density"),
        ({"separation": "none"}, "preparation.density_g_cm3", "in which solution"),
        ({"sieves_um": "fine"}, "preparation.sieves_um", "with commas"),
        ({"counting": ""}, "counted.counting", "required"),
        ({"confirmed_pct": "101"}, "counted.confirmed_pct", "100"),
        ({"correction": ""}, "quality.correction", "required"),
        ({"is_sealed": ""}, "quality.is_sealed", "required"),
        ({"recovery_cv_pct": "5"}, "quality.recovery_cv_pct", "Give the recovery"),
        ({"spike_polymer": "pe"}, "quality.spike_polymer", "Give the recovery"),
        ({"loq_particles": "1"}, "quality.loq_particles", "not below it"),
        ({"lod_particles": ""}, "result.reason", "No limit of detection"),
        ({"blanks": "2"}, "result.reason", "2 blanks are fewer than 3"),
    ],
)
def test_it_says_what_a_laboratory_left_out(values: dict[str, str], path: str, said: str) -> None:
    with override("en"):
        found = sheet("en").problems(sample_answers(CityFactory().code, **values))

    told = {problem.path: problem.message for problem in found}
    assert list(told) == [path] or path == "preparation.digestion_celsius"
    assert said in told[path]


def test_no_limit_of_detection_is_accepted_with_a_reason() -> None:
    answers = sample_answers(CityFactory().code, lod_particles="", reason="The first of its kind.")

    assert sheet("en").problems(answers) == []


def accepted(by: User, desk: User, **values: str) -> MicroSample:
    actions.accept(actions.take(sample_handed_in(by, **values), by=desk), by=desk)
    sample: MicroSample = MicroSample.objects.get()
    return sample


def test_blanks_stand_beside_the_sample_and_the_count_stays_as_found(
    client: Client, nguyen: User, lin: User
) -> None:
    sample = accepted(nguyen, lin, correction="mean", recovery_pct="90", recovery_cv_pct="4")

    assert (sample.particles, sample.blanks, sample.blank_particles) == (10, 3, 3)
    told = sample.blank_rows.order_by("number").values_list("kind", "particles")
    assert list(told) == [("field", 1), ("procedural", 1), ("procedural", 1)]
    assert (sample.method.digestion, sample.method.is_sealed) == ("koh", True)
    assert (sample.method.is_without_plastic, sample.method.lod_particles) == (False, 2)
    with override("en"):
        page = client.get(reverse("monitoring:sample", args=[sample.pk])).content.decode()
    for said in (
        "0.1 particles/m³", "field blank", "procedural blank", "nothing is taken off it",
        "potassium hydroxide (KOH) · 40 °C · 48 h", "zinc chloride (ZnCl2) · 1.6 g/cm³",
        "the mean of the blanks is taken off", "2 particles", "90 %", "4 %", "5000, 300 μm",
    ):  # fmt: skip
        assert said in page, said
    written = AuditEvent.objects.filter(target_type="monitoring.microsample").latest("occurred_at")
    assert written.changes["digestion"] == ["", "koh"]


def test_a_sample_that_is_accepted_again_has_one_method(nguyen: User, lin: User) -> None:
    sample = accepted(nguyen, lin)
    handed_in = sample.handed_in.submission
    handed_in.answers = sample_answers(sample.place.code, digestion="fenton", blanks="3")
    handed_in.kind.accept(handed_in, by=lin)

    assert MicroMethod.objects.get().digestion == "fenton"
    assert MicroBlank.objects.count() == 3


def test_a_sample_from_before_says_what_is_known(client: Client) -> None:
    sample = MicroSampleFactory()

    with override("en"):
        page = client.get(reverse("monitoring:sample", args=[sample.pk])).content.decode()

    assert "3, with 3 particles in all" in page
    assert "Preparation and counting" not in page
    assert 'id="blanks"' not in page
    assert "not measured" in page


def test_the_api_and_the_files_have_blanks_and_method(client: Client) -> None:
    sample = MicroSampleFactory()
    MicroMethod.objects.create(
        sample=sample, digestion="koh", lod_particles=Decimal("2.5"), is_sealed=False
    )
    blanks(sample, 0, 1, 2)
    MicroSampleFactory(blanks=0, blank_particles=0)

    of_none, row = client.get("/api/v1/microplastic-samples/").json()["results"]
    found = files(client, "microplastics")
    first, second = rows(found["samples.csv"])

    assert row["blank_rows"] == [{"kind": "procedural", "particles": each} for each in (0, 1, 2)]
    assert row["method"]["digestion"] == "koh"
    assert (row["method"]["lod_particles"], row["method"]["is_sealed"]) == (2.5, False)
    assert row["method"]["separation"] is None
    assert (of_none["blank_rows"], of_none["method"]["digestion"]) == ([], None)
    assert (first["digestion"], first["lod_particles"], first["is_sealed"]) == (
        "koh",
        "2.5",
        "false",
    )
    assert (second["digestion"], second["is_sealed"]) == ("", "")
    told = [(each["number"], each["particles"]) for each in rows(found["blanks.csv"])]
    assert told == [("1", "0"), ("2", "1"), ("3", "2")]
    keywords = rows(found["ncei.csv"])[0]["Keywords"]
    assert "3 blanks with 3 particles, not taken off" in keywords
    assert keywords.endswith("limit of detection 2.5 particles")
