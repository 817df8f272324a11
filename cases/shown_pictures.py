"""Which pictures the public pages of cases show: those of every public case."""

from django.db.models import QuerySet

from cases.models import CasePicture
from partnership.documents import shown

shown.register(lambda: QuerySet(CasePicture).filter(case__public_since__isnull=False))
