"""What acceptance makes of a submission: a sample."""

from monitoring import actions
from monitoring.models import MicroSample, SampleSubmission
from monitoring.sampling.sheet import sheet
from partnership.accounts.models import User
from partnership.reference.models import Place
from partnership.review.models import Submission


def record(submission: Submission, *, by: User) -> MicroSample:
    """Record the sample with every field as it was typed."""
    cleaned = sheet(submission.language).cleaned(submission.answers)
    facts = {name: value for part in cleaned.values() for name, value in part.items()}
    facts["place"] = Place.objects.get(code=facts["place"])
    entry = SampleSubmission.objects.get(submission=submission)
    return actions.record_sample(entry, facts, by=by)
