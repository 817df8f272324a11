"""Recording samples of microplastics that the secretariat accepted."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from monitoring.models import MicroCount, MicroSample, SampleSubmission
from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb


@transaction.atomic
def record_sample(
    entry: SampleSubmission,
    facts: Mapping[str, Any],
    traits: Mapping[tuple[str, str], int],
    *,
    by: User,
) -> MicroSample:
    """Write the sample of a submission, anew where it had been accepted before.

    `traits` are numbers of particles by trait and value; what was not told is not among them.
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
    changes = audit.difference(before, audit.snapshot(sample))
    audit.record(Verb.CREATED if is_new else Verb.CHANGED, sample, by=by, changes=changes)
    return sample
