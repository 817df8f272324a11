"""Invented samples of microplastics from the demo's cities: the same ones every time."""

import random
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.db import transaction

from monitoring.choices import Gear, Identification, Matrix, Shape, Trait
from monitoring.demo.surveys import CITIES, SEED, YEARS
from monitoring.models import MicroCount, MicroSample
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
    MicroCount.objects.bulk_create([count for sample in samples for count in _shapes(sample)])
    audit.record(Verb.IMPORTED, by=LOADER, note=f"demo samples: {len(samples)} created")
    return len(samples)


def _shapes(sample: MicroSample) -> Iterator[MicroCount]:
    """Yield half of the particles as fibres, three of ten as fragments, the rest as films."""
    fibres, fragments = sample.particles // 2, sample.particles * 3 // 10
    films = sample.particles - fibres - fragments
    found = {Shape.FIBRE: fibres, Shape.FRAGMENT: fragments, Shape.FILM: films}
    for shape, count in found.items():
        yield MicroCount(sample=sample, trait=Trait.SHAPE, value=shape, count=count)


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
