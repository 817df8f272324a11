"""Lists of the API about sites, cities, countries and the region: which of them are wanted."""

from typing import Final

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiParameter

from monitoring.choices import ScopeKind
from partnership.core.api.parameters import Parameters

OF_A_SCOPE: Final = (
    OpenApiParameter("kind", enum=ScopeKind.values, description=_("Only this kind.")),
    OpenApiParameter("code", description=_("Code of a site, city or country.")),
)


def of_scope(rows: QuerySet, parameters: Parameters) -> QuerySet:
    """Return the rows of the kind and code that are asked for; of all without these."""
    kind, code = parameters.one_of("kind", ScopeKind.values), parameters.query.get("code", "")
    of_kind = rows.filter(kind=kind) if kind else rows
    return of_kind.filter(code=code) if code else of_kind
