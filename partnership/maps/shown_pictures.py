"""Which pictures maps show: those of approved maps that visitors can choose."""

from django.db.models import QuerySet

from partnership.documents import shown
from partnership.maps.models import ApprovedMap

shown.register(lambda: QuerySet(ApprovedMap).filter(is_shown=True))
