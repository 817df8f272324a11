"""Pictures that show what was done: sent by the owner, shown once their rights are in order."""

from django.db import transaction

from partnership.accounts.models import User
from partnership.documents import actions as documents
from partnership.documents.models import StoredFile
from partnership.network.actions.commitment_reports import add_evidence
from partnership.network.commitment_errors import NotAgreed
from partnership.network.models import Commitment, CommitmentEvidence, CommitmentReport


@transaction.atomic
def add_picture(
    commitment: Commitment,
    file: StoredFile,
    *,
    by: User,
    said: dict[str, str],
    report: CommitmentReport | None = None,
    **titles: str,
) -> CommitmentEvidence:
    """Add a picture with what its sender said of it. Nobody outside sees it before the secretariat
    has completed its rights and accepted it, by itself or with the report."""
    if not commitment.is_public:
        raise NotAgreed
    documents.offer_picture(file, by=by, **said)
    return add_evidence(commitment, file, by=by, report=report, **titles)
