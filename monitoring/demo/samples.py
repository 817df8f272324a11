"""Invented samples of microplastics from the demo's cities: the same ones every time."""

import random
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, time
from decimal import Decimal

from django.db import transaction

from monitoring.choices import (
    BlankKind,
    Correction,
    Counting,
    Digestion,
    Filter,
    Gear,
    Identification,
    Matrix,
    Polymer,
    Separation,
    Shape,
    Trait,
    Transparency,
)
from monitoring.demo.surveys import CITIES, SEED, YEARS
from monitoring.models import (
    MicroBlank,
    MicroCount,
    MicroMethod,
    MicroParticle,
    MicroSample,
    MicroTaking,
)
from monitoring.sampling.particles import Particle, counted
from partnership.accounts.loader import LOADER
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.reference.models import Place


@transaction.atomic
def load() -> int:
    """Write samples where there are none yet; return how many that were."""
    if MicroSample.objects.filter(is_demo=True).exists():
        return 0
    places = Place.objects.in_bulk(list(CITIES), field_name="code")
    chance = random.Random(SEED)  # noqa: S311, numbers of a demo
    samples = [
        sample
        for place in places.values()
        for year in YEARS
        for sample in _pair(chance, place, year)
    ]
    MicroSample.objects.bulk_create(samples)
    MicroMethod.objects.bulk_create(map(_method, samples))
    MicroTaking.objects.bulk_create(map(_taking, samples))
    MicroBlank.objects.bulk_create([blank for sample in samples for blank in _blanks(sample)])
    listed = {sample.pk: _listed(chance, sample) for sample in samples if _is_listed(sample)}
    MicroCount.objects.bulk_create(
        [count for sample in samples for count in _counts(sample, listed.get(sample.pk))]
    )
    MicroParticle.objects.bulk_create(
        MicroParticle(sample_id=key, number=number, **particle)
        for key, particles in listed.items()
        for number, particle in enumerate(particles, start=1)
    )
    audit.record(Verb.IMPORTED, by=LOADER, note=f"demo samples: {len(samples)} created")
    return len(samples)


def _blanks(sample: MicroSample) -> Iterator[MicroBlank]:
    """Yield one blank of the field and two of the whole procedure, which share what was found."""
    second, third = sample.blank_particles // 2, sample.blank_particles // 3
    found = (sample.blank_particles - second - third, second, third)
    kinds = (BlankKind.FIELD, BlankKind.PROCEDURAL, BlankKind.PROCEDURAL)
    for number, (kind, particles) in enumerate(zip(kinds, found, strict=True), start=1):
        yield MicroBlank(sample=sample, number=number, kind=kind, particles=particles)


def _taking(sample: MicroSample) -> MicroTaking:
    """Return how it was taken: a tow of a manta net, or the uppermost sand of a square."""
    if sample.matrix == Matrix.BEACH_SEDIMENT:
        square = Decimal("0.25")
        return MicroTaking(sample=sample, quadrat_m2=square, layer_top_cm=0, layer_bottom_cm=5)
    return MicroTaking(
        sample=sample,
        started_at=time(9, 10),
        ended_at=time(9, 25),
        net_width_m=Decimal("0.60"),
        immersed_height_m=Decimal("0.25"),
        tow_minutes=15,
        speed_kn=3,
    )


def _method(sample: MicroSample) -> MicroMethod:
    """Return how it was prepared: sand is separated by its density, water is not."""
    is_sand = sample.matrix == Matrix.BEACH_SEDIMENT
    return MicroMethod(
        sample=sample,
        digestion=Digestion.HYDROGEN_PEROXIDE,
        digestion_celsius=50,
        digestion_hours=24,
        separation=Separation.ZINC_CHLORIDE if is_sand else Separation.NONE,
        density_g_cm3=Decimal("1.60") if is_sand else None,
        sieves_um="5000, 300",
        filter_material=Filter.GLASS,
        filter_mm=47,
        pore_um=Decimal("1.20"),
        counting=Counting.VISUAL,
        magnification=40,
        threshold_pct=70,
        analysed_pct=100,
        confirmed_pct=30,
        correction=Correction.NONE,
        lod_um=sample.size_min_um,
        lod_particles=3,
        is_air_filtered=True,
        is_clothing_ruled=True,
        is_without_plastic=False,
        is_sealed=True,
    )


def _shapes(sample: MicroSample) -> dict[str, int]:
    """Return half of the particles as fibres, three of ten as fragments, the rest as films."""
    fibres, fragments = sample.particles // 2, sample.particles * 3 // 10
    films = sample.particles - fibres - fragments
    return {Shape.FIBRE.value: fibres, Shape.FRAGMENT.value: fragments, Shape.FILM.value: films}


def _is_listed(sample: MicroSample) -> bool:
    """Tell whether its particles are told one by one: those of the last samples of sand."""
    is_last = sample.sampled_on.year == YEARS[-1]
    return is_last and sample.matrix == Matrix.BEACH_SEDIMENT


def _listed(chance: random.Random, sample: MicroSample) -> list[Particle]:
    """Return the particles with sides, transparency and polymer; nothing is told of their colours."""
    found = []
    for shape, count in _shapes(sample).items():
        for _number in range(count):
            length = min(4_999, 100 + round(chance.expovariate(1 / 600)))
            found.append(
                {
                    "length_um": Decimal(length),
                    "width_um": Decimal(max(1, length // chance.randrange(2, 20))),
                    "match_pct": Decimal(chance.randrange(70, 100)),
                    "shape": shape,
                    "colour": "",
                    "transparency": chance.choice(Transparency.values),
                    "polymer": chance.choice(Polymer.values[:4]),
                }
            )
    return found


def _counts(sample: MicroSample, listed: list[Particle] | None) -> Iterator[MicroCount]:
    """Yield what follows from the particles, or the shapes alone."""
    told: Mapping[Trait, Mapping[str, int]]
    told = {Trait.SHAPE: _shapes(sample)} if listed is None else _told(listed)
    for trait, values in told.items():
        for value, count in values.items():
            yield MicroCount(sample=sample, trait=trait, value=value, count=count)


def _told(listed: list[Particle]) -> dict[Trait, Counter[str]]:
    return {trait: counted(listed, trait) for trait in Trait}


def _pair(chance: random.Random, place: Place, year: int) -> Iterator[MicroSample]:
    """Yield one sample of water and one of sand."""
    beach = CITIES[place.code].beaches[0]
    common = {
        "place": place,
        "latitude": Decimal(beach.latitude),
        "longitude": Decimal(beach.longitude),
        "size_max_um": 5_000,
        "blanks": 3,
        "is_demo": True,
    }
    yield MicroSample(
        **common,
        matrix=Matrix.SURFACE_WATER,
        gear=Gear.MANTA,
        sampled_on=date(year, 5, 20),
        mesh_um=330,
        size_min_um=330,
        volume_m3=200,
        identification=Identification.FTIR,
        particles=chance.randrange(20, 160),
        blank_particles=chance.randrange(4),
        recovery_pct=chance.randrange(80, 96),
    )
    yield MicroSample(
        **common,
        matrix=Matrix.BEACH_SEDIMENT,
        gear=Gear.QUADRAT,
        sampled_on=date(year, 5, 21),
        size_min_um=100,
        dry_mass_kg=1,
        identification=Identification.RAMAN,
        particles=chance.randrange(5, 90),
        blank_particles=chance.randrange(4),
    )
