"""What acceptance makes of a submission: a sample."""

from typing import Final

from monitoring import actions
from monitoring.choices import Trait
from monitoring.models import MicroMethod, MicroSample, MicroTaking, SampleSubmission
from monitoring.sampling.laboratory import sums
from monitoring.sampling.sheet import sheet, traits_of
from partnership.accounts.models import User
from partnership.reference.models import Place
from partnership.review.models import Submission

APART: Final = ("particles", "blanks", *Trait.values)  # parts that are no fields of the sample
Detail = type[MicroMethod | MicroTaking]


def _fields(model: Detail) -> frozenset[str]:
    return frozenset(field.name for field in model._meta.fields)


DETAILS: Final[dict[Detail, frozenset[str]]] = {
    MicroMethod: _fields(MicroMethod),
    MicroTaking: _fields(MicroTaking),
}
ELSEWHERE: Final = DETAILS[MicroMethod] | DETAILS[MicroTaking]


def record(submission: Submission, *, by: User) -> MicroSample:
    """Record the sample with every field as it was typed."""
    cleaned = sheet(submission.language).cleaned(submission.answers)
    told = {
        name: value
        for part, values in cleaned.items()
        if part not in APART
        for name, value in values.items()
    }
    facts = {name: value for name, value in told.items() if name not in ELSEWHERE}
    facts |= {"place": Place.objects.get(code=told["place"]), **sums(cleaned["blanks"])}
    return actions.record_sample(
        SampleSubmission.objects.get(submission=submission),
        facts,
        traits_of(cleaned),
        cleaned["particles"]["listed"] or [],
        details={
            model: {name: value for name, value in told.items() if name in names}
            for model, names in DETAILS.items()
        },
        blanks=cleaned["blanks"],
        by=by,
    )
