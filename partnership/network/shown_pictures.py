"""Which pictures the public pages of the network show: those chosen for commitments once agreed, and
those their owners sent as evidence once it is accepted."""

from django.db.models import QuerySet

from partnership.documents import shown
from partnership.network.models import Commitment, CommitmentEvidence

shown.register(
    lambda: QuerySet(Commitment.pictures.through).filter(commitment__agreed_on__isnull=False),
    lambda: CommitmentEvidence.objects.accepted().standing().pictures(),
)
