"""Public pages of the case collection."""

from cases.views.data import data_dictionary, downloads
from cases.views.detail import detail, numbered
from cases.views.from_lead import from_lead
from cases.views.listing import case_list, case_map, case_points
from cases.views.papers import pdf, print_view
from cases.views.side_by_side import side_by_side

__all__ = [
    "case_list",
    "case_map",
    "case_points",
    "data_dictionary",
    "detail",
    "downloads",
    "from_lead",
    "numbered",
    "pdf",
    "print_view",
    "side_by_side",
]
