"""Samples of microplastics for the files: themselves, their blanks, and what was told of their particles."""

from collections.abc import Iterator
from typing import Any, Final

from monitoring.models import MicroBlank, MicroCount, MicroMethod, MicroParticle, MicroTaking
from monitoring.open_data.records import (
    BlankRecord,
    ListedRecord,
    ParticleRecord,
    SampleRecord,
)
from monitoring.querysets import MicroSampleQuerySet
from monitoring.samples.computed import concentration

AT_ONCE: Final = 500  # rows that are in memory together
SAMPLE: Final = (
    "matrix", "sampled_on", "latitude", "longitude", "depth_m", "gear", "mesh_um", "volume_m3",
    "dry_mass_kg", "species", "individuals", "individuals_with", "size_min_um", "size_max_um",
    "identification", "particles", "blanks", "blank_particles", "recovery_pct", "is_demo",
)  # fmt: skip
METHOD: Final = tuple(
    field.name for field in MicroMethod._meta.concrete_fields if not field.primary_key
)
TAKING: Final = tuple(
    field.name for field in MicroTaking._meta.concrete_fields if not field.primary_key
)
OF_SAMPLES: Final = ("place__country", "handed_in__organisation", "method", "taking")


def sample_records(samples: MicroSampleQuerySet) -> Iterator[SampleRecord]:
    """Yield samples, the oldest first."""
    rows = samples.select_related(*OF_SAMPLES).order_by("sampled_on", "pk")
    yield from map(_sample, rows.iterator(AT_ONCE))


def built_samples(samples: Any) -> list[SampleRecord]:
    """Return samples in their order: one question."""
    return [_sample(each) for each in samples.select_related(*OF_SAMPLES)]


def blank_records(samples: MicroSampleQuerySet) -> Iterator[BlankRecord]:
    """Yield the blanks that were told one by one, the oldest sample first."""
    rows = MicroBlank.objects.filter(sample__in=samples.order_by().values("pk"))
    rows = rows.order_by("sample__sampled_on", "sample", "number")
    for row in rows.values_list("sample", "number", "kind", "particles").iterator():
        yield BlankRecord(*row)


def particle_records(samples: MicroSampleQuerySet) -> Iterator[ParticleRecord]:
    """Yield what was told of the particles of samples, the oldest sample first."""
    rows = MicroCount.objects.filter(sample__in=samples.order_by().values("pk"))
    rows = rows.order_by("sample__sampled_on", "sample", "pk")
    for row in rows.values_list("sample", "trait", "value", "count").iterator():
        yield ParticleRecord(*row)


def listed_records(samples: MicroSampleQuerySet) -> Iterator[ListedRecord]:
    """Yield the particles that were measured one by one, the oldest sample first."""
    rows = MicroParticle.objects.filter(sample__in=samples.order_by().values("pk"))
    rows = rows.order_by("sample__sampled_on", "sample", "number")
    names = ListedRecord.__slots__
    for row in rows.values_list(*names).iterator():
        yield ListedRecord(**dict(zip(names, row, strict=True)))


def _sample(sample: Any) -> SampleRecord:
    place, handed_in, found = sample.place, sample.handed_in, concentration(sample)
    return SampleRecord(
        number=sample.pk,
        city=place.code,
        city_zh=place.name_zh_hans,
        city_en=place.name_en,
        country=place.country.code,
        organisation=handed_in.organisation.name_en if handed_in else "",
        concentration=found.raw or 0.0,
        corrected=found.corrected,
        method=_told(getattr(sample, "method", None), METHOD),
        taking=_told(getattr(sample, "taking", None), TAKING),
        **{name: getattr(sample, name) for name in SAMPLE},
    )


def _told(row: Any, names: tuple[str, ...]) -> dict[str, Any]:
    """Return what a row beside a sample tells; empty where there is none."""
    return {name: getattr(row, name) for name in names} if row else {}
