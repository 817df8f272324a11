"""What acceptance makes of a submission: a survey with its counts."""

from typing import Final

from monitoring import actions
from monitoring.choices import FORM_LIST, Compartment
from monitoring.models import Survey, SurveySubmission
from monitoring.protocols import protocols
from monitoring.surveying.sheet import counts_by_key, sheet
from monitoring.surveying.weights import WEIGHTS, told
from partnership.accounts.models import User
from partnership.reference.models import ItemList
from partnership.review.models import Submission

PROTOCOL: Final = "beach-100m"
AS_TYPED: Final = (
    "surveyed_on", "replicate_no", "survey_type", "length_m", "width_m", "lower_size_mm",
    "last_cleaned_on", "last_storm_on", "weight_kg", "nothing_found", "reason", "remarks",
)  # fmt: skip


def record(submission: Submission, *, by: User) -> Survey:
    """Record the survey; items the list no longer has were refused when it was handed in."""
    cleaned = sheet(submission.language).cleaned(submission.answers)
    entry = SurveySubmission.objects.select_related("unit__site").get(submission=submission)
    facts = {
        **{name: cleaned["effort"][name] for name in AS_TYPED},
        **cleaned["team"],
        "compartment": Compartment.BEACH,
        "protocol": PROTOCOL,
        "protocol_version": protocols()[PROTOCOL].version,
        "item_list": ItemList.objects.get(code=FORM_LIST),
    }
    return actions.record_survey(
        entry,
        facts,
        counts_by_key(cleaned),
        cleaned["animals"],
        weights=told(cleaned[WEIGHTS]),
        by=by,
    )
