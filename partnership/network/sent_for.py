"""Files that count against the room of an organisation: those of what it hands in, and the evidence
of its commitments."""

from partnership.documents import senders
from partnership.network.handed_in import OrganisationSubject
from partnership.network.models import Commitment, Organisation
from partnership.review.models import Submission


def key_of(organisation: Organisation) -> str:
    """Return the key under which the files of an organisation are counted."""
    return f"organisation:{organisation.pk}"


def _of_submission(submission: Submission) -> str:
    kind = submission.kind
    return key_of(kind.sender_of(submission)) if isinstance(kind, OrganisationSubject) else ""


senders.register(Submission, _of_submission)
senders.register(Commitment, lambda commitment: key_of(commitment.organisation))
