"""Tickets of public forms that were used."""

from django.db import models


class SpentTicket(models.Model):
    """One accepted form. `network` is a keyed digest of where it came from, for counting only;
    empty for a form of the staff."""

    nonce = models.CharField(max_length=16, unique=True)
    purpose = models.CharField(max_length=60, db_default="", default="")  # which form it was
    network = models.CharField(max_length=64)
    spent_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.nonce
