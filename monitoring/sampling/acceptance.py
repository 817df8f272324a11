"""What acceptance makes of a submission: a sample."""

from typing import Final

from monitoring import actions
from monitoring.choices import Trait
from monitoring.models import MicroSample, SampleSubmission
from monitoring.sampling.sheet import sheet, traits_of
from partnership.accounts.models import User
from partnership.reference.models import Place
from partnership.review.models import Submission

LISTED: Final = "particles"  # the part of the form that lists them


def record(submission: Submission, *, by: User) -> MicroSample:
    """Record the sample with every field as it was typed."""
    cleaned = sheet(submission.language).cleaned(submission.answers)
    facts = {
        name: value
        for part, values in cleaned.items()
        if part not in (LISTED, *Trait.values)
        for name, value in values.items()
    }
    facts["place"] = Place.objects.get(code=facts["place"])
    entry = SampleSubmission.objects.get(submission=submission)
    listed = cleaned[LISTED]["listed"] or []
    return actions.record_sample(entry, facts, traits_of(cleaned), listed, by=by)
