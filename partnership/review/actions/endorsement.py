"""What the body above the author's says before the secretariat sees a submission."""

from django.db import transaction

from partnership.accounts.models import User
from partnership.core.choices import Verb
from partnership.review import messages, policies
from partnership.review.actions.rows import locked, move, required
from partnership.review.choices import State
from partnership.review.models import Submission


@transaction.atomic
def endorse(submission: Submission, *, by: User, remark: str = "") -> Submission:
    """Agree, and hand the submission on to the secretariat."""
    fresh = locked(submission)
    policies.may_endorse(by, fresh).require()
    endorsed = move(fresh, State.SUBMITTED, by=by, verb=Verb.ENDORSED, note=remark.strip())
    messages.to_author("review.endorsed", endorsed)
    messages.turn_has_come(endorsed)
    return endorsed


@transaction.atomic
def refuse_endorsement(submission: Submission, *, by: User, reason: str) -> Submission:
    """Return the submission to its author, with the reason."""
    fresh = locked(submission)
    policies.may_endorse(by, fresh).require()
    why = required(reason)
    returned = move(fresh, State.RETURNED, by=by, verb=Verb.RETURNED, note=why, message=why)
    messages.to_author("review.returned", returned)
    return returned
