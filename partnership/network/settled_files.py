"""Where the documents of commitments belong, for whoever is told that one was refused."""

from django.urls import reverse

from partnership.documents import settled
from partnership.documents.models import StoredFile
from partnership.documents.settled import Page
from partnership.network.models import CommitmentEvidence


def page_of(file: StoredFile) -> Page | None:
    """Return the owner's page of the commitment that the file is evidence of."""
    rows = CommitmentEvidence.objects.filter(file=file)
    row = rows.select_related("commitment__organisation").first()
    if row is None:
        return None
    where = [row.commitment.organisation.slug, row.commitment.pk]
    return lambda: reverse("network:own-commitment", args=where)


settled.register_place(page_of)
