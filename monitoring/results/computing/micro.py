"""Samples of microplastics, put together only where they can be compared."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from monitoring.choices import Trait
from monitoring.results.computing.resampling import (
    Drawn,
    apart_and_rest,
    drawn,
    interval,
    kept,
    together,
)
from monitoring.results.questions import SampleRow
from monitoring.results.shapes import Micro, Particles
from monitoring.statistics.descriptive import describe
from monitoring.statistics.intervals import median_interval
from monitoring.statistics.resampling import RESAMPLES
from monitoring.statistics.results import Period

# Samples of a city are drawn among themselves, as the surveys of a site are.
MEAN_METHOD: Final = f"percentile bootstrap within cities, {RESAMPLES:,} resamples"
RAW, CORRECTED = "raw", "corrected"


def micro(samples: Sequence[SampleRow]) -> tuple[Micro, ...]:
    """Return one entry for each matrix, mesh and size range."""
    groups = defaultdict(list)
    for sample in samples:
        key = (sample.matrix, sample.mesh_um or 0, sample.smallest_um, sample.largest_um)
        groups[key].append(sample)
    return tuple(_joined(groups[key]) for key in sorted(groups))


def _joined(samples: Sequence[SampleRow]) -> Micro:
    first, days = samples[0], [sample.on for sample in samples]
    every = [sample.found.raw for sample in samples]
    less = [sample.found.corrected for sample in samples]
    raw, corrected = describe(every), describe(less)
    recovery, resampled = describe(sample.recovery_pct for sample in samples), _resampled(samples)
    return Micro(
        matrix=first.matrix,
        unit=str(first.found.basis),
        mesh_um=first.mesh_um,
        smallest_um=first.smallest_um,
        largest_um=first.largest_um,
        n=raw.n,
        period=Period(min(days), max(days)),
        raw_median=raw.median,
        raw_mean=raw.mean,
        corrected_n=corrected.n,
        corrected_median=corrected.median,
        corrected_mean=corrected.mean,
        few_blanks=sum(not sample.found.enough_blanks for sample in samples),
        method=first.found.method,
        traits=tuple(_traits(samples)),
        raw_interval=kept(median_interval(every)),
        corrected_interval=kept(median_interval(less)),
        recovery_n=recovery.n,
        recovery_median=recovery.median,
        raw_mean_interval=interval(resampled, RAW),
        corrected_mean_interval=interval(resampled, CORRECTED),
        mean_method=MEAN_METHOD,
    )


def _resampled(samples: Sequence[SampleRow]) -> Drawn:
    """Draw the samples of each city anew; cities with fewer than three are drawn together."""
    by_city: dict[str, list[SampleRow]] = defaultdict(list)
    for sample in samples:
        by_city[sample.place].append(sample)
    long, short = apart_and_rest({city: len(own) for city, own in by_city.items()})
    parts = [_drawn(city, by_city[city]) for city in long]
    if short:
        parts.append(_drawn("+".join(short), [each for city in short for each in by_city[city]]))
    return together(parts)


def _drawn(name: str, samples: Sequence[SampleRow]) -> Drawn:
    """Return the sums of what was drawn, each over the number of samples that have it."""
    ones = [1.0] * len(samples)
    raw = [sample.found.raw for sample in samples]
    corrected = [sample.found.corrected for sample in samples]
    return drawn(name, {RAW: (raw, ones), CORRECTED: (corrected, ones)}, None)


def _traits(samples: Sequence[SampleRow]) -> Iterator[Particles]:
    """Yield each trait that any sample told."""
    for trait in Trait:
        told = [sample.traits[trait] for sample in samples if trait in sample.traits]
        if told:
            sums: Counter[str] = Counter()
            for each in told:
                sums.update(each)
            yield Particles(trait=trait.value, n=len(told), counts=dict(sums))
