"""What acceptance makes of a submission: the profile of a city and a year."""

from monitoring import actions
from monitoring.choices import WasteIndicator
from monitoring.models import WasteProfile, WasteSubmission
from monitoring.waste.sheet import Row, sheet, told
from partnership.accounts.models import User
from partnership.review.models import Submission


def record(submission: Submission, *, by: User) -> WasteProfile:
    """Record the indicators that have a value; blank rows are left out."""
    cleaned = sheet(submission.language).cleaned(submission.answers)
    about = {name: value for name, value in cleaned["about"].items() if name != "profile"}
    entry = WasteSubmission.objects.select_related("organisation").get(submission=submission)
    facts = {**about, "language": submission.language}
    values = [_of_people(row) for _place, row in told(cleaned)]
    return actions.record_profile(entry, facts, values, by=by)


def _of_people(row: Row) -> Row:
    """Return the row; a number of people counts no waste, whatever was chosen."""
    return row | {"scope": ""} if row["indicator"] == WasteIndicator.POPULATION else row
