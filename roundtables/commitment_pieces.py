"""What this app shows with a commitment: the outcome document of the dialogue at which it was made."""

from partnership.core import languages
from partnership.network.models import Commitment
from partnership.network.pieces import Context, Piece, register
from roundtables.addresses import outcome_url
from roundtables.models import Outcome


def _made_at(commitment: Commitment) -> Context | None:
    title = languages.column("title")
    rows = Outcome.objects.published().filter(commitments=commitment.pk).newest_first()
    documents = [
        {"title": called, "url": outcome_url(slug)}
        for slug, called in rows.values_list("event__slug", title)
    ]
    return {"documents": documents} if documents else None


register(Piece("roundtables/made_at.html", _made_at, rank=10))
