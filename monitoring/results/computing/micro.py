"""Samples of microplastics, put together only where they can be compared."""

from collections import defaultdict
from collections.abc import Sequence

from monitoring.results.questions import SampleRow
from monitoring.results.shapes import Micro
from monitoring.statistics.descriptive import describe
from monitoring.statistics.results import Period


def micro(samples: Sequence[SampleRow]) -> tuple[Micro, ...]:
    """Return one entry for each matrix, mesh and size range."""
    groups = defaultdict(list)
    for sample in samples:
        key = (sample.matrix, sample.mesh_um or 0, sample.smallest_um, sample.largest_um)
        groups[key].append(sample)
    return tuple(_joined(groups[key]) for key in sorted(groups))


def _joined(samples: Sequence[SampleRow]) -> Micro:
    first, days = samples[0], [sample.on for sample in samples]
    raw = describe(sample.found.raw for sample in samples)
    corrected = describe(sample.found.corrected for sample in samples)
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
    )
