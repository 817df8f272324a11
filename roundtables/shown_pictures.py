"""Which pictures the public pages of dialogues show: those of every public outcome document."""

from django.db.models import QuerySet

from partnership.documents import shown
from roundtables.models import OutcomePicture

shown.register(lambda: QuerySet(OutcomePicture).filter(outcome__public_since__isnull=False))
