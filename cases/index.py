"""The index of the public cases, which the search keeps."""

from typing import Final

from cases.facets import FACETS
from cases.models import Case
from partnership.search.collections import Collection, Members

Cases = Members  # a set of cases
CASES: Final = Collection(
    kind="case",
    rows=Case.objects.published,
    facets=FACETS,
    shows=("cases", "reference"),
)
public = CASES.index
