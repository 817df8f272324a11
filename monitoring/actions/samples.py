"""Recording samples of microplastics that the secretariat accepted."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from monitoring.models import MicroSample, SampleSubmission
from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb


@transaction.atomic
def record_sample(entry: SampleSubmission, facts: Mapping[str, Any], *, by: User) -> MicroSample:
    """Write the sample of a submission, anew where it had been accepted before."""
    sample = MicroSample.objects.filter(handed_in=entry).first() or MicroSample(handed_in=entry)
    is_new = sample.pk is None
    before = audit.snapshot(sample)
    for name, value in facts.items():
        setattr(sample, name, value)
    sample.save()
    changes = audit.difference(before, audit.snapshot(sample))
    audit.record(Verb.CREATED if is_new else Verb.CHANGED, sample, by=by, changes=changes)
    return sample
