"""Recording samples of microplastics that the secretariat accepted."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from monitoring.models import (
    MicroBlank,
    MicroCount,
    MicroMethod,
    MicroParticle,
    MicroSample,
    MicroTaking,
    SampleSubmission,
)
from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb


@transaction.atomic
def record_sample(
    entry: SampleSubmission,
    facts: Mapping[str, Any],
    traits: Mapping[tuple[str, str], int],
    particles: Sequence[Mapping[str, Any]] = (),
    *,
    details: Mapping[type[MicroMethod | MicroTaking], Mapping[str, Any]],
    blanks: Sequence[Mapping[str, Any]] = (),
    by: User,
) -> MicroSample:
    """Write the sample of a submission, anew where it had been accepted before.

    `traits` are numbers of particles by trait and value; what was not told is not among them. `particles`
    are all of them one by one, or none; the database holds that both agree, and that `blanks` have the sums
    that `facts` tell. `details` are fields of how it was taken and of what the laboratory did.
    """
    sample = MicroSample.objects.filter(handed_in=entry).first() or MicroSample(handed_in=entry)
    is_new = sample.pk is None
    beside = {model: model.objects.filter(sample=sample.pk).first() or model() for model in details}
    before = _snapshot(sample, *beside.values())
    for name, value in facts.items():
        setattr(sample, name, value)
    sample.save()
    for model, row in beside.items():
        for name, value in {**details[model], "sample": sample}.items():
            setattr(row, name, value)
        row.save()
    _write_rows(sample, traits, particles, blanks)
    changes = audit.difference(before, _snapshot(sample, *beside.values()))
    audit.record(Verb.CREATED if is_new else Verb.CHANGED, sample, by=by, changes=changes)
    return sample


def _snapshot(sample: MicroSample, *beside: MicroMethod | MicroTaking) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for row in (*beside, sample):
        found |= audit.snapshot(row)
    return found


def _write_rows(
    sample: MicroSample,
    traits: Mapping[tuple[str, str], int],
    particles: Sequence[Mapping[str, Any]],
    blanks: Sequence[Mapping[str, Any]],
) -> None:
    sample.counts.all().delete()
    MicroCount.objects.bulk_create(
        MicroCount(sample=sample, trait=trait, value=value, count=count)
        for (trait, value), count in traits.items()
    )
    sample.listed.all().delete()
    MicroParticle.objects.bulk_create(
        (
            MicroParticle(sample=sample, number=number, **particle)
            for number, particle in enumerate(particles, start=1)
        ),
        batch_size=audit.AT_ONCE,
    )
    sample.blank_rows.all().delete()
    MicroBlank.objects.bulk_create(
        MicroBlank(sample=sample, number=number, **blank)
        for number, blank in enumerate(blanks, start=1)
    )
