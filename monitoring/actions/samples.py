"""Recording samples of microplastics that the secretariat accepted."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from monitoring.models import MicroCount, MicroParticle, MicroSample, SampleSubmission
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
    by: User,
) -> MicroSample:
    """Write the sample of a submission, anew where it had been accepted before.

    `traits` are numbers of particles by trait and value; what was not told is not among them. `particles`
    are all of them one by one, or none; the database holds that both agree.
    """
    sample = MicroSample.objects.filter(handed_in=entry).first() or MicroSample(handed_in=entry)
    is_new = sample.pk is None
    before = audit.snapshot(sample)
    for name, value in facts.items():
        setattr(sample, name, value)
    sample.save()
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
    changes = audit.difference(before, audit.snapshot(sample))
    audit.record(Verb.CREATED if is_new else Verb.CHANGED, sample, by=by, changes=changes)
    return sample
