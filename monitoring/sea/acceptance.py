"""What acceptance makes of a submission: a survey at sea with its counts."""

from monitoring import actions
from monitoring.choices import FORM_LIST, SeaMethod
from monitoring.models import SeaSubmission, SeaSurvey
from monitoring.protocols import protocols
from monitoring.sea.sheet import sheet
from monitoring.surveying.sheet import counts_by_key
from partnership.accounts.models import User
from partnership.reference.models import ItemList
from partnership.review.models import Submission


def record(submission: Submission, method: SeaMethod, *, by: User) -> SeaSurvey:
    """Record the survey with every field as it was typed; the site is that of the submission."""
    cleaned = sheet(method, submission.language).cleaned(submission.answers)
    entry = SeaSubmission.objects.select_related("site").get(submission=submission)
    facts = {
        **{name: value for name, value in cleaned["effort"].items() if name != "site"},
        **cleaned["team"],
        "method": method,
        "protocol_version": protocols()[method].version,
        "item_list": ItemList.objects.get(code=FORM_LIST),
    }
    return actions.record_sea_survey(entry, facts, counts_by_key(cleaned), by=by)
