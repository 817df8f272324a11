"""What the body above the author's says before the secretariat sees a submission."""

from django.db import transaction

from partnership.accounts.models import User
from partnership.core.choices import Verb
from partnership.review import messages, policies, prints
from partnership.review.actions.rows import locked, move, required
from partnership.review.choices import State
from partnership.review.errors import AnotherVersion
from partnership.review.models import Submission
from partnership.review.prints import Print


@transaction.atomic
def endorse(submission: Submission, *, by: User, version: int, remark: str = "") -> Submission:
    """Agree to the `version` that was read, and hand the submission on to the secretariat; history
    and letter say by its code which text that is."""
    fresh = locked(submission)
    text = _read(fresh, version, by)
    note = "\n".join(filter(None, (f"v{text.version} · {text.code}", remark.strip())))
    endorsed = move(fresh, State.SUBMITTED, by=by, verb=Verb.ENDORSED, note=note)
    messages.endorsed(endorsed, text)
    return endorsed


@transaction.atomic
def refuse_endorsement(
    submission: Submission, *, by: User, version: int, reason: str
) -> Submission:
    """Return the submission to its author, with the reason."""
    fresh = locked(submission)
    _read(fresh, version, by)
    why = required(reason)
    returned = move(fresh, State.RETURNED, by=by, verb=Verb.RETURNED, note=why, message=why)
    messages.to_author("review.returned", returned)
    return returned


def _read(fresh: Submission, number: int, by: User) -> Print:
    """Return the text the decision is about; nobody decides on one they have not seen."""
    policies.may_endorse(by, fresh).require()
    latest = fresh.versions.latest("number")
    if latest.number != number:
        raise AnotherVersion(version=latest.number)
    return prints.print_of(fresh, latest.answers)
